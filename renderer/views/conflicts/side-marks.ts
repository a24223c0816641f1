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
const LIMITS = { scanLimit: 500, timeout: 100 };
/** Beyond this the lines are marked and not their words: many such hunks would hold up the window. */
const LONGEST_HUNK = 4_000;

/** The words on each side that the other side lacks. */
export function wordMarks(mine: string, server: string): Readonly<Record<Side, readonly Stretch[]>> {
  const changes = presentableDiff(mine, server, LIMITS);
  const isSome = ({ from, to }: Stretch): boolean => from < to;
  return {
    mine: changes.map(({ fromA, toA }) => ({ from: fromA, to: toA })).filter(isSome),
    server: changes.map(({ fromB, toB }) => ({ from: fromB, to: toB })).filter(isSome),
  };
}

function wordsOf({ mine, server }: TextHunk): ReturnType<typeof wordMarks> {
  const [here, there] = [mine.join('\n'), server.join('\n')];
  const isLong = here.length + there.length > LONGEST_HUNK;
  return isLong ? { mine: [], server: [] } : wordMarks(here, there);
}

/** What to mark on one side, hunk by hunk; places are in the side's own text. */
export function sideMarks(hunks: readonly TextHunk[], side: Side): SideMarks {
  const parts: SidePart[] = [];
  const words: Stretch[] = [];
  let at = 0;
  for (const [index, hunk] of hunks.entries()) {
    const from = at;
    at += hunk[side].reduce((length, line) => length + line.length + 1, 0);
    if (hunk.kind === 'unchanged') continue;
    parts.push({ index, kind: hunk.kind, from, to: at });
    words.push(...wordsOf(hunk)[side].map((word) => ({ from: from + word.from, to: from + word.to })));
  }
  return { parts, words };
}
