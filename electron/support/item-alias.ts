import { createHash } from 'node:crypto';

const SHOWN = 8;
const ALIAS = /^(?:configs|docs)\/[0-9a-f]{8}(?:\.[A-Za-z0-9]{1,8})?\.?$/;

/**
 * Stands for a path: its section, eight letters that are the same in every bundle, and its ending. Whoever has the path
 * can find its alias; nobody gets the path from the alias but by trying.
 */
export function itemAlias(path: string): string {
  const hash = createHash('sha256').update(path, 'utf8').digest('hex').slice(0, SHOWN);
  const section = /^(?:configs|docs)\//.exec(path)?.[0] ?? '';
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(path)?.[0] ?? '';
  return `${section}${hash}${ending}`;
}

/** A path as it is, with the other kind of slash, and as JSON writes them. */
function spellingsOf(path: string): readonly string[] {
  const turned = path.replaceAll('/', '\\');
  return [...new Set([path, turned, turned.replaceAll('\\', '\\\\'), JSON.stringify(path).slice(1, -1)])];
}

/** What begins like the path of an item, in words or in JSON. */
const ITEM = /\b(?:configs|docs)[/\\]{1,2}[^\s"'\\:,;]+/g;

/** Known names first, the longest before a part of it, then whatever looks like one. */
export function hideNames(text: string, names: readonly string[]): string {
  const known = [...names].sort((a, b) => b.length - a.length);
  const hidden = known.reduce((left, name) => {
    const alias = itemAlias(name);
    return spellingsOf(name).reduce((rest, spelling) => rest.replaceAll(spelling, alias), left);
  }, text);
  return hidden.replace(ITEM, (found) => (ALIAS.test(found) ? found : itemAlias(found)));
}
