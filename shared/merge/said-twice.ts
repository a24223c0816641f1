/** One side's whole text, and the lines of it that it put in the place of others or between them. */
interface Side {
  readonly lines: readonly string[];
  readonly added: readonly string[];
}

/** Shorter lines say too little: `}`, `- [ ]` and `- tea` may well be written twice, and each person means their own. */
const SAYS_SOMETHING = 5;
/** Fences of code and lone tags are mark-up, and stand in a text as often as it needs them. */
const MARK_UP = /^\s*(?:`{3}|~{3}|<[^>]*>\s*$)/;

/** Letters and digits; a syllable of Hangul, a kana or an ideograph says about as much as two letters. */
function letters(line: string): number {
  const found = line.match(/[\p{L}\p{N}]/gu) ?? [];
  return found.reduce((sum, letter) => sum + (letter >= '\u2E80' ? 2 : 1), 0);
}

function onceIn(lines: readonly string[], wanted: ReadonlySet<string>): ReadonlySet<string> {
  const [seen, twice] = [new Set<string>(), new Set<string>()];
  for (const line of lines) if (wanted.has(line)) (seen.has(line) ? twice : seen).add(line);
  return new Set([...seen].filter((line) => !twice.has(line)));
}

/**
 * Lines with words that stand once in each of both sides, and that both sides have added: new ones, or ones that both
 * moved. Added in two places, such a line would stand twice in what is joined, which neither side has written.
 */
export function saidByBoth(mine: Side, server: Side): ReadonlySet<string> {
  const theirs = new Set(server.added);
  const both = mine.added.filter(
    (line) => theirs.has(line) && !MARK_UP.test(line) && letters(line) >= SAYS_SOMETHING,
  );
  if (both.length === 0) return new Set();
  return onceIn(server.lines, onceIn(mine.lines, new Set(both)));
}
