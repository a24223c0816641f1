import { expect, test } from 'vitest';
import { loginItemState } from '../../../electron/shell/autostart-login-item.ts';

// Neither system is here: what Electron answers on them, by its documentation, is judged.

const item = (scope: 'user' | 'machine', enabled: boolean) => ({
  name: 'x',
  path: 'x',
  args: [],
  scope,
  enabled,
});

test.each([
  ['no entry', [], false, { is: 'off' }],
  ['an entry', [item('user', true)], true, { is: 'on' }],
  ['switched off in the Task Manager', [item('user', false)], false, { is: 'switchedOff', where: 'windows' }],
  ["the administrator's entry", [item('machine', true)], true, { is: 'onForEverybody' }],
  [
    "the administrator's, switched off",
    [item('machine', false)],
    false,
    { is: 'switchedOff', where: 'windows' },
  ],
  ['both', [item('machine', true), item('user', true)], true, { is: 'on' }],
  [
    'only the own one switched off',
    [item('machine', true), item('user', false)],
    true,
    { is: 'onForEverybody' },
  ],
])('Windows: %s', (_, launchItems, executableWillLaunchAtLogin, state) => {
  const openAtLogin = launchItems.length > 0;
  expect(loginItemState('win32', { openAtLogin, executableWillLaunchAtLogin, launchItems })).toEqual(state);
});

test('Windows: an entry that is not in the list is on only when it would really start', () => {
  const answer = { openAtLogin: true, launchItems: [] };
  expect(loginItemState('win32', { ...answer, executableWillLaunchAtLogin: false })).toMatchObject({
    is: 'switchedOff',
  });
  expect(loginItemState('win32', { ...answer, executableWillLaunchAtLogin: true })).toEqual({ is: 'on' });
});

test.each([
  ['enabled', true, { is: 'on' }],
  ['requires-approval', false, { is: 'switchedOff', where: 'macos' }],
  ['requires-approval', true, { is: 'switchedOff', where: 'macos' }],
  ['not-registered', false, { is: 'off' }],
  ['not-found', false, { is: 'off' }],
  // Before macOS 13 there is no such service.
  [undefined, true, { is: 'on' }],
  [undefined, false, { is: 'off' }],
])('macOS: %s (%s)', (status, openAtLogin, state) => {
  expect(loginItemState('darwin', { openAtLogin, ...(status ? { status } : {}) })).toEqual(state);
});
