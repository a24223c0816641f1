import { type ItemPath, sectionOf } from '../model/item.ts';
import { canonicalJson, parseJson } from './json-tree.ts';

/** A document without byte-order mark and with one kind of line end: what two editors agree on. */
export function plainText(text: string): string {
  const unmarked = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
}

/** What an item means: parsed JSON for configs, plain text for documents; or why it cannot be told. */
export function meaningOf(
  path: ItemPath,
  text: string,
): { readonly meaning: string } | { readonly broken: string } {
  if (sectionOf(path) === 'doc') return { meaning: plainText(text) };
  const tree = parseJson(text);
  return 'broken' in tree ? tree : { meaning: canonicalJson(tree) };
}

/**
 * Equal but for white space at the ends, which GIIP may trim. Weaker than equal meaning: it may end a difference,
 * but it never causes a write.
 */
export function differsOnlyAtEdges(path: ItemPath, a: string, b: string): boolean {
  return sectionOf(path) === 'doc' && plainText(a).trim() === plainText(b).trim();
}
