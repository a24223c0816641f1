import {
  type ChangeDesc,
  type EditorState,
  StateEffect,
  StateField,
  type Transaction,
} from '@codemirror/state';
import type { TextHunk } from '../../../shared/merge/text-hunk.ts';

/** How one hunk of the result came to be. `open` waits for a decision, `auto` was joined without one. */
export type HunkState = 'open' | 'auto' | 'kept' | 'mine' | 'server' | 'both' | 'typed';

/** The result's text cut into one piece per hunk: piece i stands between `starts[i]` and `starts[i + 1]`. */
export interface Places {
  readonly hunks: readonly TextHunk[];
  readonly starts: readonly number[];
  readonly states: readonly HunkState[];
  /** The hunk that a person is at, by its index; null between changes. */
  readonly active: number | null;
}

/** Replaces what is known of all pieces: a decision, and its undoing. */
export const setPlaces = StateEffect.define<Places>({ map: moved });

/** Says which hunk was gone to; two hunks may stand at one place when one of them is empty. */
export const setActive = StateEffect.define<number>();

function moved(places: Places, changes: ChangeDesc): Places {
  const last = places.starts.length - 1;
  const starts = places.starts.map((start, i) => (i === 0 ? 0 : changes.mapPos(start, i === last ? 1 : -1)));
  return { ...places, starts };
}

/** The piece that a place belongs to: the change that it stands in or at, else the piece around it. */
export function indexAt({ hunks, starts }: Places, position: number): number {
  const inside = hunks.findLastIndex((_, i) => (starts[i] ?? 0) <= position);
  return Math.max(0, inside);
}

function isTouched({ starts }: Places, index: number, from: number, to: number): boolean {
  return (starts[index] ?? 0) < to && (starts[index + 1] ?? 0) > from;
}

/** An undecided piece that is still blank stays undecided: moving through it decides nothing. */
function afterTyping(state: HunkState, piece: string): HunkState {
  return state === 'open' && piece.trim() === '' ? 'open' : 'typed';
}

function typed(places: Places, transaction: Transaction): Places {
  const touched = new Set<number>();
  transaction.changes.iterChanges((from, to) => {
    if (from === to) touched.add(indexAt(places, from));
    else for (const i of places.hunks.keys()) if (isTouched(places, i, from, to)) touched.add(i);
  });
  const now = moved(places, transaction.changes);
  const states = now.states.map((state, i) =>
    touched.has(i)
      ? afterTyping(state, transaction.newDoc.sliceString(now.starts[i] ?? 0, now.starts[i + 1]))
      : state,
  );
  return { ...now, states };
}

function withActive(places: Places, transaction: Transaction): Places {
  const gone = transaction.effects.find((effect) => effect.is(setActive));
  if (gone) return { ...places, active: gone.value };
  if (transaction.selection === undefined) return places;
  const index = indexAt(places, transaction.newSelection.main.head);
  const isChange = places.hunks[index]?.kind !== 'unchanged';
  return { ...places, active: isChange ? index : null };
}

/** The pieces of the result; they follow every edit. */
export const resultField = StateField.define<Places>({
  create: () => ({ hunks: [], starts: [0], states: [], active: null }),
  update(places, transaction) {
    const followed = transaction.docChanged ? typed(places, transaction) : places;
    const set = transaction.effects.findLast((effect) => effect.is(setPlaces));
    return set ? set.value : withActive(followed, transaction);
  },
});

/** Each hunk that is a change, with its place, its state and its number among the changes. */
export interface Change {
  readonly index: number;
  /** From 0. */
  readonly number: number;
  readonly hunk: TextHunk;
  readonly state: HunkState;
  readonly from: number;
  readonly to: number;
}

/** The changes of the result in order. */
export function changesOf(state: EditorState): readonly Change[] {
  const { hunks, starts, states } = state.field(resultField);
  return hunks
    .flatMap((hunk, index) =>
      hunk.kind === 'unchanged'
        ? []
        : [
            {
              index,
              hunk,
              state: states[index] ?? 'open',
              from: starts[index] ?? 0,
              to: starts[index + 1] ?? 0,
            },
          ],
    )
    .map((change, number) => ({ ...change, number }));
}

/** The text of one piece. */
export function pieceAt(state: EditorState, index: number): string {
  const { starts } = state.field(resultField);
  return state.sliceDoc(starts[index], starts[index + 1]);
}
