import type { MachinePolicy } from '../model/policy.ts';
import type { Settings } from '../model/settings.ts';
import { fail, ok, type Result } from '../model/sync-error.ts';

function isManaged({ managed }: MachinePolicy, key: string): key is keyof Settings {
  return Object.hasOwn(managed, key);
}

/**
 * What of a change a person may make: without what the policy says anyway. Errors: managed, with the first key that the
 * policy has set to something else; then nothing may be changed.
 */
export function allowedChange(policy: MachinePolicy, change: Partial<Settings>): Result<Partial<Settings>> {
  const entries = Object.entries(change);
  const taken = entries.find(([key, value]) => isManaged(policy, key) && policy.settings[key] !== value);
  if (taken === undefined) return ok(Object.fromEntries(entries.filter(([key]) => !isManaged(policy, key))));
  const [key] = taken;
  const source = isManaged(policy, key) ? policy.managed[key]?.source : undefined;
  return fail('managed', `${key}: ${source ?? ''}`);
}
