import { type ItemPath, sectionOf } from '../../shared/model/item.ts';
import { canonicalJson, parseJson } from './json-tree.ts';
import type { Digest, Version } from './ports.ts';

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

/** The two hashes of a text, or why it is not usable as this item. */
export function versionOf(
  digest: Digest,
  path: ItemPath,
  text: string,
): Version | { readonly broken: string } {
  const found = meaningOf(path, text);
  if ('broken' in found) return found;
  const id = digest(text);
  return { id, meaning: found.meaning === text ? id : digest(found.meaning) };
}

/**
 * Equal but for white space at the ends, which GIIP may trim. Weaker than equal meaning: it may end a difference,
 * but it never causes a write.
 */
export function differsOnlyAtEdges(path: ItemPath, a: string, b: string): boolean {
  return sectionOf(path) === 'doc' && plainText(a).trim() === plainText(b).trim();
}
