import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ConflictSummary } from '../../../../shared/model/conflict.ts';
import { fail, ok } from '../../../../shared/model/sync-error.ts';
import { done } from '../fake-api.ts';
import { openWindow } from '../open-window.tsx';
import { CONFLICT, NOW, snapshot, TEXTS } from '../snapshots.ts';
import { openConflicts, SECOND, waiting } from './open-conflicts.tsx';

const ROOM = 600;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  // The list asks how much room it has; this page has no layout.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(ROOM);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const box = (name: string): HTMLInputElement => screen.getByRole('checkbox', { name });
const rows = (list: string): HTMLElement[] =>
  within(screen.getByRole('list', { name: list })).getAllByRole('listitem');

const summaries = (amount: number): readonly ConflictSummary[] =>
  Array.from({ length: amount }, (_, i) => ({
    ...CONFLICT,
    path: `docs/${String(i).padStart(3, '0')}.md`,
    seen: { local: `l${i}`, remote: `r${i}` },
  }));

const many = (amount: number) => summaries(amount).map((summary) => ({ ...TEXTS, ...summary }));

test('five hundred conflicts: only what is in sight exists, and the list says how long it is', async () => {
  await openConflicts(many(500));
  const shown = rows('Conflicts');
  expect(shown.length).toBeLessThan(40);
  expect(shown[0]?.getAttribute('aria-setsize')).toBe('500');
  expect(screen.getByText('500')).toBeTruthy();
});

test('the filter leaves what it names, and says when nothing is left', async () => {
  const { user } = await openConflicts(many(30));
  await user.type(screen.getByRole('searchbox', { name: 'Filter by name' }), '07');
  expect(rows('Conflicts').map((row) => row.textContent)).toEqual(['docs/007.mdChanged on both sides']);
  await user.type(screen.getByRole('searchbox'), 'x');
  expect(screen.getByText('No name here contains that.')).toBeTruthy();
});

test('one decision for all that is ticked: asked once with the numbers, sent with what was seen, one undo', async () => {
  const run = { id: 9, time: NOW, kind: 'decision', outcome: null, counts: {}, canUndo: true } as const;
  const paths = summaries(12).map(({ path }) => path);
  const { api, user } = await openConflicts(many(12), {
    'conflict.resolveMany': () => ok({ run: 9, done: paths, failed: [] }),
    'history.undoPlan': () => ok({ run, steps: paths.map((path) => ({ path, change: 'replace' as const })) }),
    'history.undo': () => ok({ run: 10, done: paths, failed: [] }),
  });
  await user.click(box('Select all conflicts'));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('12 files selected');
  await user.click(button("Use GIIP's"));
  const question = await screen.findByRole('dialog', { name: "Use GIIP's version for 12 files?" });
  expect(question.textContent).toContain('Your 12 versions stay in the history.');
  await user.click(within(question).getByRole('button', { name: 'Not yet' }));
  expect(api.inputs('conflict.resolveMany')).toEqual([]);

  await user.click(button("Use GIIP's"));
  await user.click(await screen.findByRole('button', { name: "Yes, use GIIP's" }));
  expect(api.inputs('conflict.resolveMany')).toEqual([
    { items: summaries(12).map(({ path, seen }) => ({ path, seen })), take: 'server' },
  ]);
  await screen.findByText(
    /Settled with GIIP's version: 12 files\. Undo puts back the earlier text of 12 files here\./u,
  );
  await user.click(button('Undo'));
  expect(api.inputs('history.undo')).toEqual([9]);
  expect(await screen.findByText('Undone: 12 files as before.')).toBeTruthy();
});

test('what could not be settled is counted and named with its cause', async () => {
  const { user } = await openConflicts(many(2), {
    'conflict.resolveMany': () =>
      ok({
        run: 9,
        done: ['docs/000.md'],
        failed: [{ path: 'docs/001.md', error: { code: 'changed-meanwhile' } }],
      }),
  });
  await user.click(box('Select all conflicts'));
  await user.click(button('Use mine'));
  await user.click(await screen.findByRole('button', { name: 'Yes, use mine' }));
  await screen.findByText('1 file could not be settled and stays in the list.');
  expect(screen.getByText(/docs\/001\.md: The file changed while this was being done/u)).toBeTruthy();
});

test('Shift ticks a range, and what leaves the list is no longer ticked', async () => {
  const { api, user } = await openConflicts(many(5));
  await user.click(box('Select docs/001.md'));
  await user.keyboard('{Shift>}');
  await user.click(box('Select docs/003.md'));
  await user.keyboard('{/Shift}');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('3 files selected');
  api.emit(
    waiting(
      summaries(5).filter(({ path }) => path !== 'docs/002.md'),
      2,
    ),
  );
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('2 files selected'));
  await user.click(button('Clear selection'));
  expect(await screen.findByRole('heading', { level: 1, name: 'docs/000.md' })).toBeTruthy();
});

test('arrows move through the list, Space ticks, Enter opens', async () => {
  const { user } = await openConflicts(many(5));
  within(rows('Conflicts')[0] as HTMLElement)
    .getByRole('button')
    .focus();
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('docs/001.md'));
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { level: 1, name: 'docs/001.md' })).toBeTruthy();
  box('Select docs/001.md').focus();
  await user.keyboard('{End}');
  await waitFor(() => expect(document.activeElement).toBe(box('Select docs/004.md')));
  await user.keyboard(' ');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('1 file selected');
});

test('held items: why with counts, and going on is asked once more', async () => {
  const held = [
    { path: 'docs/a.md', reason: { code: 'held-server-rollback' } },
    { path: 'docs/b.md', reason: { code: 'held-server-rollback' } },
    { path: 'docs/c.md', reason: { code: 'held-git-revert' } },
  ] as const;
  const { api, user } = openWindow('#conflicts', snapshot({ state: 'held', held }), { 'held.approve': done });
  await screen.findByRole('list', { name: 'Held for review' });
  await user.click(box('Select docs/a.md'));
  await user.click(box('Select docs/c.md'));
  expect(screen.getByText(/1 item: GIIP is back at an earlier state/u)).toBeTruthy();
  await user.click(button('Go on with 2 items'));
  const question = await screen.findByRole('dialog', { name: 'Go on with 2 items?' });
  expect(question.textContent).toContain('1 item will follow GIIP back');
  await user.click(within(question).getByRole('button', { name: 'Yes, go on with 2 items' }));
  await user.click(button('Go on with 3 items'));
  await user.click(await screen.findByRole('button', { name: 'Yes, go on with 3 items' }));
  expect(api.inputs('held.approve')).toEqual([['docs/a.md', 'docs/c.md'], null]);
});

test('gone from GIIP: keep here or send again, one or many', async () => {
  const { api, user } = openWindow('#conflicts', snapshot({ goneOnServer: ['docs/a.md', 'docs/b.md'] }), {
    'gone.decide': done,
  });
  await screen.findByRole('heading', { level: 1, name: 'docs/a.md' });
  await user.click(button('Keep here'));
  await user.click(box('Select all items no longer on GIIP'));
  await user.click(button('Send again'));
  await waitFor(() =>
    expect(api.inputs('gone.decide')).toEqual([
      { path: 'docs/a.md', decision: 'keep' },
      { path: 'docs/a.md', decision: 'send' },
      { path: 'docs/b.md', decision: 'send' },
    ]),
  );
});

test('what cannot be synced says why, and offers nothing that would not help', async () => {
  const rejected = [{ path: 'docs/A.md', reason: 'Differs from docs/a.md only in capital letters.' }];
  openWindow('#conflicts', snapshot({ rejected }));
  await screen.findByRole('heading', { level: 1, name: 'docs/A.md' });
  expect(screen.getAllByText('Differs from docs/a.md only in capital letters.').length).toBeGreaterThan(0);
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('nothing needs a person: it says so and shows nothing else', async () => {
  openWindow('#conflicts', snapshot());
  expect(await screen.findByRole('heading', { name: 'Nothing needs you.' })).toBeTruthy();
  expect(screen.queryByRole('searchbox')).toBeNull();
});

test('the address and the event choose the item', async () => {
  const texts = { 'conflict.texts': (path: string) => ok({ ...TEXTS, path }) };
  const { api } = openWindow('#conflicts?path=docs%2Fsecond.md', waiting([CONFLICT, SECOND]), texts);
  await screen.findByRole('heading', { level: 1, name: 'docs/second.md' });
  api.send('item.opened', 'docs/plan.md');
  await screen.findByRole('heading', { level: 1, name: 'docs/plan.md' });
});

test('texts that cannot be fetched say why', async () => {
  openWindow('#conflicts', waiting([CONFLICT]), { 'conflict.texts': () => fail('no-such-conflict') });
  expect(await screen.findByRole('alert')).toBeTruthy();
});

test('"Resolve" in the popup opens this window at that conflict', async () => {
  const { api, user } = openWindow('#popup', waiting([CONFLICT, SECOND]), { 'app.openItem': done });
  await user.click((await screen.findAllByRole('button', { name: 'Resolve' }))[1] as HTMLElement);
  expect(api.inputs('app.openItem')).toEqual([{ window: 'conflicts', path: 'docs/second.md' }]);
});
