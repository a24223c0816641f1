import type { TextHunk } from '../../../shared/merge/text-hunk.ts';
import { mergedLines } from '../../../shared/merge/text-hunks.ts';
import type { HunkState } from './result-field.ts';

/** What a person may take for one hunk by a button or a key. */
export type Take = 'mine' | 'server' | 'both';

/** One hunk's part of the result. */
export interface Piece {
  readonly state: HunkState;
  readonly text: string;
}

/** No line at all: in front of it a hunk is not the text's last one. */
const END: TextHunk = { id: -1, kind: 'unchanged', base: [], mine: [], server: [] };

function initialState({ kind }: TextHunk): HunkState {
  if (kind === 'unchanged') return 'kept';
  return kind === 'overlap' ? 'open' : 'auto';
}

/** What a choice stands for; without one, what was joined. An undecided hunk is one empty line: a place to type. */
function linesOf(hunk: TextHunk, choice: Take | null, isLast: boolean): readonly string[] {
  const choices = new Map(choice === null ? [] : [[hunk.id, choice] as const]);
  return mergedLines(isLast ? [hunk] : [hunk, END], choices) ?? [''];
}

/**
 * Every piece ends with a line end, so that pieces can be empty and be exchanged whole. Only an unchanged last piece goes
 * without: nobody exchanges it. Where the last piece is a change, one line end is too many and `resultText` takes it off.
 */
export function pieceText(hunks: readonly TextHunk[], index: number, choice: Take | null): string {
  const hunk = hunks[index] ?? END;
  const isLast = index === hunks.length - 1;
  const text = linesOf(hunk, choice, isLast)
    .map((line) => `${line}\n`)
    .join('');
  return isLast && hunk.kind === 'unchanged' ? text.slice(0, -1) : text;
}

/** The piece as it is before anybody has decided anything. */
export function initialPiece(hunks: readonly TextHunk[], index: number): Piece {
  return { state: initialState(hunks[index] ?? END), text: pieceText(hunks, index, null) };
}
