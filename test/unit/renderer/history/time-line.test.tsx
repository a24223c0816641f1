import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RunDetails } from '../../../../shared/model/history.ts';
import { ok } from '../../../../shared/model/sync-error.ts';
import { done } from '../fake-api.ts';
import { openWindow } from '../open-window.tsx';
import { NOW, snapshot } from '../snapshots.ts';
import { DETAILS, HISTORY, NEWEST, OLDER, run } from './history-data.ts';

const DAY = 24 * 60 * 60_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const row = (name: RegExp): Promise<HTMLElement> => screen.findByRole('button', { name });

test('runs stand by day, newest first, with the time, what was done and what was left open', async () => {
  const runs = [NEWEST, OLDER, run(3, { time: NOW - DAY }), run(2, { time: NOW - 40 * DAY })];
  openWindow('#history', snapshot(), { ...HISTORY, 'history.runs': () => ok(runs) });
  const today = await screen.findByRole('region', { name: 'Today' });
  const [first, second] = within(today).getAllByRole('button');
  expect(first?.textContent).toBe("09:59GIIP's changes to 3 files, 1 new conflictConflicts wait");
  expect(second?.textContent).toBe('09:58You settled 2 conflicts');
  expect(screen.getAllByRole('region').map((day) => day.getAttribute('aria-label'))).toEqual(
    expect.arrayContaining(['Today', 'Yesterday', 'Thursday, March 27']),
  );
});

test('the newest run is open at first: item by item, with the reasons', async () => {
  openWindow('#history', snapshot(), HISTORY);
  const list = await screen.findByRole('list', { name: 'What changed' });
  expect(list.textContent).toContain('docs/a.md');
  expect(list.textContent).toContain('Changed on GIIP, unchanged on this computer since the last sync.');
  expect((await row(/3 files/u)).getAttribute('aria-current')).toBe('true');
});

test('a run of many items shows the first fifty, and all of them on demand', async () => {
  const items = Array.from({ length: 73 }, (_, at) => ({
    ...DETAILS.items[1],
    id: at,
    path: `docs/${at}.md`,
  }));
  const { user } = openWindow('#history', snapshot(), {
    ...HISTORY,
    'history.run': () => ok({ ...DETAILS, items } as RunDetails),
  });
  const list = await screen.findByRole('list', { name: 'What changed' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(51);
  await user.click(within(list).getByRole('button', { name: 'and 23 more' }));
  expect(within(list).getAllByRole('listitem')).toHaveLength(73);
});

test('arrow keys walk through the runs, of which one takes Tab; Enter opens', async () => {
  const { api, user } = openWindow('#history', snapshot(), HISTORY);
  (await row(/3 files/u)).focus();
  await user.keyboard('{ArrowDown}');
  const second = await row(/settled/u);
  expect(document.activeElement).toBe(second);
  expect(second.tabIndex).toBe(-1);
  await user.keyboard('{Enter}');
  expect(second.tabIndex).toBe(0);
  expect((await row(/3 files/u)).tabIndex).toBe(-1);
  expect(api.inputs('history.run')).toEqual([NEWEST.id, OLDER.id]);
});

test('a run that replaced nothing here says why it cannot be undone', async () => {
  const { user } = openWindow('#history', snapshot(), HISTORY);
  await user.click(await row(/settled/u));
  const undo = screen.getByRole('button', { name: 'Undo this…' });
  expect(undo.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByText(/It replaced no file on this computer/u)).toBeTruthy();
});

test('older runs are asked for in pages from the last one on, until there are no more; a new one leaves them there', async () => {
  const all = Array.from({ length: 60 }, (_, at) => run(99 - at));
  const { api, user } = openWindow('#history', snapshot(), {
    ...HISTORY,
    'history.runs': ({ before }) => ok(all.filter(({ id }) => before === null || id < before).slice(0, 50)),
  });
  await user.click(await screen.findByRole('button', { name: 'Show older' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull());
  expect(api.inputs('history.runs')).toEqual([{ before: null }, { before: 50 }]);
  expect(document.querySelectorAll('[data-row]')).toHaveLength(60);

  api.emit(snapshot({ revision: 2, activity: DETAILS.items }));
  await waitFor(() => expect(api.inputs('history.runs')).toHaveLength(3));
  expect(document.querySelectorAll('[data-row]')).toHaveLength(60);
  expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
});

test('a sync that happens meanwhile appears, and what was open stays open', async () => {
  const runs = [
    [NEWEST, OLDER],
    [run(100, { counts: { pushed: 1 } }), NEWEST, OLDER],
  ];
  const { api, user } = openWindow('#history', snapshot(), {
    ...HISTORY,
    'history.runs': () => ok(runs.shift() ?? []),
  });
  await user.click(await row(/settled/u));
  api.emit(snapshot({ revision: 2, activity: DETAILS.items }));
  expect(await row(/Your changes to 1 file/u)).toBeTruthy();
  expect((await row(/settled/u)).getAttribute('aria-current')).toBe('true');
});

test('before anything has happened it says so; a failure is said', async () => {
  openWindow('#history', snapshot(), { ...HISTORY, 'history.runs': () => ok([]) });
  expect(await screen.findByText(/Nothing has been changed yet/u)).toBeTruthy();
  cleanup();
  openWindow('#history', snapshot(), {
    ...HISTORY,
    'history.runs': () => ({ ok: false, error: { code: 'state-unusable' } }),
  });
  expect((await screen.findByRole('alert')).textContent).toContain('The database');
});

test('Escape closes the window', async () => {
  const { api, user } = openWindow('#history', snapshot(), { ...HISTORY, 'app.closeWindow': done });
  await row(/3 files/u);
  await user.keyboard('{Escape}');
  expect(api.inputs('app.closeWindow')).toEqual([null]);
});
