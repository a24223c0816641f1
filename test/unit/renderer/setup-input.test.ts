import { expect, test } from 'vitest';
import type { SetupValues } from '../../../renderer/views/setup/setup-input.ts';
import { fieldProblem, setupInput } from '../../../renderer/views/setup/setup-input.ts';

const GOOD: SetupValues = {
  token: 'a-token',
  lssn: '71174',
  workspace: '/home/mina/.openclaw',
  apiUrl: 'https://api.netbako.com/api',
  candidate: null,
};

test.each(['1', ' 71174 ', '2147483647'])('the server number "%s" can be used', (lssn) => {
  expect(fieldProblem('lssn', { ...GOOD, lssn })).toBeNull();
});

test.each(['', '0', '-1', '1.5', '1e3', 'abc', '2147483648', '99999999999'])(
  'the server number "%s" cannot',
  (lssn) => {
    expect(fieldProblem('lssn', { ...GOOD, lssn })).toMatch(/whole number/u);
  },
);

test.each([
  'https://a.example/api',
  'http://127.0.0.1:8080/api',
  'http://localhost/api',
  'http://[::1]:1/api',
])('the address "%s" can be used', (apiUrl) => {
  expect(fieldProblem('apiUrl', { ...GOOD, apiUrl })).toBeNull();
});

test.each([
  '',
  'api.netbako.com',
  'http://a.example/api',
  'ftp://a.example',
  'https://me:pw@a.example/api',
  'https://a.example/#x',
])('the address "%s" cannot', (apiUrl) => {
  expect(fieldProblem('apiUrl', { ...GOOD, apiUrl })).not.toBeNull();
});

test.each(['/home/x', 'C:\\Users\\x', 'd:/x', '\\\\server\\share', '~/.openclaw'])(
  'the folder "%s" can be used',
  (workspace) => {
    expect(fieldProblem('workspace', { ...GOOD, workspace })).toBeNull();
  },
);

test.each(['', 'docs', '.openclaw'])('the folder "%s" cannot', (workspace) => {
  expect(fieldProblem('workspace', { ...GOOD, workspace })).not.toBeNull();
});

test('a typed token is not sent along with the token of a file', () => {
  const candidate = { id: 'c1', file: '/giip/giipAgent.cfg', lssn: 5, hasToken: true, problem: null };
  expect(setupInput({ ...GOOD, candidate })).toMatchObject({ token: null, candidateId: 'c1' });
  expect(setupInput({ ...GOOD, token: ' t ' })).toMatchObject({ token: 't', candidateId: null });
});
