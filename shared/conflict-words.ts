import { keyLabel, spokenKey } from './key-label.ts';
import type { Damage } from './merge/describe-damage.ts';
import { valueType } from './merge/json-value.ts';
import type { JsonSource, KeyDifference } from './merge/key-difference.ts';
import type { TextHunk } from './merge/text-hunk.ts';
import type { ConflictKind } from './model/conflict.ts';
import { counted, excerpt, listChange, spokenValue, valueWords } from './value-words.ts';

/** What somebody did to a value, from what it was to what it is. Without a subject: "turned it off". */
function deed(before: JsonSource, after: JsonSource): string {
  if (after === null) return 'removed it';
  if (before === null) return `added it: ${valueWords(after)}`;
  const [was, is] = [valueType(before), valueType(after)];
  if (was === 'on-off' && is === 'on-off') return `turned it ${valueWords(after)}`;
  if (was === 'object' && is === 'object') return 'changed values in it';
  return listChange(before, after) ?? `set it to ${valueWords(after, before)}`;
}

/** "has it on", "does not have it", "has “INFO”"; `verbs` in the person that speaks. */
function state(value: JsonSource, other: JsonSource, verbs: { has: string; not: string }): string {
  if (value === null) return `${verbs.not} have it`;
  if (valueType(value) === 'on-off') return `${verbs.has} it ${valueWords(value)}`;
  return `${verbs.has} ${valueWords(value, other)}`;
}

const YOU = { has: 'have', not: 'do not' };
const GIIP = { has: 'has', not: 'does not' };

function sentence({ kind, base, mine, server }: KeyDifference): string {
  switch (kind) {
    case 'mine':
      return `you ${deed(base, mine)}, GIIP ${state(server, mine, GIIP)}`;
    case 'server':
      return `GIIP ${deed(base, server)}, you ${state(mine, server, YOU)}`;
    case 'same':
      return `both sides ${deed(base, mine)}`;
    case 'overlap':
      if (base === null) return `you ${state(mine, server, YOU)}, GIIP ${state(server, mine, GIIP)}`;
      return `you ${deed(base, mine)}, GIIP ${deed(base, server)} (it was ${valueWords(base)})`;
  }
}

/** A differing key in plain words: "Auto update: you turned it off, GIIP has it on". */
export function keyWords(difference: KeyDifference): string {
  return `${keyLabel(difference.key)}: ${sentence(difference)}`;
}

/** A differing key for a screen reader: "change 3 of 7, log level, yours DEBUG, GIIP INFO". `index` counts from 0. */
export function keySpoken({ key, mine, server }: KeyDifference, index: number, total: number): string {
  const sides = `yours ${spokenValue(mine, server)}, GIIP ${spokenValue(server, mine)}`;
  return `change ${index + 1} of ${total}, ${spokenKey(key)}, ${sides}`;
}

function spokenLines(lines: readonly string[], other: readonly string[]): string {
  if (lines.length === 0) return 'nothing';
  const words = excerpt(lines.join(' '), other.join(' '));
  return words === '' ? counted(lines.length, 'blank line', 'blank lines') : words;
}

function spokenPlace({ mine }: TextHunk, line: number): string {
  if (mine.length === 0) return `at line ${line}`;
  return mine.length === 1 ? `line ${line}` : `lines ${line} to ${line + mine.length - 1}`;
}

/**
 * A hunk for a screen reader: "change 3 of 7, lines 10 to 12, yours …, GIIP …". `index` counts from 0; `line` is the
 * first line of the hunk in the text here, from 1, left out where it is not known.
 */
export function hunkSpoken(hunk: TextHunk, index: number, total: number, line?: number): string {
  const place = line === undefined ? [] : [spokenPlace(hunk, line)];
  const { mine, server } = hunk;
  const sides = [`yours ${spokenLines(mine, server)}`, `GIIP ${spokenLines(server, mine)}`];
  return [`change ${index + 1} of ${total}`, ...place, ...sides].join(', ');
}

const KINDS: Readonly<Record<ConflictKind, { readonly name: string; readonly meaning: string }>> = {
  'edit/edit': {
    name: 'Changed on both sides',
    meaning: 'You and GIIP changed the same place since the last sync. Neither is replaced until you choose.',
  },
  'new/new': {
    name: 'New on both sides',
    meaning:
      'The file came up here and on GIIP with different content, and no earlier common version is known. Neither is replaced until you choose.',
  },
  'delete/edit': {
    name: 'Deleted here, changed on GIIP',
    meaning: 'You deleted the file, and GIIP changed it since. It stays deleted here until you choose.',
  },
  damaged: {
    name: 'Damaged on GIIP',
    meaning: "GIIP's copy lost characters on the way there. Your file is intact and is not replaced.",
  },
};

/** A kind of conflict: a short name, and what it means for the person's files. */
export function kindWords(kind: ConflictKind): { readonly name: string; readonly meaning: string } {
  return KINDS[kind];
}

const REPAIR = 'Repair sends the text from this computer to GIIP, and the damaged one goes to the history.';

function damageMessage({ kind, characters }: Damage): string {
  const amount = counted(characters, 'character', 'characters');
  switch (kind) {
    case 'question-marks':
      return `${amount} outside plain English became question marks on GIIP: an old client sent the text without saying that it is UTF-8.`;
    case 'misread':
      return `${amount} outside plain English became other signs on GIIP: the text was read in the wrong encoding on the way there.`;
    case 'line-breaks':
      return `${counted(characters, 'written \\n', 'written \\n')} became a real new line on GIIP.`;
    case 'powershell-object':
      return 'GIIP holds an object of Windows PowerShell in place of the text: an old client wrapped it with facts about the file.';
  }
}

/** What the damage means and what repairing does. */
export function damageWords(damage: Damage): { readonly message: string; readonly help: string } {
  return { message: `${damageMessage(damage)} Your file is intact.`, help: REPAIR };
}
