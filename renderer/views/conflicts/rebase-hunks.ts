import type { EditorState } from '@codemirror/state';
import type { TextHunk } from '../../../shared/merge/text-hunk.ts';
import { initialPiece, type Piece } from './hunk-pieces.ts';
import { pieceAt, resultField } from './result-field.ts';
import { resultState } from './result-state.ts';

/** How many decisions there were and how many still fit. */
export interface Kept {
  readonly decided: number;
  readonly kept: number;
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

/** The result for the hunks of newer texts: what was decided stays where its hunk is still the same. */
export function rebaseHunks(
  state: EditorState,
  hunks: readonly TextHunk[],
): { readonly state: EditorState } & Kept {
  const waiting = [...decidedPieces(state)];
  const decided = waiting.length;
  const pieces = hunks.map((hunk, i) => {
    const at = waiting.findIndex(({ key }) => key === keyOf(hunk));
    const [found] = at < 0 ? [] : waiting.splice(at, 1);
    return found ? fitted(found.piece, i === hunks.length - 1) : initialPiece(hunks, i);
  });
  return { state: resultState(hunks, pieces), decided, kept: decided - waiting.length };
}
