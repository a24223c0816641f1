import { expect, test } from 'vitest';
import { createAgentToken } from '../../../electron/app/agent-token.ts';
import { systemClock } from '../../../electron/app/system-clock.ts';
import { fail, ok } from '../../../shared/model/sync-error.ts';

const at = (apiUrl: string) => ({ apiUrl, lssn: 71, workspace: '/w' });

test('the token of this run goes to the address that the run began with, and to no other', async () => {
  const asked: string[] = [];
  const token = createAgentToken({
    clock: systemClock,
    givenToken: 'of-this-run',
    policyToken: () => null,
    tokens: {
      save: async () => ok('stored'),
      load: async (origin) => {
        asked.push(origin);
        return fail('token-missing');
      },
      state: async () => 'missing',
    },
  });
  expect(token.place()).toBe('environment');
  expect(await token.source(at('https://giip.example.com/api'))()).toEqual(ok('of-this-run'));
  expect(await token.source(at('https://giip.example.com/v2'))()).toEqual(ok('of-this-run'));
  expect(token.place()).toBe('environment');
  expect(await token.source(at('https://elsewhere.example.com/api'))()).toMatchObject({ ok: false });
  expect(asked).toEqual(['https://elsewhere.example.com']);
  expect(token.place()).toBe('store');
  expect(token.state()).toBe('missing');
  expect(await token.source(at('https://giip.example.com/api'))()).toEqual(ok('of-this-run'));
});
