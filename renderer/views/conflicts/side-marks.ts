import { presentableDiff } from '@codemirror/merge';
import type { TextHunk } from '../../../shared/merge/text-hunk.ts';
import type { Side } from '../../../shared/model/conflict.ts';

/** A stretch of a side's text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A change on one side: the lines that it has here, and how it came about. */
export interface SidePart extends Stretch {
  readonly index: number;
  readonly kind: Exclude<TextHunk['kind'], 'unchanged'>;
}

/** What is marked on one side: changes by lines, and the words inside them that the other side does not have. */
export interface SideMarks {
  readonly parts: readonly SidePart[];
  readonly words: readonly Stretch[];
}

/** The comparison of words gives up early: a side that is marked all over says nothing. */
const LIMITS = { scanLimit: 500, timeout: 200 };

/** The words on one side that the other side lacks. */
export function wordMarks(mine: string, server: string, side: Side): readonly Stretch[] {
  return presentableDiff(mine, server, LIMITS)
    .map(({ fromA, toA, fromB, toB }) =>
      side === 'mine' ? { from: fromA, to: toA } : { from: fromB, to: toB },
    )
    .filter(({ from, to }) => from < to);
}

/** What to mark on one side, hunk by hunk; places are in the side's own text. */
export function sideMarks(hunks: readonly TextHunk[], side: Side): SideMarks {
  const parts: SidePart[] = [];
  const words: Stretch[] = [];
  let at = 0;
  for (const [index, hunk] of hunks.entries()) {
    const text = hunk[side].map((line) => `${line}\n`).join('');
    const to = at + text.length;
    if (hunk.kind !== 'unchanged') {
      parts.push({ index, kind: hunk.kind, from: at, to });
      const own = wordMarks(hunk.mine.join('\n'), hunk.server.join('\n'), side);
      const start = at;
      words.push(...own.map((word) => ({ from: start + word.from, to: start + word.to })));
    }
    at = to;
  }
  return { parts, words };
}
