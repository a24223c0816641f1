import { type JsonTree, members, parseJson } from '../../../shared/merge/json-tree.ts';
import type { KeyDifference } from '../../../shared/merge/key-difference.ts';
import { plainText } from '../../../shared/merge/meaning.ts';
import type { Stretch } from './side-marks.ts';

type JsonNode = JsonTree['root'];

function nodeAt(root: JsonNode, key: readonly string[]): JsonNode | undefined {
  return key.reduce<JsonNode | undefined>(
    (node, name) => (node ? members(node).find(([member]) => member === name)?.[1] : undefined),
    root,
  );
}

/** Where the values of the keys that differ stand in this text; a key that is not there has no place. */
export function keyMarks(text: string, differences: readonly KeyDifference[]): readonly Stretch[] {
  const tree = parseJson(plainText(text));
  if ('broken' in tree) return [];
  return differences.flatMap(({ key, kind }) => {
    const node = kind === 'same' ? undefined : nodeAt(tree.root, key);
    return node ? [{ from: node.offset, to: node.offset + node.length }] : [];
  });
}
