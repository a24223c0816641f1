import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ConflictDecision, ConflictTexts } from '../../../../shared/model/conflict.ts';
import { fail, ok } from '../../../../shared/model/sync-error.ts';
import { CONFLICT, NOW, TEXTS } from '../snapshots.ts';
import { CONFIG, openConflicts, SECOND, waiting } from './open-conflicts.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const region = (name: string): HTMLElement => screen.getByRole('region', { name });
const isInert = (name: string): boolean => button(name).getAttribute('aria-disabled') === 'true';
const settled = () => ok({ run: 7, offer: null });
const decision = (take: ConflictDecision, path = 'docs/plan.md') => ({
  path,
  decision: take,
  seen: CONFLICT.seen,
});

test('three views: whose change when, what kind of conflict, and one place to decide', async () => {
  await openConflicts();
  expect(screen.getByRole('heading', { level: 1, name: 'docs/plan.md' })).toBeTruthy();
  expect(region('On this computer').textContent).toContain('you, 3 minutes ago');
  expect(region('On GIIP').textContent).toContain('GIIP, received 09:58');
  expect(region('On this computer').querySelector('mark')?.textContent).toBe('mine');
  expect(region('On GIIP').querySelector('mark')?.textContent).toBe('theirs');
  expect(screen.getByText('Changed on both sides.')).toBeTruthy();
  expect(within(region('Result')).getByRole('group', { name: 'Change 1 of 1' }).textContent).toContain(
    'Not decided yet',
  );
  expect(region('Result').textContent).toContain('1 change to decide');
});

test.each<[string, ConflictDecision]>([
  ['Use mine', { take: 'mine' }],
  ["Use GIIP's", { take: 'server' }],
  ['Keep both', { take: 'both' }],
])('"%s" settles exactly what was looked at', async (name, take) => {
  const { api, user } = await openConflicts([TEXTS], { 'conflict.resolve': settled });
  await user.click(button(name));
  expect(api.inputs('conflict.resolve')).toEqual([decision(take)]);
  expect(await screen.findByText(/: docs\/plan\.md\./u)).toBeTruthy();
});

test('an undecided change cannot be saved and says why; a decided one is saved', async () => {
  const { api, user } = await openConflicts([TEXTS], { 'conflict.resolve': settled });
  const save = button('Save result');
  const why = document.getElementById(save.getAttribute('aria-describedby') ?? '');
  expect([isInert('Save result'), why?.textContent]).toEqual([true, 'Decide 1 change first.']);
  await user.click(save);
  expect(api.inputs('conflict.resolve')).toEqual([]);

  await user.click(within(region('Result')).getByRole('button', { name: "Take GIIP's" }));
  expect(region('Result').textContent).toContain('All decided');
  await user.click(button('Save result'));
  expect(api.inputs('conflict.resolve')).toEqual([decision({ take: 'text', text: 'one\ntheirs\nthree\n' })]);
});

test('by keyboard: to the change, which is said aloud, taking, undoing, saving', async () => {
  const { api, user } = await openConflicts([TEXTS], { 'conflict.resolve': settled });
  await user.keyboard('{F7}');
  expect(document.querySelector('[data-announcer]')?.textContent).toBe(
    'change 1 of 1, line 2, yours mine, GIIP theirs',
  );
  await user.keyboard('{Alt>}[Digit3]{/Alt}');
  expect(region('Result').textContent).toContain('Both taken');
  await user.click(button('Undo edit'));
  expect(region('Result').textContent).toContain('Not decided yet');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(api.inputs('conflict.resolve')).toEqual([]);
  expect(document.activeElement).toBe(button('Save result'));
  await user.click(button('Redo edit'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(api.inputs('conflict.resolve')).toEqual([
    decision({ take: 'text', text: 'one\nmine\ntheirs\nthree\n' }),
  ]);
});

test('a config: keys in plain words, one side’s changes decided already, the choice sent with the text', async () => {
  const { api, user } = await openConflicts([CONFIG], { 'conflict.resolve': settled });
  const table = screen.getByRole('region', { name: 'Keys that differ' });
  expect(table.textContent).toContain(
    'Log level: you set it to “DEBUG”, GIIP set it to “WARN” (it was “INFO”)',
  );
  expect(table.textContent).toContain('only GIIP changed it: taken over');
  expect(isInert('Save result')).toBe(true);
  const level = screen.getByRole('radiogroup', { name: 'change 1 of 2, log level, yours DEBUG, GIIP WARN' });
  await user.click(within(level).getByRole('radio', { name: 'Mine "DEBUG"' }));
  expect(region('Result').textContent).toContain('1.50');
  await user.click(button('Save result'));
  const text = '{\n  "log_level": "DEBUG",\n  "timeout": 1.50,\n  "auto_update": false\n}\n';
  expect(api.inputs('conflict.resolve')).toEqual([
    decision({ take: 'text', text, keys: [{ key: ['log_level'], take: 'mine' }] }, CONFIG.path),
  ]);
});

test('a value of one’s own is checked while it is typed', async () => {
  const { user } = await openConflicts([CONFIG]);
  const level = screen.getByRole('radiogroup', { name: /log level/u });
  await user.click(within(level).getByRole('radio', { name: 'Other value' }));
  const field = screen.getByRole('textbox', { name: 'Other value: log_level' });
  await user.clear(field);
  await user.type(field, 'ERROR');
  expect(screen.getByText(/Not a JSON value/u)).toBeTruthy();
  expect(isInert('Save result')).toBe(true);
  await user.clear(field);
  await user.type(field, '"ERROR"');
  expect(isInert('Save result')).toBe(false);
});

test('the third equal choice offers a rule, and "Always" makes it', async () => {
  const offer = { path: CONFIG.path, key: ['log_level'], take: 'mine' } as const;
  const { api, user } = await openConflicts([CONFIG], {
    'conflict.resolve': () => ok({ run: 7, offer }),
    'rules.add': () => ok([offer]),
  });
  await user.click(button('Use mine'));
  await screen.findByText('Always use mine for log_level in configs/main.json?');
  await user.click(button('Always'));
  expect(api.inputs('rules.add')).toEqual([offer]);
});

test.each<[string, Partial<ConflictTexts>, string, string]>([
  [
    'deleted here',
    { kind: 'delete/edit', local: null, changedHere: null },
    'On this computer',
    'Deleted on this computer',
  ],
  ['not on GIIP', { remote: null }, 'On GIIP', 'Not on GIIP'],
])('%s: the side says so, and there are no two to keep', async (_name, change, side, words) => {
  await openConflicts([{ ...TEXTS, ...change }]);
  expect(region(side).textContent).toContain(words);
  expect(isInert('Keep both')).toBe(true);
  expect(isInert('Use mine')).toBe(false);
  expect(isInert('Save result')).toBe(true);
});

test('damaged: what happened, and repair from here as the way out', async () => {
  const { api, user } = await openConflicts(
    [{ ...TEXTS, kind: 'damaged', base: '안내\n', local: '안내\n', remote: '??\n' }],
    { 'conflict.resolve': settled },
  );
  expect(screen.getByText(/^2 characters outside/u).textContent).toContain(
    '2 characters outside plain English became question marks',
  );
  await user.click(button('Repair from here'));
  expect(api.inputs('conflict.resolve')).toEqual([decision({ take: 'mine' })]);
});

test('a result that was not joined has to be confirmed as a whole', async () => {
  const { api, user } = await openConflicts([{ ...TEXTS, kind: 'delete/edit', local: null }], {
    'conflict.resolve': settled,
  });
  await user.click(screen.getByRole('checkbox', { name: /I have read the result/u }));
  await user.click(button('Save result'));
  expect(api.inputs('conflict.resolve')).toEqual([decision({ take: 'text', text: 'one\ntheirs\nthree\n' })]);
});

test('an empty result asks once more', async () => {
  const texts = { ...TEXTS, local: '', remote: 'a\n', base: 'b\n' };
  const { api, user } = await openConflicts([texts], { 'conflict.resolve': settled });
  await user.click(within(region('Result')).getByRole('button', { name: 'Take mine' }));
  await user.click(button('Save result'));
  const question = await screen.findByRole('dialog', { name: 'Save an empty result?' });
  expect(api.inputs('conflict.resolve')).toEqual([]);
  await user.click(within(question).getByRole('button', { name: 'Go back' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.click(button('Save result'));
  await user.click(await screen.findByRole('button', { name: 'Save it' }));
  expect(api.inputs('conflict.resolve')).toHaveLength(1);
});

test('edit as text, and back to the decisions', async () => {
  const { user } = await openConflicts();
  const asText = screen.getByRole('switch', { name: 'Edit as text' });
  await user.click(asText);
  expect(within(region('Result')).queryByRole('group')).toBeNull();
  expect(isInert('Save result')).toBe(true);
  await user.click(screen.getByRole('checkbox', { name: /I have read the result/u }));
  expect(isInert('Save result')).toBe(false);
  await user.click(asText);
  expect(within(region('Result')).getByRole('group', { name: 'Change 1 of 1' })).toBeTruthy();
});

test('the common ancestor and the keyboard help are there on demand', async () => {
  const { user } = await openConflicts();
  expect(screen.queryByRole('region', { name: 'What both started from' })).toBeNull();
  await user.click(button('Show what both started from'));
  expect(region('What both started from').textContent).toContain('two');
  await user.click(button('Keyboard'));
  expect((await screen.findByRole('dialog', { name: 'Keyboard' })).textContent).toContain('Alt+1');
});

test('"Why?" asks for the evidence of this conflict', async () => {
  const { api, user } = await openConflicts([TEXTS], { 'history.why': () => fail('unexpected') });
  await user.click(button('Why?'));
  await screen.findByRole('dialog', { name: 'Why this needs you' });
  expect(api.inputs('history.why')).toEqual([{ kind: 'conflict', path: 'docs/plan.md' }]);
});

test('changed meanwhile: it says so and fetches both texts again', async () => {
  const { api, user } = await openConflicts([TEXTS], { 'conflict.resolve': () => fail('changed-meanwhile') });
  await user.click(button('Use mine'));
  expect((await screen.findByRole('alert')).textContent).toContain(
    'The file changed while this was being done',
  );
  await waitFor(() => expect(api.inputs('conflict.texts')).toHaveLength(2));
});

test('a change on GIIP is shown at once, and a decision that no longer fits is asked again', async () => {
  const answers = [TEXTS, { ...TEXTS, remote: 'one\nnewer\nthree\n', seen: { local: 'l1', remote: 'r2' } }];
  const { api, user } = await openConflicts([TEXTS], {
    'conflict.texts': () => ok(answers.length > 1 ? (answers.shift() ?? TEXTS) : (answers[0] ?? TEXTS)),
    'conflict.resolve': settled,
  });
  await user.click(within(region('Result')).getByRole('button', { name: 'Take mine' }));
  api.emit(waiting([{ ...CONFLICT, seen: { local: 'l1', remote: 'r2' } }], 2));
  expect(
    await screen.findByText("GIIP's version changed at 09:58. Your decision no longer fits."),
  ).toBeTruthy();
  expect(region('On GIIP').textContent).toContain('newer');
  expect(isInert('Save result')).toBe(true);
  await user.click(button("Use GIIP's"));
  expect(api.inputs('conflict.resolve')).toEqual([
    { path: 'docs/plan.md', decision: { take: 'server' }, seen: { local: 'l1', remote: 'r2' } },
  ]);
});

test('a conflict that ends leaves with a note, and what was made of it can be copied', async () => {
  const { api, user } = await openConflicts([TEXTS, { ...TEXTS, ...SECOND }]);
  await user.click(within(region('Result')).getByRole('button', { name: 'Take both' }));
  api.emit(waiting([SECOND], 2));
  expect(await screen.findByText('docs/plan.md is in step now; nothing to decide.')).toBeTruthy();
  const typed = screen.getByRole<HTMLTextAreaElement>('textbox', {
    name: 'This is what you had made of it:',
  });
  expect(typed.value).toBe('one\nmine\ntheirs\nthree\n');
  expect(button('Copy')).toBeTruthy();
});

test('next and previous lead around, and what was decided is still there', async () => {
  const { user } = await openConflicts([TEXTS, { ...TEXTS, ...SECOND }]);
  await user.click(within(region('Result')).getByRole('button', { name: 'Take mine' }));
  await user.click(button('Next conflict'));
  const second = await screen.findByRole('heading', { level: 1, name: 'docs/second.md' });
  expect(document.activeElement).toBe(second);
  expect(region('Result').textContent).toContain('1 change to decide');
  await user.keyboard('{Control>}[PageDown]{/Control}');
  await screen.findByRole('heading', { level: 1, name: 'docs/plan.md' });
  expect(region('Result').textContent).toContain('All decided');
});

test('after a decision the next conflict is there, and undo says what it does', async () => {
  const run = { id: 7, time: NOW, kind: 'decision', outcome: null, counts: {}, canUndo: true } as const;
  const { api, user } = await openConflicts([TEXTS, { ...TEXTS, ...SECOND }], {
    'conflict.resolve': settled,
    'history.undoPlan': () => ok({ run, steps: [{ path: 'docs/plan.md', change: 'replace' }] }),
    'history.undo': () => ok({ run: 8, done: ['docs/plan.md'], failed: [] }),
  });
  await user.click(button("Use GIIP's"));
  await screen.findByRole('heading', { level: 1, name: 'docs/second.md' });
  expect(screen.getByText(/Undo puts back the earlier text of 1 file here\./u)).toBeTruthy();
  const undo = button('Undo');
  await user.click(undo);
  expect(api.inputs('history.undo')).toEqual([7]);
  expect(await screen.findByText('Undone: 1 file as before.')).toBeTruthy();
});

test('one side is not taken over a result that was begun without asking', async () => {
  const { api, user } = await openConflicts([TEXTS], { 'conflict.resolve': settled });
  await user.click(within(region('Result')).getByRole('button', { name: 'Take both' }));
  await user.click(button('Use mine'));
  const question = await screen.findByRole('dialog', { name: 'Leave your result unused?' });
  expect(api.inputs('conflict.resolve')).toEqual([]);
  await user.click(within(question).getByRole('button', { name: 'Yes, use mine' }));
  expect(api.inputs('conflict.resolve')).toEqual([decision({ take: 'mine' })]);
});
