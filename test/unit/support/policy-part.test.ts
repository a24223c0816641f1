import { expect, test } from 'vitest';
import { policyPart } from '../../../electron/support/policy-part.ts';
import { NO_POLICY } from '../../../shared/model/policy.ts';

test('of a command that prints the token only the program is told', () => {
  const tokenCommand = ['/usr/bin/vault', 'read', '-address=x', 'hunter22'];
  const text = JSON.stringify(policyPart({ ...NO_POLICY, rules: { ...NO_POLICY.rules, tokenCommand } }));
  expect(text).toContain('["/usr/bin/vault","[3 hidden]"]');
  expect(text).not.toMatch(/hunter22|read|address/);
  expect(policyPart(NO_POLICY)).toEqual(NO_POLICY);
});
