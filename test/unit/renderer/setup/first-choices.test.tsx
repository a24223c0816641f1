import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { PlannedStep } from '../../../../shared/model/change.ts';
import type { ConflictSummary } from '../../../../shared/model/conflict.ts';
import { ok } from '../../../../shared/model/sync-error.ts';
import type { Answers } from '../fake-api.ts';
import { done } from '../fake-api.ts';
import { openWindow } from '../open-window.tsx';
import { CONFLICT, snapshot } from '../snapshots.ts';

afterEach(cleanup);

const PATHS = ['docs/a.md', 'docs/b.md', 'docs/c.md'] as const;
const STEPS: readonly PlannedStep[] = PATHS.map((path) => ({
  path,
  action: 'conflict',
  overwrites: false,
  reason: { code: 'new-on-both-different' },
}));
const PLAN = {
  connection: { apiUrl: 'https://api.netbako.com/api', lssn: 71, workspace: '/home/mina/.openclaw' },
  steps: STEPS,
};
const conflict = (path: string): ConflictSummary => ({
  ...CONFLICT,
  path,
  kind: 'new/new',
  seen: { local: `l-${path}`, remote: `r-${path}` },
});
const UNCONNECTED = snapshot({ state: 'setup', connection: null, lastSuccess: null });
const settledAll: NonNullable<Answers['conflict.resolveMany']> = ({ items }) =>
  ok({ run: 7, done: items.map(({ path }) => path), failed: [] });

const pick = (name: string): HTMLSelectElement => screen.getByRole('combobox', { name });
const progress = (): HTMLElement => screen.getByRole('status', { name: 'Your choices' });

async function openPlan(answers: Answers = {}) {
  const window = openWindow('#setup', UNCONNECTED, {
    'setup.candidates': () => ok([]),
    'setup.defaults': () =>
      ok({ apiUrl: 'https://api.netbako.com/api', workspace: '/x/.openclaw', lssn: '71' }),
    'setup.plan': () => ok(PLAN),
    'setup.start': done,
    'conflict.resolveMany': settledAll,
    ...answers,
  });
  await screen.findByDisplayValue('/x/.openclaw');
  await window.user.type(screen.getByLabelText('Agent token'), 't');
  await window.user.click(screen.getByRole('button', { name: 'Start syncing' }));
  await screen.findByRole('heading', { name: '3 files need your choice' });
  return window;
}

async function start(window: Awaited<ReturnType<typeof openPlan>>): Promise<void> {
  await window.user.click(screen.getByRole('button', { name: 'Start syncing' }));
  await screen.findByRole('heading', { name: 'Openclaw Sync is at work' });
}

test('by default everything is decided later, and then nothing is asked for', async () => {
  const window = await openPlan();
  expect(PATHS.map((path) => pick(`Choice for ${path}`).value)).toEqual(['later', 'later', 'later']);
  await start(window);
  window.api.emit(snapshot({ revision: 2, conflicts: PATHS.map(conflict) }));
  expect(screen.queryByRole('status', { name: 'Your choices' })).toBeNull();
  expect(window.api.inputs('conflict.resolveMany')).toEqual([]);
});

test('one choice for all, and another one for a single file; the numbers are said', async () => {
  const { user } = await openPlan();
  await user.selectOptions(pick('For all of them'), 'Keep mine');
  expect(screen.getByText('Chosen: yours for 3 files.')).toBeTruthy();
  await user.selectOptions(pick('Choice for docs/b.md'), "Take GIIP's");
  expect(screen.getByText("Chosen: yours for 2 files, GIIP's for 1 file.")).toBeTruthy();
  expect(pick('For all of them').value).toBe('mixed');
});

test('the choices are carried out once, with what the first cycle saw, one call for each kind', async () => {
  const window = await openPlan();
  const { api, user } = window;
  await user.selectOptions(pick('For all of them'), 'Keep mine');
  await user.selectOptions(pick('Choice for docs/b.md'), "Take GIIP's");
  await start(window);
  expect(progress().textContent).toContain('Your choices for 3 files are carried out as soon as');
  api.emit(snapshot({ revision: 2, conflicts: [conflict('docs/a.md')], lastSuccess: null }));
  expect(api.inputs('conflict.resolveMany')).toEqual([]);

  api.emit(snapshot({ revision: 3, conflicts: PATHS.map(conflict), lastSuccess: null }));
  await waitFor(() => expect(progress().textContent).toBe('Your choices are carried out for 3 files.'));
  const later = snapshot({ revision: 4, conflicts: PATHS.map(conflict), lastSuccess: Date.now() + 1 });
  await act(async () => api.emit(later));
  const item = (path: string) => ({ path, seen: { local: `l-${path}`, remote: `r-${path}` } });
  expect(api.inputs('conflict.resolveMany')).toEqual([
    { take: 'mine', items: [item('docs/a.md'), item('docs/c.md')] },
    { take: 'server', items: [item('docs/b.md')] },
  ]);
});

test('what is no conflict any more after the first cycle, and what fails, is said by name', async () => {
  const window = await openPlan({
    'conflict.resolveMany': () =>
      ok({
        run: 7,
        done: ['docs/a.md'],
        failed: [{ path: 'docs/b.md', error: { code: 'changed-meanwhile' } }],
      }),
  });
  await window.user.selectOptions(pick('For all of them'), 'Keep both');
  await start(window);
  const seen = PATHS.slice(0, 2).map(conflict);
  window.api.emit(snapshot({ revision: 2, conflicts: seen, lastSuccess: Date.now() + 1 }));
  await waitFor(() => expect(progress().textContent).toContain('Your choices are carried out for 1 file.'));
  expect(progress().textContent).toContain('1 file needs no choice any more');
  expect(progress().textContent).toContain('1 file still needs your choice:docs/b.mdThe file changed');
});

test('a success of the time before the start is not taken for the first cycle', async () => {
  const window = await openPlan();
  await window.user.selectOptions(pick('For all of them'), 'Keep mine');
  await start(window);
  window.api.emit(snapshot({ revision: 2, conflicts: [], lastSuccess: Date.now() - 60_000 }));
  expect(progress().textContent).toContain('are carried out as soon as');
});
