import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../shared/model/settings.ts';
import { ok } from '../../../../shared/model/sync-error.ts';
import type { UpdateStatus } from '../../../../shared/model/updates.ts';
import type { Answers } from '../fake-api.ts';
import { done } from '../fake-api.ts';
import { openWindow } from '../open-window.tsx';
import { snapshot } from '../snapshots.ts';

afterEach(cleanup);

const IDLE: UpdateStatus = {
  version: '1.0.0',
  off: null,
  lookedAt: null,
  stage: 'idle',
  next: null,
  problem: null,
};

async function openUpdates(status: Partial<UpdateStatus>, answers: Answers = {}) {
  const { api, user } = openWindow('#settings?updates', snapshot(), {
    'settings.get': () => ok(DEFAULT_SETTINGS),
    'settings.update': (change) => ok({ ...DEFAULT_SETTINGS, ...change }),
    'history.size': () => ok({ bytes: 0, versions: 0, texts: 0, oldest: null }),
    'rules.list': () => ok([]),
    'updates.get': () => ok({ ...IDLE, ...status }),
    ...answers,
  });
  await screen.findByText('1.0.0');
  const section = within(screen.getByRole('region', { name: 'Updates' }));
  return { api, user, section, said: () => section.getByRole('status').textContent };
}

test('a look is asked for, and what comes of it is followed', async () => {
  const { api, user, section, said } = await openUpdates({}, { 'updates.look': done });
  expect(section.getByText('Not since the start')).toBeTruthy();
  await user.click(section.getByRole('button', { name: 'Look now' }));
  expect(api.inputs('updates.look')).toEqual([null]);

  api.send('updates.changed', { ...IDLE, stage: 'downloading', next: '1.1.0' });
  await section.findByText('Downloading version 1.1.0…');
  // It keeps the focus, and does nothing meanwhile.
  await user.click(section.getByRole('button', { name: 'Look now' }));
  expect(api.inputs('updates.look')).toEqual([null]);
  api.send('updates.changed', { ...IDLE, stage: 'idle', lookedAt: Date.now() });
  await section.findByText('This is the newest version.');
  expect(said()).toBe('This is the newest version.');
});

test('what is ready is offered with a restart, which may have to wait', async () => {
  const { user, section, said } = await openUpdates(
    { stage: 'ready', next: '1.1.0' },
    { 'updates.restart': () => ok('conflictOpen') },
  );
  expect(said()).toBe('Version 1.1.0 is ready and is installed when you quit.');
  await user.click(section.getByRole('button', { name: 'Restart to update to 1.1.0' }));
  await section.findByText('The conflict window is open: save or close it first.');
});

test.each([
  ['managed', 'Your administrator has switched updates off'],
  ['package', 'installed by a package manager'],
  ['unsigned', 'This build is not signed for updates'],
  ['place', 'lies where you cannot write'],
] as const)('why updates are off (%s) is said, and nothing can be switched', async (off, words) => {
  const { section, said } = await openUpdates({ off });
  expect(said()).toContain(words);
  expect(section.queryByRole('switch')).toBeNull();
  expect(section.queryByRole('button')).toBeNull();
});

test('who has switched them off can switch them on', async () => {
  const settings = { ...DEFAULT_SETTINGS, updates: false };
  const { api, user, section, said } = await openUpdates(
    { off: 'switchedOff' },
    { 'settings.get': () => ok(settings), 'settings.update': (change) => ok({ ...settings, ...change }) },
  );
  expect(said()).toContain('Switched off');
  expect(section.queryByRole('button')).toBeNull();
  await user.click(section.getByRole('switch', { name: 'Install new versions by itself' }));
  expect(api.inputs('settings.update')).toEqual([{ updates: true }]);
  // The reason is asked for anew, when the change has arrived.
  const asked = api.calls.map(({ name }) => name).filter((name) => name !== 'autostart.get');
  expect(asked.slice(-2)).toEqual(['settings.update', 'updates.get']);
});

test.each([
  ['untrusted', 'not signed by the publisher'],
  ['damaged', 'arrived damaged'],
  ['unreachable', 'did not reach the server'],
] as const)('what went wrong (%s) is said in words', async (problem, words) => {
  const { said } = await openUpdates({ problem, lookedAt: 1 });
  expect(said()).toContain(words);
});
