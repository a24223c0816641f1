import { differenceWords as words } from '../difference-words.ts';

/** Words of a name: `auto_update`, `autoUpdate`, `auto-update` and `AUTO_UPDATE` are two each. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_.-]+/)
    .filter((word) => word !== '');
}

/** `API` in `api URL` stays as it is; a name in capitals only is no abbreviation. */
function plainWord(word: string, isShouted: boolean): string {
  const isAbbreviation = !isShouted && word.length > 1 && word === word.toUpperCase();
  return isAbbreviation ? word : word.toLowerCase();
}

/** One name in readable words, in small letters: `log_level` is "log level". */
function readable(name: string): string {
  const isShouted = name === name.toUpperCase() && name.length > 4;
  const parts = wordsOf(name).map((word) => plainWord(word, isShouted));
  return parts.length > 0 ? parts.join(' ') : JSON.stringify(name);
}

function capitalised(name: string): string {
  const [first = ''] = name;
  return first.toUpperCase() + name.slice(first.length);
}

/** A key as people read it: "Auto update", "Log › Level". */
export function keyLabel(key: readonly string[]): string {
  return key.length === 0 ? words.wholeFile : key.map((name) => capitalised(readable(name))).join(' › ');
}

/** A key as a screen reader says it: "log level", "log, level". */
export function spokenKey(key: readonly string[]): string {
  return key.length === 0 ? words.wholeFileSpoken : key.map(readable).join(', ');
}
