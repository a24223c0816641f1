import { patchJson } from './json-patch.ts';
import { type JsonTree, parseJson } from './json-tree.ts';
import { parseValue, type ValueType, valueType } from './json-value.ts';
import type { KeyDecision, KeyDifference } from './key-difference.ts';
import { mergedSource, placeSource, treeSource } from './merge-json.ts';
import { type MergeLeaf, type MergeTree, mergeTree } from './merge-tree.ts';

/** Which text is no JSON that can be used. A broken base counts as none. */
interface Broken {
  readonly broken: 'mine' | 'server';
}

type Sides = Pick<KeyDifference, 'mine' | 'server'>;

/** A key as a JSON pointer (RFC 6901), to look decisions up by. */
export function keyName(key: readonly string[]): string {
  return key.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function treeOf(base: string | null, mine: string, server: string): MergeTree | Broken {
  const [m, s] = [parseJson(mine), parseJson(server)];
  if ('broken' in m) return { broken: 'mine' };
  if ('broken' in s) return { broken: 'server' };
  const b: JsonTree | { broken: string } | null = base === null ? null : parseJson(base);
  return mergeTree(b === null || 'broken' in b ? null : b, m, s);
}

function differenceOf(key: readonly string[], leaf: MergeLeaf): readonly KeyDifference[] {
  const { kind } = leaf;
  if (kind === 'unchanged') return [];
  const [base, mine, server] = [leaf.base, leaf.mine, leaf.server].map(placeSource);
  return [{ key, kind, base: base ?? null, mine: mine ?? null, server: server ?? null }];
}

function flatten(tree: MergeTree, key: readonly string[]): readonly KeyDifference[] {
  if (tree.kind !== 'object') return differenceOf(key, tree);
  return tree.members.flatMap(([name, member]) => flatten(member, [...key, name]));
}

/**
 * The keys in which the three configs differ, in the order of the person's file and then of GIIP's. Values are as their
 * files spell them; another order of keys, other spaces and another spelling of a number are no difference.
 */
export function keyDifferences(
  base: string | null,
  mine: string,
  server: string,
): readonly KeyDifference[] | Broken {
  const tree = treeOf(base, mine, server);
  return 'broken' in tree ? tree : flatten(tree, []);
}

/**
 * What is wrong with a value that a person typed for this key: no JSON, or of a type that neither side has. Where the
 * sides are absent or null nothing is known about the type.
 */
export function valueProblem(source: string, { mine, server }: Sides): 'not-json' | 'other-type' | null {
  if (!parseValue(source)) return 'not-json';
  const types: readonly ValueType[] = [mine, server].map(valueType).filter((type) => type !== 'absent');
  const fits = types.every((type) => type === 'null') || types.includes(valueType(source));
  return fits ? null : 'other-type';
}

/** Undefined: no decision, or one that cannot stand. */
function decided(leaf: MergeLeaf, decision: KeyDecision | undefined): string | null | undefined {
  // The world moved on: what became equal on both sides needs nobody's decision any more.
  if (leaf.kind === 'unchanged') return mergedSource(leaf);
  if (decision === undefined) return leaf.kind === 'overlap' ? undefined : mergedSource(leaf);
  const [mine, server] = [placeSource(leaf.mine), placeSource(leaf.server)];
  if (decision === 'mine') return mine;
  if (decision === 'server') return server;
  return valueProblem(decision.source, { mine, server }) === null ? decision.source.trim() : undefined;
}

/**
 * The config that the decisions come to (by `keyName`), written as the person's file is: its order, spaces and digits.
 * Or how many keys are still undecided; a typed value that cannot stand there counts as undecided.
 */
export function configResult(
  mine: string,
  server: string,
  base: string | null,
  decisions: ReadonlyMap<string, KeyDecision>,
): { readonly text: string } | { readonly undecided: number } {
  const tree = treeOf(base, mine, server);
  if ('broken' in tree) return { undecided: 1 };
  const target = treeSource(tree, (leaf, key) => decided(leaf, decisions.get(keyName(key))));
  if ('undecided' in target) return target;
  // A typed value can nest deeper than a config may: then it is not one.
  return 'broken' in parseJson(target.source) ? { undecided: 1 } : { text: patchJson(mine, target.source) };
}
