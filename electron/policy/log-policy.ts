import type { MachinePolicy } from '../../shared/model/policy.ts';
import type { PolicyKeeper } from '../app/ports.ts';
import type { Log } from '../sync/ports.ts';

function write(log: Log, { managed, ruled, problems }: MachinePolicy): void {
  const [settings, rules] = [Object.keys(managed).length, Object.keys(ruled).length];
  log.write('info', 'policy-read', { settings, rules, problems: problems.length });
  for (const { fault, key, source } of problems)
    log.write('warn', 'policy-problem', { fault, key: key === '' ? undefined : key, source });
}

/** Says in the log what the policy is, whenever it changes, and which options of this start it overrules. */
export function logPolicy(policy: PolicyKeeper, options: readonly string[], log: Log): void {
  const now = policy.current();
  if (Object.keys(now.managed).length + Object.keys(now.ruled).length + now.problems.length > 0)
    write(log, now);
  for (const key of options)
    if (Object.hasOwn(now.managed, key)) log.write('warn', 'policy-overrules-option', { key });
  policy.onChange((changed) => write(log, changed));
}
