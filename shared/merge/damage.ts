import { type ItemPath, sectionOf } from '../model/item.ts';
import { canonicalJson, parseJson } from './json-tree.ts';
import { plainText } from './meaning.ts';

const NOT_ASCII = /[\u0080-\uFFFF]/;

/** Every character outside ASCII as `?`: what a request without `charset=utf-8` makes of Korean text. Per character or per UTF-16 unit. */
function questionMarks(text: string): readonly string[] {
  return [text.replace(/[\u0080-\u{10FFFF}]/gu, '?'), text.replace(/[\u0080-\uFFFF]/g, '?')];
}

/** UTF-8 read as Latin-1 ("mojibake"), spelled without a byte API because the engine has none. */
function misread(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** What is compared: a document's text, or a config's values whatever spaces and order they are written in. */
function comparable(path: ItemPath, text: string): string {
  const plain = plainText(text).trim();
  if (sectionOf(path) === 'doc') return plain;
  const tree = parseJson(plain);
  return 'broken' in tree ? plain : canonicalJson(tree);
}

/**
 * True when GIIP's text is one that we know, damaged on the way there: by an old client that lost its non-ASCII
 * characters or read it in another encoding, or by a server that turned a written `\n` into a new line
 * (api.md, "Reported from the field"). Such a text never replaces anything.
 */
export function looksDamaged(path: ItemPath, known: string, remote: string): boolean {
  const good = comparable(path, known);
  const seen = comparable(path, remote);
  if (good === seen || good === '') return false;
  if (good.includes('\\n') && good.replaceAll('\\n', '\n').trim() === seen) return true;
  if (!NOT_ASCII.test(good)) return false;
  return questionMarks(good).includes(seen) || misread(good) === seen;
}
