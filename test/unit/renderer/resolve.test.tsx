import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ok } from '../../../shared/model/sync-error.ts';
import type { Answers } from './fake-api.ts';
import { done } from './fake-api.ts';
import { openWindow } from './open-window.tsx';
import { CONFLICT, snapshot, TEXTS } from './snapshots.ts';

afterEach(cleanup);

const SECOND = { ...CONFLICT, path: 'docs/second.md' };
const WAITING = snapshot({ state: 'conflict', conflicts: [CONFLICT, SECOND] });

async function openConflict(answers: Answers = {}) {
  const window = openWindow('#popup', WAITING, { 'conflict.texts': () => ok(TEXTS), ...answers });
  const [resolve] = await screen.findAllByRole('button', { name: 'Resolve' });
  if (resolve === undefined) throw new Error('no conflict');
  await window.user.click(resolve);
  await screen.findByRole('region', { name: 'On GIIP' });
  return window;
}

test('the list says what met what, why, and since when', async () => {
  openWindow('#popup', WAITING);
  const list = await screen.findByRole('list', { name: 'Conflicts' });
  expect(list.querySelector('li')?.textContent).toContain('docs/plan.md');
  expect(list.textContent).toContain('Changed on both sides, found');
  expect(list.textContent).toContain('Changed on both sides in the same place.');
  const resolve = screen.getAllByRole('button', { name: 'Resolve' });
  expect(resolve.map((each) => each.getAttribute('aria-description'))).toEqual([
    'docs/plan.md',
    'docs/second.md',
  ]);
});

test('both sides stand there with what differs marked, and the reason', async () => {
  await openConflict();
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'docs/plan.md' }));
  const here = screen.getByRole('region', { name: 'On this computer' });
  const giip = screen.getByRole('region', { name: 'On GIIP' });
  expect([...here.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['mine']);
  expect([...giip.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['theirs']);
  expect(here.textContent).toContain('1 line differs');
  expect(screen.getByText('Changed on both sides in the same place.')).toBeTruthy();
});

test('a side that does not exist is said to be deleted, not shown as empty', async () => {
  await openConflict({ 'conflict.texts': () => ok({ ...TEXTS, kind: 'delete/edit', local: null }) });
  expect(screen.getByRole('region', { name: 'On this computer' }).textContent).toContain(
    'Deleted on this computer',
  );
});

test('an empty side is said to be empty', async () => {
  await openConflict({ 'conflict.texts': () => ok({ ...TEXTS, remote: '' }) });
  expect(screen.getByRole('region', { name: 'On GIIP' }).textContent).toContain('The file is empty.');
});

test.each([
  ['Use mine', 'mine'],
  ["Use GIIP's", 'server'],
] as const)('"%s" decides and leads back to the list', async (name, take) => {
  const { api, user } = await openConflict({ 'conflict.resolve': done });
  await user.click(screen.getByRole('button', { name }));
  await screen.findByRole('status');
  expect(api.inputs('conflict.resolve')).toEqual([{ path: 'docs/plan.md', decision: { take } }]);
});

test('after a choice the focus is on the next conflict; after the last one on "Sync now"', async () => {
  const { api, user } = await openConflict({ 'conflict.resolve': done });
  api.emit({ ...WAITING, revision: 2, conflicts: [SECOND] });
  await screen.findByText(/This conflict has ended/u);
  await user.click(screen.getByRole('button', { name: 'Back' }));
  const next = screen.getByRole('button', { name: 'Resolve' });
  expect(document.activeElement).toBe(next);

  await user.click(next);
  await screen.findByRole('region', { name: 'On GIIP' });
  api.emit({ ...WAITING, revision: 3, state: 'inStep', conflicts: [] });
  await screen.findByText(/This conflict has ended/u);
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Sync now' }));
});

test('when the file changed meanwhile, that is said and both texts are fetched anew', async () => {
  const texts = [TEXTS, { ...TEXTS, remote: 'one\nnewer\nthree\n' }];
  const { api, user } = await openConflict({
    'conflict.texts': () => ok(texts.shift() ?? TEXTS),
    'conflict.resolve': () => ({ ok: false, error: { code: 'changed-meanwhile' } }),
  });
  await user.click(screen.getByRole('button', { name: 'Use mine' }));
  expect((await screen.findByRole('alert')).textContent).toContain(
    'The file changed while this was being done',
  );
  await waitFor(() => expect(screen.getByRole('region', { name: 'On GIIP' }).textContent).toContain('newer'));
  expect(api.inputs('conflict.texts')).toHaveLength(2);
});

test('Escape and Back return to the list with the focus where it was', async () => {
  const { api, user } = await openConflict({ 'app.closeWindow': done });
  await user.keyboard('{Escape}');
  expect(api.inputs('app.closeWindow')).toEqual([]);
  expect(document.activeElement).toBe(screen.getAllByRole('button', { name: 'Resolve' })[0]);
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Back' }));
  expect(await screen.findByRole('list', { name: 'Conflicts' })).toBeTruthy();
});
