import type { EditorState, TransactionSpec } from '@codemirror/state';
import type { TextHunk } from '../../../shared/merge/text-hunk.ts';
import { initialPiece, type Piece } from './hunk-pieces.ts';
import { indexAt, pieceAt, resultField, setActive } from './result-field.ts';
import { resultState } from './result-state.ts';

/** How many decisions there were and how many still fit. */
export interface Kept {
  readonly decided: number;
  readonly kept: number;
  /** What was typed and no longer fits, to be copied. */
  readonly lost: string;
}

const keyOf = ({ kind, base, mine, server }: TextHunk): string => JSON.stringify([kind, base, mine, server]);

/** What a person has done, by hunk: pieces as they came are left out. */
function decidedPieces(state: EditorState): readonly { readonly key: string; readonly piece: Piece }[] {
  const { hunks, states } = state.field(resultField);
  return hunks.flatMap((hunk, i) => {
    const piece = { state: states[i] ?? 'kept', text: pieceAt(state, i) };
    const initial = initialPiece(hunks, i);
    const isInitial = piece.state === initial.state && piece.text === initial.text;
    return isInitial ? [] : [{ key: keyOf(hunk), piece }];
  });
}

/** True while nobody has decided or typed anything. */
export function isAsItCame(state: EditorState): boolean {
  return decidedPieces(state).length === 0;
}

/** Where the last hunk is unchanged it has no line end of its own, and it may have become another one's neighbour. */
function fitted(piece: Piece, isTail: boolean): Piece {
  if (isTail || piece.text === '' || piece.text.endsWith('\n')) return piece;
  return { ...piece, text: `${piece.text}\n` };
}

/** Where a person was, in the newer result: in the same piece, if it is still there. */
function placeIn(state: EditorState, next: EditorState, keys: readonly string[]): TransactionSpec {
  const places = state.field(resultField);
  const { head } = state.selection.main;
  const at = places.active ?? indexAt(places, head);
  const hunk = places.hunks[at];
  const index = hunk ? keys.indexOf(keyOf(hunk)) : -1;
  const start = next.field(resultField).starts[index];
  if (start === undefined) return { selection: { anchor: Math.min(head, next.doc.length) } };
  const anchor = Math.min(start + head - (places.starts[at] ?? 0), next.doc.length);
  const effects = places.active === null ? [] : [setActive.of(index)];
  return { selection: { anchor: Math.max(0, anchor) }, effects };
}

/** The result for the hunks of newer texts: what was decided stays where its hunk is still the same. */
export function rebaseHunks(
  state: EditorState,
  hunks: readonly TextHunk[],
): { readonly state: EditorState } & Kept {
  const waiting = [...decidedPieces(state)];
  const decided = waiting.length;
  const keys = hunks.map(keyOf);
  const pieces = hunks.map((_, i) => {
    const at = waiting.findIndex(({ key }) => key === keys[i]);
    const [found] = at < 0 ? [] : waiting.splice(at, 1);
    return found ? fitted(found.piece, i === hunks.length - 1) : initialPiece(hunks, i);
  });
  const next = resultState(hunks, pieces);
  const typed = waiting.filter(({ piece }) => piece.state === 'typed').map(({ piece }) => piece.text);
  return {
    state: next.update(placeIn(state, next, keys)).state,
    decided,
    kept: decided - waiting.length,
    lost: typed.join('\n'),
  };
}
