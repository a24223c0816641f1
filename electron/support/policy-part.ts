import type { MachinePolicy } from '../../shared/model/policy.ts';

/** What the administrator has set. The arguments of a command that prints a token may hold a secret: only its program is told. */
export function policyPart({ rules, ...policy }: MachinePolicy): object {
  const { tokenCommand } = rules;
  const shown =
    tokenCommand === null ? null : [...tokenCommand.slice(0, 1), `[${tokenCommand.length - 1} hidden]`];
  return { ...policy, rules: { ...rules, tokenCommand: shown } };
}
