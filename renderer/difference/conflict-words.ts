import type { Damage } from '../../shared/merge/describe-damage.ts';
import { valueType } from '../../shared/merge/json-value.ts';
import type { JsonSource, KeyDifference } from '../../shared/merge/key-difference.ts';
import type { TextHunk } from '../../shared/merge/text-hunk.ts';
import type { ConflictKind } from '../../shared/model/conflict.ts';
import { differenceWords as words } from '../difference-words.ts';
import { keyLabel, spokenKey } from './key-label.ts';
import { excerpt, isOn, listChange, spokenValue, valueWords } from './value-words.ts';

/** What somebody did to a value, from what it was to what it is. Without a subject: "turned it off". */
function deed(before: JsonSource, after: JsonSource): string {
  if (after === null) return words.deed.removed;
  if (before === null) return words.deed.added(valueWords(after));
  const [was, is] = [valueType(before), valueType(after)];
  if (was === 'on-off' && is === 'on-off') return words.deed.switched(isOn(after));
  if (was === 'object' && is === 'object') return words.deed.inside;
  return listChange(before, after) ?? words.deed.set(valueWords(after, before));
}

/** "GIIP has it on", "you do not have it", "GIIP has “INFO”". */
function has(who: 'you' | 'giip', value: JsonSource, other: JsonSource): string {
  if (value === null) return words.has(who, { kind: 'absent' });
  if (valueType(value) === 'on-off') return words.has(who, { kind: 'switch', on: isOn(value) });
  return words.has(who, { kind: 'value', words: valueWords(value, other) });
}

function sentence({ kind, base, mine, server }: KeyDifference): string {
  const [you, giip] = [() => words.did('you', deed(base, mine)), () => words.did('giip', deed(base, server))];
  switch (kind) {
    case 'mine':
      return words.join(you(), has('giip', server, mine));
    case 'server':
      return words.join(giip(), has('you', mine, server));
    case 'same':
      return words.both(deed(base, mine));
    case 'overlap':
      if (base === null) return words.join(has('you', mine, server), has('giip', server, mine));
      return words.was(words.join(you(), giip()), valueWords(base));
  }
}

/** A differing key in plain words: "Auto update: you turned it off, GIIP has it on". */
export function keyWords(difference: KeyDifference): string {
  return `${keyLabel(difference.key)}: ${sentence(difference)}`;
}

/** A differing key for a screen reader: "change 3 of 7, log level, yours DEBUG, GIIP INFO". `index` counts from 0. */
export function keySpoken({ key, mine, server }: KeyDifference, index: number, total: number): string {
  const sides = words.spoken.sides(spokenValue(mine, server), spokenValue(server, mine));
  return [words.spoken.change(index + 1, total), spokenKey(key), sides].join(', ');
}

function spokenLines(lines: readonly string[], other: readonly string[]): string {
  if (lines.length === 0) return words.spoken.nothing;
  return excerpt(lines.join(' '), other.join(' ')) || words.spoken.blankLines(lines.length);
}

function spokenPlace({ mine }: TextHunk, line: number): string {
  if (mine.length === 0) return words.spoken.atLine(line);
  return mine.length === 1 ? words.spoken.line(line) : words.spoken.lines(line, line + mine.length - 1);
}

/**
 * A hunk for a screen reader: "change 3 of 7, lines 10 to 12, yours …, GIIP …". `index` counts from 0; `line` is the
 * first line of the hunk in the text here, from 1, left out where it is not known.
 */
export function hunkSpoken(hunk: TextHunk, index: number, total: number, line?: number): string {
  const place = line === undefined ? [] : [spokenPlace(hunk, line)];
  const { mine, server } = hunk;
  const sides = words.spoken.sides(spokenLines(mine, server), spokenLines(server, mine));
  return [words.spoken.change(index + 1, total), ...place, sides].join(', ');
}

/** A kind of conflict: a short name, and what it means for the person's files. */
export function kindWords(kind: ConflictKind): { readonly name: string; readonly meaning: string } {
  return words.kind(kind);
}

/** What the damage means and what repairing does. */
export function damageWords(damage: Damage): { readonly message: string; readonly help: string } {
  return { message: words.intact(words.damage(damage)), help: words.repair };
}
