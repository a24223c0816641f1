import type { MachinePolicy, PolicyProblem } from '../model/policy.ts';
import { type EffectiveKey, effectivePolicy } from './effective-policy.ts';

/** What a window shows of the machine's policy. */
export interface PolicyView {
  /** Only what the policy has set. */
  readonly keys: readonly EffectiveKey[];
  readonly problems: readonly PolicyProblem[];
}

/** The policy as windows show it: what it sets and what it got wrong. */
export function policyView(policy: MachinePolicy): PolicyView {
  const keys = effectivePolicy(policy, { settings: {}, options: {} });
  return { keys: keys.filter(({ setBy }) => setBy === 'policy'), problems: policy.problems };
}
