import type { MachinePolicy } from '../../shared/model/policy.ts';
import type { PolicyKeeper } from '../app/ports.ts';
import type { TokenSource } from '../app/token-source.ts';
import { policyToken } from './policy-token.ts';

/** The token as the policy says now, told to whoever must hide it. One source for an address for as long as the policy is the same. */
export function followPolicyToken(
  policy: Pick<PolicyKeeper, 'current'>,
  environment: Readonly<Record<string, string | undefined>>,
  hide: (token: string) => void,
): (apiUrl: string) => TokenSource | null {
  let followed: MachinePolicy | null = null;
  const sources = new Map<string, TokenSource | null>();
  return (apiUrl) => {
    const now = policy.current();
    if (followed !== now) sources.clear();
    followed = now;
    const source = sources.get(apiUrl) ?? policyToken(now, apiUrl, environment);
    sources.set(apiUrl, source);
    if (source === null) return null;
    return async () => {
      const token = await source();
      if (token.ok) hide(token.value);
      return token;
    };
  };
}
