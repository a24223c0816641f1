import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '../../../../shared/model/sync-error.ts';
import type { Answers } from '../fake-api.ts';
import { done } from '../fake-api.ts';
import { openWindow } from '../open-window.tsx';
import { NOW, snapshot } from '../snapshots.ts';
import { HISTORY, NEWEST } from './history-data.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const box = (name: string): HTMLInputElement => screen.getByRole('checkbox', { name });
const outcome = (): HTMLElement => screen.getByRole('status', { name: 'What was done' });

async function openPlan(name: string, answers: Answers = {}) {
  const window = openWindow('#history', snapshot(), { ...HISTORY, ...answers });
  await screen.findByRole('list', { name: 'What changed' });
  await window.user.click(button(name));
  await screen.findByText('2 files will be replaced by the earlier version');
  return window;
}

test('undo shows first what it would do, with the numbers, and does it after one confirmation', async () => {
  const { api, user } = await openPlan('Undo this sync…', {
    'history.undo': () => ok({ run: 120, done: ['docs/a.md', 'docs/b.md', 'docs/c.md'], failed: [] }),
  });
  const heading = screen.getByRole('heading', { name: 'Undo this sync?' });
  expect(document.activeElement).toBe(heading);
  expect(screen.getByText("May 6, 2031 at 09:59: GIIP's changes to 3 files, 1 new conflict")).toBeTruthy();
  const replaced = screen.getByRole('list', { name: '2 files will be replaced by the earlier version' });
  expect(
    within(replaced)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['docs/a.md', 'docs/b.md']);
  expect(screen.getByText('1 file will be put back')).toBeTruthy();
  expect(screen.getByText(/1 file cannot be put back/u)).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(api.inputs('history.undo')).toEqual([]);

  await user.click(button('Undo for 3 files'));
  expect(api.inputs('history.undo')).toEqual([NEWEST.id]);
  await waitFor(() => expect(outcome().textContent).toContain('3 files are as before again.'));
  expect(screen.queryByRole('heading', { name: 'Undo this sync?' })).toBeNull();
});

test('what could not be put back is named with the cause, and the rest can be undone', async () => {
  const undone = [
    {
      run: 120,
      done: ['docs/a.md'],
      failed: [{ path: 'docs/b.md', error: { code: 'changed-meanwhile' } as const }],
    },
    { run: 121, done: ['docs/a.md'], failed: [] },
  ];
  const { api, user } = await openPlan('Undo this sync…', {
    'history.undo': () => ok(undone.shift() ?? { run: 0, done: [], failed: [] }),
  });
  await user.click(button('Undo for 3 files'));
  await waitFor(() => expect(outcome().textContent).toContain('1 file is as before again.'));
  expect(outcome().textContent).toContain('docs/b.md');
  expect(outcome().textContent).toContain('The file changed while this was being done');
  await user.click(within(outcome()).getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(outcome().textContent).toContain('Undone: 1 file is as just before.'));
  expect(api.inputs('history.undo')).toEqual([NEWEST.id, 120]);
  await user.click(button('Dismiss'));
  expect(outcome().textContent).toBe('');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
});

test('restoring the folder: each file can be left out, and only the chosen ones are restored', async () => {
  const { api, user } = await openPlan('Restore folder to this point…', {
    'history.restoreRun': ({ paths }) => ok({ run: 130, done: paths, failed: [] }),
  });
  expect(box('docs/a.md').checked).toBe(true);
  expect(screen.queryByRole('checkbox', { name: 'docs/lost.md' })).toBeNull();
  await user.click(box('docs/b.md'));
  expect(box('All files').indeterminate).toBe(true);
  await user.click(button('Restore 2 files'));
  expect(api.inputs('history.restoreRun')).toEqual([{ run: NEWEST.id, paths: ['docs/a.md', 'docs/c.md'] }]);
  await waitFor(() => expect(outcome().textContent).toContain('2 files are as before again.'));
});

test('with no file chosen there is nothing to confirm', async () => {
  const { api, user } = await openPlan('Restore folder to this point…');
  await user.click(box('All files'));
  await user.click(box('docs/c.md'));
  expect(button('Choose files to restore').getAttribute('aria-disabled')).toBe('true');
  await user.click(button('Choose files to restore'));
  expect(api.inputs('history.restoreRun')).toEqual([]);
});

test('Escape and Cancel leave the plan and change nothing', async () => {
  const { api, user } = await openPlan('Undo this sync…', { 'app.closeWindow': done });
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('heading', { name: 'Undo this sync?' })).toBeNull();
  expect(document.activeElement).toBe(button('Undo this sync…'));
  await user.keyboard('{Enter}');
  await user.click(button('Cancel'));
  expect(screen.queryByRole('heading', { name: 'Undo this sync?' })).toBeNull();
  expect(api.inputs('app.closeWindow')).toEqual([]);
  expect(api.inputs('history.undo')).toEqual([]);
});

test('a failure is said, and the plan stays to be tried again', async () => {
  const { user } = await openPlan('Undo this sync…', {
    'history.undo': () => ({ ok: false, error: { code: 'disk-full' } }),
  });
  await user.click(button('Undo for 3 files'));
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
  expect(screen.getByRole('heading', { name: 'Undo this sync?' })).toBeTruthy();
});

test('#history?undo opens the plan of undoing the last sync', async () => {
  const { api } = openWindow('#history?undo', snapshot(), HISTORY);
  expect(await screen.findByRole('heading', { name: 'Undo this sync?' })).toBeTruthy();
  expect(api.inputs('history.undoPlan')[0]).toBeNull();
});

test('#history?undo says so when there is nothing to undo', async () => {
  openWindow('#history?undo', snapshot(), { ...HISTORY, 'history.undoPlan': () => ok(null) });
  expect(await screen.findByText('There is no change that could be undone.')).toBeTruthy();
});
