import { type ItemPath, sectionOf } from '../model/item.ts';
import { members, parseJson } from './json-tree.ts';

/** Members that Windows PowerShell hangs on every string that it reads from a file. */
const NOTE = /^PS(?:Path|ParentPath|ChildName|Drive|Provider)$/;

/** The same as text: `@{value=…; PSPath=…}`. */
const NOTE_TEXT = /^@\{.*\bPS(?:Path|ParentPath|ChildName|Drive|Provider)=.*\}$/s;

function isObject(text: string): boolean {
  if (NOTE_TEXT.test(text)) return true;
  if (!text.startsWith('{')) return false;
  const tree = parseJson(text);
  return !('broken' in tree) && members(tree.root).some(([key]) => NOTE.test(key));
}

/** GIIP's text is the serialised form of a string of Windows PowerShell, and the known one is not. */
export function isPowershellObject(path: ItemPath, known: string, remote: string): boolean {
  return sectionOf(path) === 'doc' && isObject(remote) && !isObject(known);
}
