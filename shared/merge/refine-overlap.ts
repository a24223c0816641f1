import type { TextHunk } from './text-hunk.ts';
import { type Region, replacements } from './text-regions.ts';

/** A hunk that has no number yet. */
export type Piece = Omit<TextHunk, 'id'>;

/** Lines [mineFrom, mineTo) here against [serverFrom, serverTo) there. */
interface Stretch {
  readonly mineFrom: number;
  readonly mineTo: number;
  readonly serverFrom: number;
  readonly serverTo: number;
}

/** So few lines in common, or lines without a letter or digit, do not part two overlaps: git's rule for its markers. */
const JOINED_OVER = 3;

/** Where the two differ, in order; what lies between is equal. Null where it takes too many edits. */
export function stretches(mine: readonly string[], server: readonly string[]): readonly Stretch[] | null {
  const found = replacements(mine, server);
  if (!found) return null;
  let shift = 0;
  return found.map(({ from, to, lines }) => {
    const serverFrom = from + shift;
    shift += lines.length - (to - from);
    return { mineFrom: from, mineTo: to, serverFrom, serverTo: serverFrom + lines.length };
  });
}

function isApart(mine: readonly string[], before: Stretch, after: Stretch): boolean {
  const common = mine.slice(before.mineTo, after.mineFrom);
  return common.length > JOINED_OVER && common.some((line) => /[\p{L}\p{N}]/u.test(line));
}

function joinNear(mine: readonly string[], all: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of all) {
    const last = joined.at(-1);
    if (!last || isApart(mine, last, stretch)) joined.push(stretch);
    else
      joined[joined.length - 1] = {
        ...last,
        mineTo: stretch.mineTo,
        serverTo: stretch.serverTo,
      };
  }
  return joined;
}

/** The line of the base at which the second of two overlaps begins. */
function cutOf({ mine, server, to }: Region, { mineFrom, serverFrom }: Stretch): number {
  return Math.max(mine.at[mineFrom] ?? to, server.at[serverFrom] ?? to);
}

/**
 * An overlap in which both sides hold some equal lines, taken apart: the equal lines need no decision. As in git, the
 * base has no say within an overlap; its lines are shown with the overlaps, in their order.
 */
export function refineOverlap(base: readonly string[], region: Region): readonly Piece[] {
  const mine = region.mine.lines;
  const server = region.server.lines;
  const parts = joinNear(mine, stretches(mine, server) ?? [whole(region)]);
  const pieces: Piece[] = [];
  let [at, mineAt] = [region.from, 0];
  const equal = (to: number): void => {
    const lines = mine.slice(mineAt, to);
    if (lines.length > 0) pieces.push({ kind: 'same', base: [], mine: lines, server: lines });
  };
  for (const [i, part] of parts.entries()) {
    equal(part.mineFrom);
    const next = parts[i + 1];
    const end = next ? cutOf(region, next) : region.to;
    pieces.push({
      kind: 'overlap',
      base: base.slice(at, end),
      mine: mine.slice(part.mineFrom, part.mineTo),
      server: server.slice(part.serverFrom, part.serverTo),
    });
    [at, mineAt] = [end, part.mineTo];
  }
  equal(mine.length);
  return pieces;
}

function whole({ mine, server }: Region): Stretch {
  return { mineFrom: 0, mineTo: mine.lines.length, serverFrom: 0, serverTo: server.lines.length };
}
