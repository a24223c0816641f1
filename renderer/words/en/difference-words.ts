import type { Damage } from '../../../shared/merge/describe-damage.ts';
import type { ConflictKind } from '../../../shared/model/conflict.ts';
import { countText } from '../../count-text.ts';

const { count } = countText;

type Who = 'you' | 'giip';
/** What a side has of a key, ready to be said. */
type Has =
  | { readonly kind: 'absent' }
  | { readonly kind: 'switch'; readonly on: boolean }
  | { readonly kind: 'value'; readonly words: string };

function has(who: Who, what: Has): string {
  const [name, verb, not] = who === 'you' ? ['you', 'have', 'do not'] : ['GIIP', 'has', 'does not'];
  if (what.kind === 'absent') return `${name} ${not} have it`;
  return what.kind === 'switch'
    ? `${name} ${verb} it ${what.on ? 'on' : 'off'}`
    : `${name} ${verb} ${what.words}`;
}

const did = (who: Who, deed: string): string => `${who === 'you' ? 'you' : 'GIIP'} ${deed}`;

const characters = (amount: number): string => count(amount, 'character', 'characters');

function damage({ kind, characters: amount }: Damage): string {
  switch (kind) {
    case 'question-marks':
      return `${characters(amount)} outside plain English became question marks on GIIP: an old client sent the text without saying that it is UTF-8.`;
    case 'misread':
      return `${characters(amount)} outside plain English became other signs on GIIP: the text was read in the wrong encoding on the way there.`;
    case 'line-breaks':
      return `${count(amount, 'written \\n', 'written \\n')} became a real new line on GIIP.`;
    case 'powershell-object':
      return 'GIIP holds an object of Windows PowerShell in place of the text: an old client wrapped it with facts about the file.';
  }
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

/** What differs between two sides, in plain words and as a screen reader says it. */
export const differenceWords = {
  wholeFile: 'The whole file',
  wholeFileSpoken: 'the whole file',
  /** What somebody did to a value, without a subject. */
  deed: {
    removed: 'removed it',
    added: (value: string) => `added it: ${value}`,
    switched: (on: boolean) => `turned it ${on ? 'on' : 'off'}`,
    inside: 'changed values in it',
    set: (value: string) => `set it to ${value}`,
    listAdded: (entries: string) => `added ${entries}`,
    listRemoved: (entries: string) => `removed ${entries}`,
    listBoth: (added: string, removed: string) => `added ${added} and removed ${removed}`,
    reordered: 'changed the order',
  },
  has,
  did,
  both: (deed: string) => `both sides ${deed}`,
  was: (sentence: string, value: string) => `${sentence} (it was ${value})`,
  join: (one: string, other: string) => `${one}, ${other}`,
  value: {
    notSet: 'not set',
    on: 'on',
    off: 'off',
    emptyText: 'an empty text',
    none: 'no value',
    quoted: (words: string) => `“${words}”`,
    emptyList: 'an empty list',
    list: (amount: number, inner: string) => `a list of ${count(amount, 'entry', 'entries')} (${inner})`,
    entries: (amount: number) => count(amount, 'entry', 'entries'),
    emptyGroup: 'an empty group',
    group: (amount: number) => `a group of ${count(amount, 'value', 'values')}`,
  },
  spoken: {
    change: (number: number, total: number) => `change ${number} of ${total}`,
    sides: (mine: string, server: string) => `yours ${mine}, GIIP ${server}`,
    nothing: 'nothing',
    blankLines: (amount: number) => count(amount, 'blank line', 'blank lines'),
    atLine: (line: number) => `at line ${line}`,
    line: (line: number) => `line ${line}`,
    lines: (from: number, to: number) => `lines ${from} to ${to}`,
  },
  kind: (kind: ConflictKind) => KINDS[kind],
  damage,
  intact: (what: string) => `${what} Your file is intact.`,
  repair: 'Repair sends the text from this computer to GIIP, and the damaged one goes to the history.',
};

/** What a language must have of it. */
export type DifferenceWords = typeof differenceWords;
