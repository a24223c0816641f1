import { textRegions } from './text-regions.ts';

export type TextMerge =
  | { readonly state: 'merged'; readonly text: string }
  | { readonly state: 'overlap' }
  | { readonly state: 'too-expensive' };

/**
 * Three-way merge by lines: what only one side changed is taken, what both changed alike is taken once; where anything
 * else overlaps nothing is merged. The texts have LF line ends only.
 */
export function mergeText(base: string, mine: string, theirs: string): TextMerge {
  const baseLines = base.split('\n');
  const regions = textRegions(baseLines, mine.split('\n'), theirs.split('\n'));
  if (!regions) return { state: 'too-expensive' };
  if (regions.some(({ kind }) => kind === 'overlap')) return { state: 'overlap' };
  const merged: (readonly string[])[] = [];
  let at = 0;
  for (const { kind, from, to, mine: here, server } of regions) {
    merged.push(baseLines.slice(at, from), kind === 'server' ? server.lines : here.lines);
    at = to;
  }
  merged.push(baseLines.slice(at));
  return { state: 'merged', text: merged.flat().join('\n') };
}
