import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../shared/model/settings.ts';
import { ok } from '../../../shared/model/sync-error.ts';
import { done } from './fake-api.ts';
import { openWindow } from './open-window.tsx';
import { CONFLICT, NOW, snapshot } from './snapshots.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const status = (): Promise<HTMLElement> => screen.findByRole('status');
const button = (name: string): HTMLElement => screen.getByRole('button', { name });

test('"Sync now" syncs', async () => {
  const { api, user } = openWindow('#popup', snapshot(), { 'sync.now': done });
  await status();
  await user.click(button('Sync now'));
  expect(api.inputs('sync.now')).toEqual([null]);
});

test('what was asked for and failed is said at once, and can be put away', async () => {
  const { user } = openWindow('#popup', snapshot(), {
    'sync.now': () => ({ ok: false, error: { code: 'busy' } }),
  });
  await status();
  await user.click(button('Sync now'));
  expect((await screen.findByRole('alert')).textContent).toContain('Another Openclaw Sync is at work');
  await user.click(button('Dismiss'));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('held items are listed with reasons, and "Go on" asks once more with the numbers', async () => {
  const held = [
    { path: 'docs/a.md', reason: { code: 'held-mass-deletion' } },
    { path: 'docs/b.md', reason: { code: 'held-mass-deletion' } },
    { path: 'docs/c.md', reason: { code: 'held-emptied-after-crash' } },
  ] as const;
  const { api, user } = openWindow('#popup', snapshot({ state: 'held', held }), { 'held.approve': done });
  const list = await screen.findByRole('list', { name: 'Held for review' });
  expect(within(list).getAllByRole('listitem')[2]?.textContent).toContain('The file is empty after a crash');

  await user.click(button('Go on'));
  expect(document.activeElement).toBe(button('Not yet'));
  expect(screen.getByRole('group', { name: 'Go on with 3 items?' }).textContent).toContain(
    '2 deletions on this computer',
  );
  await user.click(button('Not yet'));
  expect(document.activeElement).toBe(button('Go on'));
  expect(api.inputs('held.approve')).toEqual([]);

  await user.click(button('Go on'));
  await user.click(button('Yes, go on with 3 items'));
  expect(api.inputs('held.approve')).toEqual([null]);
});

test('items gone from GIIP wait for a choice', async () => {
  const { api, user } = openWindow('#popup', snapshot({ goneOnServer: ['docs/a.md'] }), {
    'gone.decide': done,
  });
  expect(await screen.findByRole('list', { name: 'No longer on GIIP' })).toBeTruthy();
  await user.click(button('Keep here'));
  await user.click(button('Send again'));
  expect(api.inputs('gone.decide')).toEqual([
    { path: 'docs/a.md', decision: 'keep' },
    { path: 'docs/a.md', decision: 'send' },
  ]);
});

test('not connected yet: set up, or try it without GIIP', async () => {
  const { api, user } = openWindow(
    '#popup',
    snapshot({ state: 'setup', connection: null, lastSuccess: null }),
    {
      'app.openWindow': done,
      'rehearsal.start': done,
    },
  );
  expect((await status()).textContent).toBe('Not connected yet');
  await user.click(button('Set up'));
  await user.click(button('Try it without GIIP'));
  expect(api.calls.slice(1).map(({ name }) => name)).toEqual(['app.openWindow', 'rehearsal.start']);
});

test('without a tray host it says why there is a window, once', async () => {
  const { api, user } = openWindow('#popup', snapshot({ trayHost: false }), {
    'settings.get': () => ok(DEFAULT_SETTINGS),
    'settings.update': () => ok({ ...DEFAULT_SETTINGS, trayHintSeen: true }),
  });
  await user.click(await screen.findByRole('button', { name: 'Understood' }));
  expect(api.inputs('settings.update')).toEqual([{ trayHintSeen: true }]);
  expect(screen.queryByRole('button', { name: 'Understood' })).toBeNull();
});

test('the menu pauses and quits, and works with the keyboard alone', async () => {
  const { api, user } = openWindow('#popup', snapshot(), {
    'sync.pause': done,
    'app.quit': done,
    'app.closeWindow': done,
  });
  await status();
  button('More').focus();
  await user.keyboard('{Enter}');
  expect(document.activeElement?.textContent).toBe('What would happen now?');
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
  expect(api.inputs('sync.pause')).toEqual(['tomorrow']);

  await user.keyboard('{Enter}{End}');
  expect(document.activeElement?.textContent).toBe('Quit');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(button('More'));
  expect(api.inputs('app.closeWindow')).toEqual([]);
});

test('the ways to the folder and the settings', async () => {
  const { api, user } = openWindow('#popup', snapshot(), { 'app.openFolder': done, 'app.openWindow': done });
  await status();
  await user.click(button('Open folder'));
  await user.click(button('Settings'));
  expect(api.inputs('app.openFolder')).toEqual([null]);
  expect(api.inputs('app.openWindow')).toEqual(['settings']);
});

test('Escape closes the popup, but first the question that is open in it', async () => {
  const held = [{ path: 'docs/a.md', reason: { code: 'held-not-stored' } }] as const;
  const { api, user } = openWindow('#popup', snapshot({ state: 'held', held, conflicts: [CONFLICT] }), {
    'app.closeWindow': done,
  });
  await status();
  await user.click(button('Go on'));
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('button', { name: 'Not yet' })).toBeNull();
  expect(api.inputs('app.closeWindow')).toEqual([]);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(api.inputs('app.closeWindow')).toEqual([null]));
});
