import { createContext, useContext } from 'react';
import type { PolicyKey } from '../../shared/policy/policy-schema.ts';
import type { PolicyView } from '../../shared/policy/policy-view.ts';

/** What the machine's policy says, as far as this window knows. */
export const PolicyContext = createContext<PolicyView>({ keys: [], problems: [] });

/** The place that has set one of these keys, or null where the person decides. */
export function useManaged(...keys: readonly PolicyKey[]): string | null {
  const policy = useContext(PolicyContext);
  return policy.keys.find(({ key }) => keys.includes(key))?.source ?? null;
}
