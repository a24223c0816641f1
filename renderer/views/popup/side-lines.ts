import { diffArrays } from 'diff';

/** A row of one side: a line, marked when the other side lacks it, or a fold of lines that are equal on both. */
export type SideRow =
  | { readonly kind: 'line'; readonly number: number; readonly line: string; readonly differs: boolean }
  | { readonly kind: 'fold'; readonly number: number; readonly amount: number };

/** One side as it is shown. `differing` is null where the comparison was given up and everything is shown as it is. */
export interface Side {
  readonly rows: readonly SideRow[];
  readonly differing: number | null;
  /** Lines that are not shown because there are too many. */
  readonly cut: number;
}

const CONTEXT = 3;
const MOST_ROWS = 2000;
const PATIENCE_MS = 400;

interface Line {
  readonly line: string;
  readonly differs: boolean;
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/u);
  // What follows the last line end is not a line.
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** Which lines stay visible: those that differ and a few around them. */
function visible(lines: readonly Line[]): readonly boolean[] {
  const shown = lines.map(() => false);
  for (const [at, { differs }] of lines.entries()) {
    if (differs) shown.fill(true, Math.max(0, at - CONTEXT), at + CONTEXT + 1);
  }
  return shown;
}

function fold(lines: readonly Line[]): SideRow[] {
  const shown = visible(lines);
  const rows: SideRow[] = [];
  let hidden = 0;
  for (const [at, { line, differs }] of lines.entries()) {
    if (shown[at] !== true) {
      hidden += 1;
      continue;
    }
    if (hidden > 0) rows.push({ kind: 'fold', number: at + 1 - hidden, amount: hidden });
    hidden = 0;
    rows.push({ kind: 'line', number: at + 1, line, differs });
  }
  if (hidden > 0) rows.push({ kind: 'fold', number: lines.length + 1 - hidden, amount: hidden });
  return rows;
}

function side(lines: readonly Line[], compared: boolean): Side {
  const differing = lines.filter(({ differs }) => differs).length;
  const rows =
    compared && differing > 0
      ? fold(lines)
      : lines.map(({ line, differs }, at): SideRow => ({ kind: 'line', number: at + 1, line, differs }));
  return {
    rows: rows.slice(0, MOST_ROWS),
    differing: compared ? differing : null,
    cut: Math.max(0, rows.length - MOST_ROWS),
  };
}

/** Both texts by lines, with the lines marked that the other side lacks. Line ends do not count as a difference. */
export function sideLines(local: string | null, remote: string | null): { local: Side; remote: Side } {
  const here = linesOf(local ?? '');
  const there = linesOf(remote ?? '');
  const plain = (lines: readonly string[]): readonly Line[] =>
    lines.map((line) => ({ line, differs: false }));
  // Beside a side that does not exist everything would differ, and marking everything marks nothing.
  const changes =
    local === null || remote === null ? undefined : diffArrays(here, there, { timeout: PATIENCE_MS });
  if (changes === undefined) return { local: side(plain(here), false), remote: side(plain(there), false) };
  const part = (skip: 'added' | 'removed', mark: 'added' | 'removed'): readonly Line[] =>
    changes
      .filter((change) => !change[skip])
      .flatMap((change) => change.value.map((line) => ({ line, differs: change[mark] })));
  return { local: side(part('added', 'removed'), true), remote: side(part('removed', 'added'), true) };
}
