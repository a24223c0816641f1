import { type ItemPath, sectionOf } from '../model/item.ts';
import { canonicalJson, parseJson } from './json-tree.ts';
import { plainText } from './meaning.ts';

/** The texts that met; null where there is none. */
interface Sides {
  readonly base: string | null;
  readonly mine: string | null;
  readonly server: string | null;
}

/** About a paragraph, or eight keys: a sentence less or a key less is everyday, and nobody wants to be asked for it. */
const LOST_AT_LEAST = 200;

/** What there is of a text: without edges and, for a config, without spaces. Nothing at all counts as empty. */
function substance(path: ItemPath, text: string | null): string {
  const plain = plainText(text ?? '').trim();
  if (sectionOf(path) === 'doc') return plain;
  const tree = parseJson(plain);
  const meaning = 'broken' in tree ? plain : canonicalJson(tree);
  return meaning === '{}' || meaning === '[]' ? '' : meaning;
}

/**
 * What speaks against saving this result: it is no JSON (never saved), it is empty although a side is not, or it is
 * less than half of the shorter side (both are asked once more). The base is no measure: both sides may have left it.
 */
export function resultProblem(
  path: ItemPath,
  text: string,
  { mine, server }: Sides,
): 'not-json' | 'empty' | 'shrunk' | null {
  if (sectionOf(path) === 'config' && 'broken' in parseJson(text)) return 'not-json';
  const size = substance(path, text).length;
  const sizes = [mine, server].map((side) => substance(path, side).length).filter((side) => side > 0);
  if (sizes.length === 0) return null;
  if (size === 0) return 'empty';
  const shorter = Math.min(...sizes);
  return size * 2 < shorter && shorter - size >= LOST_AT_LEAST ? 'shrunk' : null;
}
