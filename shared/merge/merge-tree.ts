import type { Node } from 'jsonc-parser';
import { canonicalJson, type JsonTree, members, sourceOf } from './json-tree.ts';

/** A node with the text it stands in. */
export interface Place {
  readonly tree: JsonTree;
  readonly node: Node;
}

/** One value of the three configs, compared whole. Undefined: the key is not there. */
export interface MergeLeaf {
  readonly kind: 'unchanged' | 'mine' | 'server' | 'same' | 'overlap';
  readonly base: Place | undefined;
  readonly mine: Place | undefined;
  readonly server: Place | undefined;
}

/** An object on both sides, key by key: mine in their order, then those that only the server or the base has. */
export interface MergeObject {
  readonly kind: 'object';
  readonly members: readonly (readonly [string, MergeTree])[];
}

export type MergeTree = MergeLeaf | MergeObject;

function same(a: Place | undefined, b: Place | undefined): boolean {
  if (!a || !b) return a === b;
  // Most values are spelled alike, and that is seen at once.
  if (sourceOf(a.tree, a.node) === sourceOf(b.tree, b.node)) return true;
  return canonicalJson(a.tree, a.node) === canonicalJson(b.tree, b.node);
}

function membersOf(place: Place | undefined): ReadonlyMap<string, Place> {
  if (place?.node.type !== 'object') return new Map();
  return new Map(members(place.node).map(([key, node]) => [key, { tree: place.tree, node }]));
}

type Three = Omit<MergeLeaf, 'kind'>;

function kindOf({ base, mine, server }: Three, hasBase: boolean): MergeLeaf['kind'] {
  const isAlike = same(mine, server);
  if (!hasBase) return isAlike ? 'unchanged' : 'overlap';
  if (isAlike) return same(mine, base) ? 'unchanged' : 'same';
  if (same(server, base)) return 'mine';
  return same(mine, base) ? 'server' : 'overlap';
}

function compare(three: Three, hasBase: boolean): MergeTree {
  const { base, mine, server } = three;
  const areObjects = mine?.node.type === 'object' && server?.node.type === 'object';
  if (!areObjects) return { kind: kindOf(three, hasBase), ...three };
  const [b, m, s] = [membersOf(base), membersOf(mine), membersOf(server)];
  const keys = [...new Set([...m.keys(), ...s.keys(), ...b.keys()])];
  return {
    kind: 'object',
    members: keys.map((key) => [
      key,
      compare({ base: b.get(key), mine: m.get(key), server: s.get(key) }, hasBase),
    ]),
  };
}

/**
 * Three-way comparison by keys, at every depth; lists and plain values are compared whole, by meaning. Without a base
 * everything that differs is an overlap. What the engine merges and what the conflict window shows both come from here.
 */
export function mergeTree(base: JsonTree | null, mine: JsonTree, server: JsonTree): MergeTree {
  const place = (tree: JsonTree): Place => ({ tree, node: tree.root });
  return compare(
    { base: base ? place(base) : undefined, mine: place(mine), server: place(server) },
    base !== null,
  );
}
