import { plainText } from './meaning.ts';
import { type Piece, refineOverlap, stretches } from './refine-overlap.ts';
import type { HunkChoice, TextHunk } from './text-hunk.ts';
import { textRegions } from './text-regions.ts';

function unchanged(base: readonly string[], lines: readonly string[]): readonly Piece[] {
  return lines.length > 0 ? [{ kind: 'unchanged', base, mine: lines, server: lines }] : [];
}

function withBase(
  base: readonly string[],
  mine: readonly string[],
  server: readonly string[],
): readonly Piece[] | null {
  const regions = textRegions(base, mine, server);
  if (!regions) return null;
  const pieces: (readonly Piece[])[] = [];
  let at = 0;
  for (const region of regions) {
    const between = base.slice(at, region.from);
    const own = base.slice(region.from, region.to);
    pieces.push(unchanged(between, between));
    if (region.kind === 'overlap') pieces.push(refineOverlap(base, region));
    else
      pieces.push([{ kind: region.kind, base: own, mine: region.mine.lines, server: region.server.lines }]);
    at = region.to;
  }
  const rest = base.slice(at);
  return [...pieces, unchanged(rest, rest)].flat();
}

function withoutBase(mine: readonly string[], server: readonly string[]): readonly Piece[] | null {
  const parts = stretches(mine, server);
  if (!parts) return null;
  const pieces: (readonly Piece[])[] = [];
  let at = 0;
  for (const { mineFrom, mineTo, serverFrom, serverTo } of parts) {
    pieces.push(unchanged([], mine.slice(at, mineFrom)));
    pieces.push([
      {
        kind: 'overlap',
        base: [],
        mine: mine.slice(mineFrom, mineTo),
        server: server.slice(serverFrom, serverTo),
      },
    ]);
    at = mineTo;
  }
  return [...pieces, unchanged([], mine.slice(at))].flat();
}

/**
 * Both texts against their common ancestor, line by line, without byte-order mark and with LF only: every line of the
 * three is in exactly one hunk. Without a base each difference is an overlap. Null where there are too many edits.
 */
export function textHunks(base: string | null, mine: string, server: string): readonly TextHunk[] | null {
  const here = plainText(mine).split('\n');
  const there = plainText(server).split('\n');
  const pieces =
    base === null ? withoutBase(here, there) : withBase(plainText(base).split('\n'), here, there);
  return pieces?.map((piece, id) => ({ id, ...piece })) ?? null;
}

/** The overlaps that nobody has decided yet. */
export function undecided(
  hunks: readonly TextHunk[],
  choices: ReadonlyMap<number, HunkChoice>,
): readonly TextHunk[] {
  return hunks.filter(({ id, kind }) => kind === 'overlap' && !choices.has(id));
}

/** Mine, then the server's; at the end of the text the final newline of either stands once, behind both. */
function bothLines({ mine, server }: TextHunk, isLast: boolean): readonly string[] {
  if (!isLast) return [...mine, ...server];
  const isEnded = mine.at(-1) === '' || server.at(-1) === '';
  const bodies = [mine, server].flatMap((lines) => (lines.at(-1) === '' ? lines.slice(0, -1) : lines));
  return isEnded ? [...bodies, ''] : bodies;
}

function chosenLines(
  hunk: TextHunk,
  choice: HunkChoice | undefined,
  isLast: boolean,
): readonly string[] | null {
  if (choice === undefined && hunk.kind === 'overlap') return null;
  if (typeof choice === 'object') return choice.lines;
  if (choice === 'both' && hunk.kind === 'overlap') return bothLines(hunk, isLast);
  const side = choice === 'mine' || choice === 'server' ? choice : hunk.kind;
  return side === 'server' ? hunk.server : hunk.mine;
}

/** The lines of the result; null while an overlap is undecided. A choice for any other hunk stands as well. */
export function mergedLines(
  hunks: readonly TextHunk[],
  choices: ReadonlyMap<number, HunkChoice>,
): readonly string[] | null {
  const parts = hunks.map((hunk, i) => chosenLines(hunk, choices.get(hunk.id), i === hunks.length - 1));
  const isWhole = parts.every((part) => part !== null);
  return isWhole ? parts.flat() : null;
}
