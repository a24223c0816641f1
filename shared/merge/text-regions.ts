import { diffArrays } from 'diff';
import { saidByBoth } from './said-twice.ts';

/**
 * More edits than this between two versions and joining them is a guess: the verdict is a conflict. The time grows
 * with the square: 0.5 s for 2,000 edits, 1.8 s for 4,000 on a slow machine, and nothing else runs meanwhile.
 * A number of edits and not a time limit, so that the same texts always get the same answer.
 */
const MAX_EDITS = 2_000;

/** Lines [from, to) of the one text replaced by `lines` of the other. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** One side's lines of a region, and for each the line of the base that it stands at. */
export interface SideLines {
  readonly lines: readonly string[];
  readonly at: readonly number[];
}

/** Base lines [from, to) that at least one side changed. */
export interface Region {
  readonly kind: 'mine' | 'server' | 'same' | 'overlap';
  readonly from: number;
  readonly to: number;
  readonly mine: SideLines;
  readonly server: SideLines;
}

/** What makes the other text of the one, in the order of the lines; null where it takes too many edits. */
export function replacements(
  one: readonly string[],
  other: readonly string[],
): readonly Replacement[] | null {
  const parts = diffArrays([...one], [...other], { maxEditLength: MAX_EDITS });
  if (!parts) return null;
  const found: Replacement[] = [];
  let at = 0;
  let open: { from: number; to: number; lines: string[] } | null = null;
  for (const part of parts) {
    if (part.added || part.removed) {
      open ??= { from: at, to: at, lines: [] };
      if (part.added) open.lines = open.lines.concat(part.value);
      else open.to = at += part.count;
    } else {
      if (open) found.push(open);
      open = null;
      at += part.count;
    }
  }
  return open ? [...found, open] : found;
}

/** One side's text of the base lines [from, to). */
function sideOf(base: readonly string[], taken: readonly Replacement[], from: number, to: number): SideLines {
  const lines: string[] = [];
  const at: number[] = [];
  const keep = (start: number, end: number): void => {
    for (let i = start; i < end; i += 1) {
      lines.push(base[i] ?? '');
      at.push(i);
    }
  };
  let next = from;
  for (const replacement of taken) {
    keep(next, replacement.from);
    for (const line of replacement.lines) {
      lines.push(line);
      at.push(replacement.from);
    }
    next = replacement.to;
  }
  keep(next, to);
  return { lines, at };
}

interface Taken {
  readonly from: number;
  to: number;
  readonly mine: Replacement[];
  readonly server: Replacement[];
}

/** Changes of both sides that touch or overlap; touching counts, as in git: neighbours are often one thought. */
function takeRegion(mine: Replacement[], server: Replacement[]): Taken {
  const from = Math.min(mine[0]?.from ?? Infinity, server[0]?.from ?? Infinity);
  const region: Taken = { from, to: from, mine: [], server: [] };
  for (let grown = true; grown; ) {
    grown = false;
    for (const [queue, taken] of [
      [mine, region.mine],
      [server, region.server],
    ] as const) {
      const next = queue[0];
      if (!next || next.from > region.to) continue;
      taken.push(next);
      queue.shift();
      region.to = Math.max(region.to, next.to);
      grown = true;
    }
  }
  return region;
}

/** Line by line: joined, no line at all would look like one empty line. */
function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((line, i) => line === right[i]);
}

function added(all: readonly Replacement[]): readonly string[] {
  return all.flatMap(({ lines }) => lines);
}

/** True where one side says something here that the other one says elsewhere. */
function isSaidElsewhere({ mine, server }: Taken, said: ReadonlySet<string>): boolean {
  if (said.size === 0) return false;
  const [here, there] = [new Set(added(mine)), new Set(added(server))];
  return [...here, ...there].some((line) => said.has(line) && here.has(line) !== there.has(line));
}

function regionOf(base: readonly string[], taken: Taken, said: ReadonlySet<string>): Region {
  const { from, to } = taken;
  const mine = sideOf(base, taken.mine, from, to);
  const server = sideOf(base, taken.server, from, to);
  const place = { from, to, mine, server };
  if (isSaidElsewhere(taken, said)) return { kind: 'overlap', ...place };
  if (taken.server.length === 0) return { kind: 'mine', ...place };
  if (taken.mine.length === 0) return { kind: 'server', ...place };
  return { kind: isSame(mine.lines, server.lines) ? 'same' : 'overlap', ...place };
}

/**
 * Three-way comparison by lines (Khanna, Kunal, Pierce: "A Formal Investigation of Diff3", FSTTCS 2007): the regions
 * that somebody changed, in their order; what lies between them is unchanged. What both sides added in different places
 * is a question in both: joined it would stand twice. Null where it takes too many edits. What the engine merges and
 * what the conflict window shows both come from here.
 */
export function textRegions(
  base: readonly string[],
  mine: readonly string[],
  server: readonly string[],
): readonly Region[] | null {
  const a = replacements(base, mine);
  const b = a && replacements(base, server);
  if (!a || !b) return null;
  const said = saidByBoth({ lines: mine, added: added(a) }, { lines: server, added: added(b) });
  const [mineLeft, serverLeft] = [[...a], [...b]];
  const regions: Region[] = [];
  while (mineLeft.length > 0 || serverLeft.length > 0)
    regions.push(regionOf(base, takeRegion(mineLeft, serverLeft), said));
  return regions;
}
