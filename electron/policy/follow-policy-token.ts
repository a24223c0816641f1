import type { MachinePolicy } from '../../shared/model/policy.ts';
import type { PolicyKeeper } from '../app/ports.ts';
import type { TokenSource } from '../app/token-source.ts';
import { policyToken } from './policy-token.ts';

/** The token as the policy says now, told to whoever must hide it. One source for as long as the policy is the same. */
export function followPolicyToken(
  policy: Pick<PolicyKeeper, 'current'>,
  environment: Readonly<Record<string, string | undefined>>,
  hide: (token: string) => void,
): (apiUrl: string) => TokenSource | null {
  let last: { policy: MachinePolicy; apiUrl: string; source: TokenSource | null } | null = null;
  return (apiUrl) => {
    const now = policy.current();
    if (last?.policy !== now || last.apiUrl !== apiUrl)
      last = { policy: now, apiUrl, source: policyToken(now, apiUrl, environment) };
    const { source } = last;
    if (source === null) return null;
    return async () => {
      const token = await source();
      if (token.ok) hide(token.value);
      return token;
    };
  };
}
