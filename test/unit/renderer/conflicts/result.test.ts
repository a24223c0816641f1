import { redo, undo } from '@codemirror/commands';
import type { EditorState, TransactionSpec } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Take } from '../../../../renderer/views/conflicts/hunk-pieces.ts';
import { goToChange, take, takeActive } from '../../../../renderer/views/conflicts/result-commands.ts';
import { changesOf, resultField } from '../../../../renderer/views/conflicts/result-field.ts';
import {
  resultState,
  resultText,
  undecidedHunks,
} from '../../../../renderer/views/conflicts/result-state.ts';
import { mergedLines, textHunks } from '../../../../shared/merge/text-hunks.ts';

const BASE = 'title\none\ntwo\nthree\nfour\nfive\nsix\nend\n';
const MINE = 'title\none mine\ntwo\nthree mine\nfour\nfive\nsix\nend\n';
const SERVER = 'title\none\ntwo\nthree theirs\nfour\nfive theirs\nsix\nend\n';

function hunksOf(base: string | null, mine: string, server: string) {
  const hunks = textHunks(base, mine, server);
  if (hunks === null) throw new Error('too different');
  return hunks;
}

const fresh = (): EditorState => resultState(hunksOf(BASE, MINE, SERVER));
const after = (state: EditorState, spec: TransactionSpec): EditorState => state.update(spec).state;
const states = (state: EditorState): string[] => changesOf(state).map((change) => change.state);

function typed(state: EditorState, from: number, to: number, insert: string): EditorState {
  return after(state, { changes: { from, to, insert }, selection: { anchor: from + insert.length } });
}

/** The index of the n-th change among all hunks. */
function indexOf(state: EditorState, number: number): number {
  return changesOf(state)[number]?.index ?? -1;
}

function run(command: typeof undo, state: EditorState): EditorState {
  let next = state;
  command({ state, dispatch: (transaction) => (next = transaction.state) });
  return next;
}

test('only the overlap waits; what one side changed is joined', () => {
  const state = fresh();
  expect(states(state)).toEqual(['auto', 'open', 'auto']);
  expect(undecidedHunks(state)).toBe(1);
  expect(resultText(state)).toBe('title\none mine\ntwo\n\nfour\nfive theirs\nsix\nend\n');
});

test.each<[Take, string]>([
  ['mine', 'three mine'],
  ['server', 'three theirs'],
  ['both', 'three mine\nthree theirs'],
])('taking %s decides the overlap', (choice, lines) => {
  const state = after(fresh(), take(fresh(), indexOf(fresh(), 1), choice));
  expect(resultText(state)).toBe(`title\none mine\ntwo\n${lines}\nfour\nfive theirs\nsix\nend\n`);
  expect(undecidedHunks(state)).toBe(0);
  expect(states(state)).toEqual(['auto', choice, 'auto']);
});

test('what was joined can be taken from the other side as well', () => {
  const state = after(fresh(), take(fresh(), indexOf(fresh(), 0), 'server'));
  expect(resultText(state)).toContain('title\none\ntwo\n');
  expect(states(state)).toEqual(['server', 'open', 'auto']);
});

test('typing into the overlap decides it, and blanks alone do not', () => {
  const at = changesOf(fresh())[1]?.from ?? 0;
  const blank = typed(fresh(), at, at, '  ');
  expect(states(blank)[1]).toBe('open');
  const state = typed(blank, at, at, 'three of both');
  expect(states(state)[1]).toBe('typed');
  expect(resultText(state)).toContain('two\nthree of both  \nfour');
});

test('pieces follow what is typed in front of them', () => {
  const before = typed(fresh(), 0, 0, 'A new first line\n');
  const state = after(before, take(before, indexOf(before, 1), 'server'));
  expect(resultText(state)).toBe(
    'A new first line\ntitle\none mine\ntwo\nthree theirs\nfour\nfive theirs\nsix\nend\n',
  );
});

test('a hunk whose line end in front was typed away still begins with a line of its own', () => {
  const { from } = changesOf(fresh())[1] ?? { from: 0 };
  const joined = typed(fresh(), from - 1, from, '');
  const state = after(joined, take(joined, indexOf(joined, 1), 'mine'));
  expect(resultText(state)).toContain('two\nthree mine\nfour');
});

test('undo takes a decision back with its text, redo makes it again', () => {
  const decided = after(fresh(), take(fresh(), indexOf(fresh(), 1), 'mine'));
  const undone = run(undo, decided);
  expect(resultText(undone)).toBe(resultText(fresh()));
  expect(states(undone)).toEqual(['auto', 'open', 'auto']);
  const again = run(redo, undone);
  expect(resultText(again)).toBe(resultText(decided));
  expect(states(again)).toEqual(['auto', 'mine', 'auto']);
});

test('undo of typing over several pieces brings back every piece', () => {
  const decided = after(fresh(), take(fresh(), indexOf(fresh(), 1), 'both'));
  const wiped = typed(decided, 0, decided.doc.length, '');
  expect(states(wiped)).toEqual(['typed', 'typed', 'typed']);
  const undone = run(undo, wiped);
  expect(undone.field(resultField).starts).toEqual(decided.field(resultField).starts);
  expect(states(undone)).toEqual(['auto', 'both', 'auto']);
});

test('next and previous go through all changes and around the ends', () => {
  const visited = [1, 1, 1, 1, -1, -1].reduce<{ state: EditorState; at: number[] }>(
    ({ state, at }, step) => {
      const moved = after(state, goToChange(state, step === 1 ? 1 : -1));
      const { active } = moved.field(resultField);
      return { state: moved, at: [...at, changesOf(moved).findIndex(({ index }) => index === active)] };
    },
    { state: fresh(), at: [] },
  );
  expect(visited.at).toEqual([0, 1, 2, 0, 2, 1]);
});

test('a key takes for the change that was gone to, and for none elsewhere', () => {
  expect(takeActive(fresh(), 'mine')).toEqual({});
  const second = [1, 2].reduce((state) => after(state, goToChange(state, 1)), fresh());
  expect(states(after(second, takeActive(second, 'server')))).toEqual(['auto', 'server', 'auto']);
  const first = after(fresh(), goToChange(fresh(), 1));
  expect(takeActive(first, 'both')).toEqual({});
});

test('a text whose last line differs gets no line end that nobody wrote', () => {
  const state = resultState(hunksOf('a\nb', 'a\nmine', 'a\ntheirs'));
  expect(resultText(after(state, take(state, indexOf(state, 0), 'mine')))).toBe('a\nmine');
  expect(resultText(after(state, take(state, indexOf(state, 0), 'both')))).toBe('a\nmine\ntheirs');
});

test('a side that deleted the lines leaves nothing of them', () => {
  const state = resultState(hunksOf('a\nb\nc\n', 'a\nc\n', 'a\nB\nc\n'));
  const gone = after(state, take(state, indexOf(state, 0), 'mine'));
  expect(resultText(gone)).toBe('a\nc\n');
  expect(resultText(after(gone, take(gone, indexOf(gone, 0), 'server')))).toBe('a\nB\nc\n');
});

test('whatever is taken, the result is what the merge model says', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 8 })
    .map((lines) => lines.join('\n'));
  const choice = fc.constantFrom<Take>('mine', 'server', 'both');
  fc.assert(
    fc.property(
      text,
      text,
      text,
      fc.array(choice, { minLength: 20, maxLength: 20 }),
      (base, mine, server, picks) => {
        const hunks = hunksOf(base, mine, server);
        const start = resultState(hunks);
        const overlaps = hunks.filter(({ kind }) => kind === 'overlap');
        const choices = new Map(overlaps.map(({ id }, i) => [id, picks[i] ?? 'mine'] as const));
        const end = overlaps.reduce(
          (state, { id }) =>
            after(
              state,
              take(
                state,
                hunks.findIndex((hunk) => hunk.id === id),
                choices.get(id) ?? 'mine',
              ),
            ),
          start,
        );
        expect(undecidedHunks(end)).toBe(0);
        expect(resultText(end)).toBe(mergedLines(hunks, choices)?.join('\n'));
      },
    ),
    { numRuns: 300 },
  );
});
