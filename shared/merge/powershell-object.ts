import type { Node } from 'jsonc-parser';
import { type ItemPath, sectionOf } from '../model/item.ts';
import { members, parseJson } from './json-tree.ts';

/** Members that Windows PowerShell hangs on every string that it reads from a file. */
const NOTE = /^PS(?:Path|ParentPath|ChildName|Drive|Provider)$/;

/** The same as text: `@{value=…; PSPath=…}`. */
const NOTE_TEXT = /^@\{.*\bPS(?:Path|ParentPath|ChildName|Drive|Provider)=.*\}$/s;

/** What stands for an object that lies deeper than `ConvertTo-Json -Depth` goes. */
const CUT = /^(?:@\{.*\}|System\.(?:Object\[\]|Collections\.[\w.`[\]]+))$/s;

/** Nothing of this in a text, and it need not be looked at. */
const TRACE = /PSPath|PSParentPath|PSChildName|PSDrive|PSProvider|@\{|System\./;

function isNoted(node: Node): boolean {
  return node.type === 'object' && members(node).some(([key]) => NOTE.test(key));
}

function isWrappedText(text: string): boolean {
  if (NOTE_TEXT.test(text)) return true;
  if (!text.startsWith('{')) return false;
  const tree = parseJson(text);
  return !('broken' in tree) && isNoted(tree.root);
}

/** A text that became an object, or an object or list that became the name of its type. */
function isReplaced(known: Node, remote: Node): boolean {
  if (remote.type === 'object') return isNoted(remote) && !isNoted(known);
  const isContainer = known.type === 'object' || known.type === 'array';
  return isContainer && remote.type === 'string' && CUT.test(String(remote.value));
}

/** Pairs of values that stand in the same place of both. */
function pairs(known: Node, remote: Node): readonly (readonly [Node, Node])[] {
  if (known.type === 'array' && remote.type === 'array') {
    const others = remote.children ?? [];
    return (known.children ?? []).flatMap((node, i) => {
      const other = others[i];
      return other ? [[node, other] as const] : [];
    });
  }
  if (known.type !== 'object' || remote.type !== 'object') return [];
  const others = new Map(members(remote));
  return members(known).flatMap(([key, node]) => {
    const other = others.get(key);
    return other ? [[node, other] as const] : [];
  });
}

function charactersReplaced(known: Node, remote: Node): number {
  if (isReplaced(known, remote)) return known.length;
  return pairs(known, remote).reduce((sum, [one, other]) => sum + charactersReplaced(one, other), 0);
}

/**
 * How many characters of the known text stand in GIIP's as an object of Windows PowerShell, or as the name of one: what
 * an old client makes of a text that it read from a file, and of values nested deep in a config. 0: nothing of the kind.
 */
export function charactersWrapped(path: ItemPath, known: string, remote: string): number {
  if (!TRACE.test(remote)) return 0;
  if (sectionOf(path) === 'doc')
    return isWrappedText(remote) && !isWrappedText(known) ? [...known].length : 0;
  const [good, seen] = [parseJson(known), parseJson(remote)];
  return 'broken' in good || 'broken' in seen ? 0 : charactersReplaced(good.root, seen.root);
}
