import { type ItemPath, sectionOf } from '../model/item.ts';
import type { Reason } from '../model/reason.ts';
import { canonicalJson, parseJson } from './json-tree.ts';
import { plainText } from './meaning.ts';
import { type DecideKey, mergeJson } from './merge-json.ts';
import { mergeText } from './merge-text.ts';

/** Either the joined text (no style yet: see `file-style.ts`) or why a person has to decide. */
export type Merge = { readonly merged: string } | { readonly conflict: Reason };

const OVERLAP: Merge = { conflict: { code: 'changed-on-both-overlap' } };
const UNUSABLE: Merge = { conflict: { code: 'merge-result-unusable' } };

function mergeConfigs(base: string, mine: string, theirs: string, decide?: DecideKey): Merge {
  const [b, m, t] = [parseJson(base), parseJson(mine), parseJson(theirs)];
  if ('broken' in b || 'broken' in m || 'broken' in t) return OVERLAP;
  const merged = mergeJson(b, m, t, decide);
  if (merged === null) return OVERLAP;
  const result = parseJson(merged);
  const isEmptied = 'broken' in result || ['{}', '[]'].includes(canonicalJson(result));
  return isEmptied ? UNUSABLE : { merged };
}

function mergeDocs(base: string, mine: string, theirs: string): Merge {
  const result = mergeText(plainText(base), plainText(mine), plainText(theirs));
  if (result.state === 'too-expensive') return { conflict: { code: 'merge-too-expensive' } };
  if (result.state === 'overlap') return OVERLAP;
  return result.text.trim() === '' ? UNUSABLE : { merged: result.text };
}

/**
 * Joins two changes of one base. A result that is empty or does not parse is a conflict, never a file. `decide` speaks
 * for the keys of a config that both sides changed.
 */
export function mergeItem(
  path: ItemPath,
  base: string,
  mine: string,
  theirs: string,
  decide?: DecideKey,
): Merge {
  return sectionOf(path) === 'config'
    ? mergeConfigs(base, mine, theirs, decide)
    : mergeDocs(base, mine, theirs);
}
