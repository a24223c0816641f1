import type { Node } from 'jsonc-parser';
import { type JsonTree, parseJson } from './json-tree.ts';
import type { JsonSource } from './key-difference.ts';

/** What kind of value a person sees. */
export type ValueType = 'on-off' | 'number' | 'text' | 'list' | 'object' | 'null' | 'absent';

const TYPES: Readonly<Record<string, ValueType>> = {
  t: 'on-off',
  f: 'on-off',
  '"': 'text',
  '[': 'list',
  '{': 'object',
  n: 'null',
};

/** The kind of a value by its valid source; null stands for a key that is not there. */
export function valueType(source: JsonSource): ValueType {
  return source === null ? 'absent' : (TYPES[source.trim().charAt(0)] ?? 'number');
}

/** Any one JSON value, not only an object or list; null where the text is none. */
export function parseValue(source: string): { readonly tree: JsonTree; readonly node: Node } | null {
  const tree = parseJson(`[${source}]`);
  if ('broken' in tree) return null;
  const [node, ...more] = tree.root.children ?? [];
  return node && more.length === 0 ? { tree, node } : null;
}
