import { expect, test } from 'vitest';
import { type Draft, draftOf, isTouched } from '../../../../renderer/views/conflicts/draft.ts';
import {
  changedDraft,
  type DraftAction,
  rebasedDraft,
} from '../../../../renderer/views/conflicts/draft-actions.ts';
import { saveState, shownResult } from '../../../../renderer/views/conflicts/outcome.ts';
import { take } from '../../../../renderer/views/conflicts/result-commands.ts';
import { changesOf } from '../../../../renderer/views/conflicts/result-field.ts';
import type { ConflictTexts } from '../../../../shared/model/conflict.ts';
import { TEXTS } from '../snapshots.ts';

const CONFIG: ConflictTexts = {
  ...TEXTS,
  path: 'configs/main.json',
  base: '{\n  "log_level": "INFO",\n  "retries": 1.50,\n  "theme": "light"\n}\n',
  local: '{\n  "log_level": "DEBUG",\n  "retries": 1.50,\n  "theme": "light"\n}\n',
  remote: '{"log_level":"WARN","retries":1.50,"theme":"dark"}',
};
const LONG = 'A sentence that is worth keeping.\n'.repeat(20);

function did(draft: Draft, ...actions: readonly DraftAction[]): Draft {
  return actions.reduce(changedDraft, draft);
}

function typedFreely(draft: Draft, text: string): Draft {
  const { free } = draft;
  if (free === null) throw new Error('not edited as text');
  const change = { from: 0, to: free.state.doc.length, insert: text };
  return did(draft, { do: 'free', state: free.state.update({ changes: change }).state });
}

function taken(draft: Draft, number: number, choice: 'mine' | 'server'): Draft {
  if (draft.work?.kind !== 'hunks') throw new Error('no hunks');
  const { state } = draft.work;
  const index = changesOf(state)[number]?.index ?? -1;
  return did(draft, { do: 'hunks', state: state.update(take(state, index, choice)).state });
}

test.each<[string, Partial<ConflictTexts>, string | null]>([
  ['two documents', {}, 'hunks'],
  ['two new documents', { kind: 'new/new', base: null }, 'hunks'],
  ['two configs', CONFIG, 'keys'],
  ['a config that is broken on GIIP', { ...CONFIG, remote: '{' }, null],
  ['a document deleted here', { kind: 'delete/edit', local: null }, null],
  ['a document that GIIP does not have', { remote: null }, null],
  ['a damaged document', { kind: 'damaged' }, null],
])('%s', (_name, change, kind) => {
  const draft = draftOf({ ...TEXTS, ...change });
  expect(draft.work?.kind ?? null).toBe(kind);
  expect(draft.asText).toBe(kind === null);
  expect(isTouched(draft)).toBe(false);
});

test('a document with an undecided change cannot be saved, a decided one can', () => {
  const draft = draftOf(TEXTS);
  expect(saveState(draft)).toEqual({ block: { code: 'undecided', amount: 1, what: 'change' } });
  const decided = taken(draft, 0, 'server');
  expect(saveState(decided)).toEqual({
    decision: { take: 'text', text: 'one\ntheirs\nthree\n' },
    ask: null,
  });
  expect(isTouched(decided)).toBe(true);
});

test('a config: keys of one side are decided already, the result keeps the digits and the file as it is', () => {
  const draft = draftOf(CONFIG);
  expect(saveState(draft)).toEqual({ block: { code: 'undecided', amount: 1, what: 'key' } });
  expect(shownResult(draft).text).toBe(
    '{\n  "log_level": "DEBUG",\n  "retries": 1.50,\n  "theme": "dark"\n}\n',
  );
  const decided = did(draft, { do: 'key', name: '/log_level', decision: 'server' });
  expect(saveState(decided)).toEqual({
    decision: {
      take: 'text',
      text: '{\n  "log_level": "WARN",\n  "retries": 1.50,\n  "theme": "dark"\n}\n',
      keys: [{ key: ['log_level'], take: 'server' }],
    },
    ask: null,
  });
});

test.each<[string, string, boolean]>([
  ['a value of the same type', '"ERROR"', true],
  ['no JSON', 'ERROR', false],
  ['another type', '3', false],
])('a value of one’s own: %s', (_name, source, canSave) => {
  const draft = did(draftOf(CONFIG), { do: 'key', name: '/log_level', decision: { source } });
  const state = saveState(draft);
  expect('decision' in state).toBe(canSave);
  if ('decision' in state) expect(state.decision).toMatchObject({ keys: [] });
});

test('edited as text, a config that does not parse is never saved', () => {
  const draft = did(
    draftOf(CONFIG),
    { do: 'key', name: '/log_level', decision: 'mine' },
    { do: 'asText', on: true },
  );
  expect('decision' in saveState(draft)).toBe(true);
  expect(saveState(typedFreely(draft, '{"log_level": '))).toEqual({ block: { code: 'not-json' } });
});

test('edited as text with something undecided, the result must be confirmed; editing on asks again', () => {
  const draft = did(draftOf(TEXTS), { do: 'asText', on: true });
  expect(saveState(draft)).toEqual({ block: { code: 'unconfirmed', cause: 'undecided' } });
  const confirmed = did(draft, { do: 'confirmed', on: true });
  expect('decision' in saveState(confirmed)).toBe(true);
  expect('block' in saveState(typedFreely(confirmed, 'something else\n'))).toBe(true);
});

test('back from the text, the decisions are as they were, and the text is still there', () => {
  const draft = did(draftOf(TEXTS), { do: 'asText', on: true });
  const back = did(typedFreely(draft, 'typed\n'), { do: 'asText', on: false });
  expect(saveState(back)).toMatchObject({ block: { code: 'undecided' } });
  expect(shownResult(did(back, { do: 'asText', on: true })).text).toBe('typed\n');
});

test.each([
  ['empty', '', 'empty'],
  ['much shorter', 'One line.\n', 'shrunk'],
  ['about as long', LONG, null],
])('a result that is %s asks once more, or not', (_name, text, ask) => {
  const texts = { ...TEXTS, local: `${LONG}mine\n`, remote: `${LONG}theirs\n` };
  const draft = did(typedFreely(did(draftOf(texts), { do: 'asText', on: true }), text), {
    do: 'confirmed',
    on: true,
  });
  expect(saveState(draft)).toMatchObject({ ask });
});

const TWO: ConflictTexts = {
  ...TEXTS,
  base: 'a\nb\nc\nd\ne\n',
  local: 'a\nb mine\nc\nd mine\ne\n',
  remote: 'a\nb theirs\nc\nd theirs\ne\n',
};

test('after a change on GIIP the decisions about unchanged places stand, the others are asked again', () => {
  const draft = taken(taken(draftOf(TWO), 0, 'server'), 1, 'mine');
  const next = rebasedDraft(draft, { ...TWO, remote: 'a\nb theirs\nc\nd newer\ne\n' });
  expect([next.decided, next.kept]).toEqual([2, 1]);
  expect(saveState(next.draft)).toEqual({ block: { code: 'undecided', amount: 1, what: 'change' } });
  expect(shownResult(next.draft).text).toBe('a\nb theirs\nc\n\ne\n');
});

test('what was typed stays where its place did not change, in an undisputed line too', () => {
  const draft = draftOf(TWO);
  if (draft.work?.kind !== 'hunks') throw new Error('no hunks');
  const { from } = changesOf(draft.work.state)[0] ?? { from: 0 };
  const changes = [
    { from, to: from, insert: 'b of both' },
    { from: 0, to: 1, insert: 'A title' },
  ];
  const typed = did(draft, { do: 'hunks', state: draft.work.state.update({ changes }).state });
  const next = rebasedDraft(typed, { ...TWO, remote: 'a\nb theirs\nc\nd newer\ne\n' });
  expect(shownResult(next.draft).text).toBe('A title\nb of both\nc\n\ne\n');
});

test('keys whose values are still the same keep their decisions', () => {
  const decided = did(draftOf(CONFIG), { do: 'key', name: '/log_level', decision: 'server' });
  const theme = rebasedDraft(decided, {
    ...CONFIG,
    remote: '{"log_level":"WARN","retries":2,"theme":"dark"}',
  });
  expect([theme.decided, theme.kept]).toEqual([1, 1]);
  const level = rebasedDraft(decided, {
    ...CONFIG,
    remote: '{"log_level":"ERROR","retries":1.50,"theme":"dark"}',
  });
  expect([level.decided, level.kept]).toEqual([1, 0]);
  expect('block' in saveState(level.draft)).toBe(true);
});

test('when there is nothing left to compare, the result of before stands as text to be confirmed', () => {
  const decided = taken(draftOf(TEXTS), 0, 'server');
  const { draft } = rebasedDraft(decided, { ...TEXTS, kind: 'delete/edit', local: null });
  expect(draft.asText).toBe(true);
  expect(shownResult(draft).text).toBe('one\ntheirs\nthree\n');
  expect(saveState(draft)).toMatchObject({ block: { code: 'unconfirmed' } });
});

test('an untouched draft simply becomes the new one', () => {
  const { draft } = rebasedDraft(draftOf(TEXTS), { ...TEXTS, remote: 'one\nnewer\nthree\n' });
  expect(isTouched(draft)).toBe(false);
  expect(taken(draft, 0, 'server').texts.remote).toBe('one\nnewer\nthree\n');
});

test('what was typed and no longer fits is kept to be copied', () => {
  const draft = draftOf(TWO);
  if (draft.work?.kind !== 'hunks') throw new Error('no hunks');
  const at = changesOf(draft.work.state)[1]?.from ?? 0;
  const changes = { from: at, to: at, insert: 'd of both' };
  const typed = did(draft, { do: 'hunks', state: draft.work.state.update({ changes }).state });
  const next = rebasedDraft(typed, { ...TWO, remote: 'a\nb theirs\nc\nd newer\ne\n' });
  expect(next).toMatchObject({ decided: 1, kept: 0, lost: 'd of both\n' });

  const key = did(draftOf(CONFIG), { do: 'key', name: '/log_level', decision: { source: '"ERROR"' } });
  expect(rebasedDraft(key, { ...CONFIG, remote: '{"log_level":"FATAL"}' }).lost).toBe('/log_level: "ERROR"');
});

test('the cursor stays in its piece while the other side changes another one', () => {
  const draft = draftOf(TWO);
  if (draft.work?.kind !== 'hunks') throw new Error('no hunks');
  const at = changesOf(draft.work.state)[1]?.from ?? 0;
  const state = draft.work.state.update({
    changes: { from: at, insert: 'd of' },
    selection: { anchor: at + 4 },
  }).state;
  const { draft: next } = rebasedDraft(did(draft, { do: 'hunks', state }), {
    ...TWO,
    remote: 'a new first line\na\nb theirs\nc\nd theirs\ne\n',
  });
  if (next.work?.kind !== 'hunks') throw new Error('no hunks');
  const { head } = next.work.state.selection.main;
  expect(next.work.state.sliceDoc(head - 4, head)).toBe('d of');
});
