import type { Node } from 'jsonc-parser';
import { canonicalJson, type JsonTree, members, sourceOf } from './json-tree.ts';

/** A node with the text it stands in, or nothing. */
interface Place {
  readonly tree: JsonTree;
  readonly node: Node;
}

const GONE = Symbol('gone');
const OVERLAP = Symbol('overlap');
type Merged = string | typeof GONE | typeof OVERLAP;

function same(a: Place | undefined, b: Place | undefined): boolean {
  if (!a || !b) return a === b;
  return canonicalJson(a.tree, a.node) === canonicalJson(b.tree, b.node);
}

function membersOf(place: Place | undefined): ReadonlyMap<string, Place> {
  if (place?.node.type !== 'object') return new Map();
  return new Map(members(place.node).map(([key, node]) => [key, { tree: place.tree, node }]));
}

function mergeObjects(base: Place | undefined, mine: Place, theirs: Place): Merged {
  const [b, m, t] = [membersOf(base), membersOf(mine), membersOf(theirs)];
  const parts: string[] = [];
  for (const key of new Set([...m.keys(), ...t.keys()])) {
    const value = mergePlaces(b.get(key), m.get(key), t.get(key));
    if (value === OVERLAP) return OVERLAP;
    if (value !== GONE) parts.push(`${JSON.stringify(key)}:${value}`);
  }
  return `{${parts.join(',')}}`;
}

function mergePlaces(base: Place | undefined, mine: Place | undefined, theirs: Place | undefined): Merged {
  const sourceOrGone = (place: Place | undefined): Merged =>
    place ? sourceOf(place.tree, place.node) : GONE;
  if (same(mine, theirs) || same(theirs, base)) return sourceOrGone(mine);
  if (same(mine, base)) return sourceOrGone(theirs);
  if (mine?.node.type === 'object' && theirs?.node.type === 'object') return mergeObjects(base, mine, theirs);
  return OVERLAP;
}

/**
 * Three-way merge by keys, at every depth; lists and plain values are taken whole. Answers the JSON text of the
 * result with every value spelled as its side spelled it, or null where both sides changed one value differently.
 */
export function mergeJson(base: JsonTree, mine: JsonTree, theirs: JsonTree): string | null {
  const place = (tree: JsonTree): Place => ({ tree, node: tree.root });
  const merged = mergePlaces(place(base), place(mine), place(theirs));
  return typeof merged === 'string' ? merged : null;
}
