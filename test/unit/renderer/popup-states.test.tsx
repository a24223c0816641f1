import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { done } from './fake-api.ts';
import { openWindow } from './open-window.tsx';
import { MINUTE, NOW, snapshot } from './snapshots.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const status = (): Promise<HTMLElement> => screen.findByRole('status');
const button = (name: string): HTMLElement => screen.getByRole('button', { name });

test('all is well: the state in words, the age of the last success, and what was last done', async () => {
  const activity = [
    {
      id: 1,
      time: NOW - MINUTE,
      kind: 'pulled',
      path: 'docs/a.md',
      reason: { code: 'changed-on-giip' },
      run: null,
      hasEvidence: false,
    },
  ] as const;
  openWindow('#popup', snapshot({ activity }));
  expect((await status()).textContent).toBe('Everything is in stepLast synced 3 minutes ago');
  const list = screen.getByRole('list', { name: 'Recent activity' });
  expect(list.textContent).toContain('docs/a.md');
  expect(list.textContent).toContain(
    'Fetched. Changed on GIIP, unchanged on this computer since the last sync.',
  );
  expect(screen.queryByRole('list', { name: 'Pending changes' })).toBeNull();
  expect(screen.queryByRole('list', { name: 'Conflicts' })).toBeNull();
});

test('before anything has happened it says so', async () => {
  openWindow('#popup', snapshot());
  expect(await screen.findByText(/Nothing has been transferred yet/u)).toBeTruthy();
});

test('the growing age is not announced, only a change of state is', async () => {
  openWindow('#popup', snapshot());
  await status();
  expect(screen.getByText('Last synced 3 minutes ago').getAttribute('aria-live')).toBe('off');
});

test('pending changes each have their reason', async () => {
  const pending = [{ path: 'docs/a.md', change: 'new', reason: { code: 'new-here' } }] as const;
  openWindow('#popup', snapshot({ state: 'pending', pending }));
  expect((await status()).textContent).toContain('1 change to send');
  const rows = within(screen.getByRole('list', { name: 'Pending changes' })).getAllByRole('listitem');
  expect(rows[0]?.textContent).toBe('docs/a.mdNew on this computer, not on GIIP.');
});

test('while syncing there is real progress and "Sync now" does nothing', async () => {
  const progress = { phase: 'pushing', done: 3, total: 12 } as const;
  const { api, user } = openWindow('#popup', snapshot({ state: 'syncing', progress }), { 'sync.now': done });
  const bar = await screen.findByRole('progressbar', { name: 'Sending 3 of 12' });
  expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['3', '12']);
  expect((await status()).textContent).not.toContain('3 of 12');
  expect(button('Sync now').getAttribute('aria-disabled')).toBe('true');
  await user.click(button('Sync now'));
  expect(api.inputs('sync.now')).toEqual([]);
});

test('a running sync can be stopped, once', async () => {
  const progress = { phase: 'applying', done: 3, total: 12 } as const;
  const { api, user } = openWindow('#popup', snapshot({ state: 'syncing', progress }), {
    'sync.cancel': done,
  });
  await user.click(await screen.findByRole('button', { name: 'Stop' }));
  await user.click(button('Stopping…'));
  expect(api.inputs('sync.cancel')).toEqual([null]);
});

test('a look that is over at once shows no progress', async () => {
  const { api } = openWindow('#popup', snapshot());
  await status();
  act(() => api.emit(snapshot({ revision: 2, progress: { phase: 'scanning', done: 1, total: 2 } })));
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(await screen.findByRole('progressbar', { name: 'Looking at the folder 1 of 2' })).toBeDefined();
});

test('progress of unknown length claims none', async () => {
  const progress = { phase: 'pulling', done: 0, total: 0 } as const;
  openWindow('#popup', snapshot({ state: 'syncing', progress }));
  const bar = await screen.findByRole('progressbar', { name: 'Asking GIIP' });
  expect(bar.hasAttribute('value')).toBe(false);
});

test('a refused token: what happened, what to do, and the way there', async () => {
  const { api, user } = openWindow(
    '#popup',
    snapshot({ state: 'error', error: { code: 'token-refused' }, nextCycle: null }),
    {
      'app.openWindow': done,
    },
  );
  const card = await screen.findByRole('region', { name: 'GIIP refused the Agent Token' });
  expect(card.textContent).toContain('Your files are untouched; nothing was lost.');
  expect(card.textContent).toContain('Verify the Agent Token');
  await user.click(button('Enter new token'));
  expect(api.inputs('app.openWindow')).toEqual(['setup']);
});

test('another folder in place of the known one can be confirmed', async () => {
  const { api, user } = openWindow(
    '#popup',
    snapshot({ state: 'error', error: { code: 'workspace-replaced' } }),
    {
      'held.approve': done,
    },
  );
  await status();
  await user.click(button('This is the right folder'));
  expect(api.inputs('held.approve')).toEqual([null]);
});

test('offline: the cause and a countdown to the next try', async () => {
  const error = { code: 'server-unreachable', detail: 'ENOTFOUND' } as const;
  openWindow('#popup', snapshot({ state: 'offline', error, failures: 2, nextCycle: NOW + 4 * MINUTE }));
  const card = await screen.findByRole('region', { name: 'GIIP cannot be reached' });
  expect(card.textContent).toContain('Next try in 4 minutes');
  expect(card.textContent).toContain('Details: ENOTFOUND');
});

test('paused: until when, and the way back', async () => {
  const { api, user } = openWindow(
    '#popup',
    snapshot({ state: 'paused', paused: true, pausedUntil: NOW + 60 * MINUTE }),
    {
      'sync.resume': done,
    },
  );
  expect(await screen.findByRole('region', { name: 'Paused until 11:00' })).toBeTruthy();
  await user.click(button('Resume'));
  expect(api.inputs('sync.resume')).toEqual([null]);
});

test('what is deleted here and what cannot be synced is listed', async () => {
  const rejected = [{ path: 'docs/pic.png', reason: 'not UTF-8 text' }];
  openWindow('#popup', snapshot({ deletedHere: ['docs/a.md'], rejected }));
  expect((await screen.findByRole('list', { name: 'Deleted here, still on GIIP' })).textContent).toBe(
    'docs/a.md',
  );
  expect(screen.getByRole('list', { name: 'Not synced' }).textContent).toBe('docs/pic.pngnot UTF-8 text');
});

test('a long list shows twenty rows, says how many more there are, and shows them when asked', async () => {
  const pending = Array.from({ length: 61 }, (_, at) => ({
    path: `docs/${at}.md`,
    change: 'new' as const,
    reason: { code: 'new-here' as const },
  }));
  const { user } = openWindow('#popup', snapshot({ state: 'pending', pending }));
  const rows = within(await screen.findByRole('list', { name: 'Pending changes' })).getAllByRole('listitem');
  expect(rows).toHaveLength(21);
  expect(rows.at(-1)?.textContent).toBe('and 41 more');
  await user.click(button('and 41 more'));
  const all = within(screen.getByRole('list', { name: 'Pending changes' })).getAllByRole('listitem');
  expect(all.at(-1)?.textContent).toContain('docs/60.md');
});

test('rehearsal says all the time that it is one', async () => {
  openWindow('#popup', snapshot({ rehearsal: true }));
  expect(await screen.findByText(/pretend GIIP/u)).toBeTruthy();
});

test('a name from the server is text, whatever it holds', async () => {
  openWindow('#popup', snapshot({ deletedHere: ['docs/<img src=x onerror=alert(1)>.md'] }));
  await status();
  expect(document.querySelector('img')).toBeNull();
  expect(screen.getByRole('list', { name: 'Deleted here, still on GIIP' }).textContent).toContain('<img');
});
