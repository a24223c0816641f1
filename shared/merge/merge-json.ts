import type { Side } from '../model/conflict.ts';
import { type JsonTree, sourceOf } from './json-tree.ts';
import { type MergeLeaf, type MergeObject, type MergeTree, mergeTree, type Place } from './merge-tree.ts';

/** The value of a place as its file spells it; null where the key is not there. */
export function placeSource(place: Place | undefined): string | null {
  return place ? sourceOf(place.tree, place.node) : null;
}

/** What a comparison without overlap comes to: for both alike and for the unchanged, as the person spelled it. */
export function mergedSource({ kind, mine, server }: MergeLeaf): string | null {
  return placeSource(kind === 'server' ? server : mine);
}

/** What stands for each compared value: null for nothing at all, undefined where nobody has decided. */
export type StandsFor = (leaf: MergeLeaf, key: readonly string[]) => string | null | undefined;

/** The JSON text of a tree, or how many of its values are undecided. */
export function treeSource(
  tree: MergeTree,
  standsFor: StandsFor,
): { readonly source: string } | { readonly undecided: number } {
  let undecided = 0;
  const write = (part: MergeTree, key: readonly string[]): string | null => {
    if (part.kind === 'object') return objectSource(part, (member, name) => write(member, [...key, name]));
    const source = standsFor(part, key);
    if (source === undefined) undecided += 1;
    return source ?? null;
  };
  const source = write(tree, []);
  return undecided === 0 && source !== null ? { source } : { undecided };
}

function objectSource(
  { members }: MergeObject,
  write: (member: MergeTree, name: string) => string | null,
): string {
  const parts = members.flatMap(([name, member]) => {
    const source = write(member, name);
    return source === null ? [] : [`${JSON.stringify(name)}:${source}`];
  });
  return `{${parts.join(',')}}`;
}

/** Speaks for a key that both sides changed differently; undefined: it does not know either. */
export type DecideKey = (key: readonly string[]) => Side | undefined;

/**
 * Three-way merge by keys. Answers the JSON text of the result with every value spelled as its side spelled it, or null
 * where both sides changed one value differently and `decide` has nothing to say.
 */
export function mergeJson(
  base: JsonTree,
  mine: JsonTree,
  theirs: JsonTree,
  decide: DecideKey = () => undefined,
): string | null {
  const merged = treeSource(mergeTree(base, mine, theirs), (leaf, key) => {
    if (leaf.kind !== 'overlap') return mergedSource(leaf);
    const side = decide(key);
    return side && placeSource(leaf[side]);
  });
  return 'source' in merged ? merged.source : null;
}
