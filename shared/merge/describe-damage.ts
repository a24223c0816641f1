import { type ItemPath, sectionOf } from '../model/item.ts';
import { canonicalJson, parseJson } from './json-tree.ts';
import { plainText } from './meaning.ts';
import { isMadeBy, isMisread } from './misread.ts';
import { charactersWrapped } from './powershell-object.ts';

/** How GIIP's text was damaged on the way there, and how many characters of the known one it cost. */
export interface Damage {
  readonly kind: 'question-marks' | 'misread' | 'line-breaks' | 'powershell-object';
  readonly characters: number;
}

/** What could be damaged: a letter outside ASCII, or a backslash, which may spell one or a new line. */
const FRAGILE = /[\\\u0080-\uFFFF]/;
const NOT_ASCII = /[\u0080-\u{10FFFF}]/gu;

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}

/** Every character outside ASCII as `?`: what a request without `charset=utf-8` makes of Korean text. Per character … */
function marksPerCharacter(text: string): string {
  return text.replace(NOT_ASCII, '?');
}

/** … or per UTF-16 unit. */
function marksPerUnit(text: string): string {
  return text.replace(/[\u0080-\uFFFF]/g, '?');
}

/** What is compared: a document's text, or a config's values whatever spaces and order they are written in. */
function comparable(path: ItemPath, text: string): string {
  const plain = plainText(text).trim();
  if (sectionOf(path) === 'doc') return plain;
  const tree = parseJson(plain);
  return 'broken' in tree ? plain : canonicalJson(tree);
}

/**
 * What happened to a text that we know, on its way to GIIP: an old client lost its non-ASCII characters, read it in
 * another encoding or sent it as an object of Windows PowerShell, or a server turned a written `\n` into a new line
 * (api.md, "Reported from the field"). Null where the text is simply another one.
 */
export function describeDamage(path: ItemPath, known: string, remote: string): Damage | null {
  const wrapped = charactersWrapped(path, plainText(known).trim(), plainText(remote).trim());
  if (wrapped === 0 && !FRAGILE.test(known)) return null;
  const good = comparable(path, known);
  const seen = comparable(path, remote);
  if (good === seen || good === '') return null;
  if (wrapped > 0) return { kind: 'powershell-object', characters: wrapped };
  if (good.includes('\\n') && good.replaceAll('\\n', '\n').trim() === seen)
    return { kind: 'line-breaks', characters: count(good, /\\n/g) };
  if (isMadeBy(marksPerCharacter, good, seen) || isMadeBy(marksPerUnit, good, seen))
    return { kind: 'question-marks', characters: count(good, NOT_ASCII) };
  return isMisread(good, seen) ? { kind: 'misread', characters: count(good, NOT_ASCII) } : null;
}
