import type { JSX, ReactNode } from 'react';
import { useLoaded } from '../hooks/use-loaded.ts';
import { PolicyContext } from '../hooks/use-managed.ts';
import { useSnapshot } from '../hooks/use-snapshot.ts';

const NOTHING = { keys: [], problems: [] };

/** Tells the controls inside what the machine's policy has taken, and follows its changes. */
export function ManagedPolicy({ children }: { readonly children: ReactNode }): JSX.Element {
  const revision = useSnapshot()?.policyRevision ?? 0;
  const { value } = useLoaded('policy.get', null, revision);
  return <PolicyContext value={value ?? NOTHING}>{children}</PolicyContext>;
}
