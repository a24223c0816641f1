import type { TextHunk } from '../../../shared/merge/text-hunk.ts';
import type { ConflictTexts } from '../../../shared/model/conflict.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import { countText } from '../../count-text.ts';
import { timeText } from '../../time-text.ts';
import { decisionText } from './decision-text.ts';

const { count, files } = countText;

type HunkState = 'open' | 'auto' | 'kept' | 'mine' | 'server' | 'both' | 'typed';
type Take = 'mine' | 'server' | 'both';
type Group = 'conflict' | 'held' | 'gone' | 'rejected';

const changes = (amount: number): string => count(amount, 'change', 'changes');
const keys = (amount: number): string => count(amount, 'key', 'keys');

function hunkState(state: HunkState, kind: TextHunk['kind']): string {
  switch (state) {
    case 'open':
      return 'Not decided yet: take one, or type here';
    case 'mine':
      return 'Yours taken';
    case 'server':
      return "GIIP's taken";
    case 'both':
      return "Both taken: yours, then GIIP's";
    case 'typed':
      return 'Typed by you';
    default:
      if (kind === 'same') return 'You and GIIP changed this alike';
      return kind === 'server' ? 'Only GIIP changed this: taken over' : 'Only you changed this: taken over';
  }
}

function absentHere({ kind }: ConflictTexts): string {
  return kind === 'delete/edit' ? 'Deleted on this computer' : 'Not on this computer';
}

function mineHint({ local, remote }: ConflictTexts): string {
  if (local === null)
    return 'The file stays deleted here. GIIP has no way to delete, so its copy remains there.';
  return remote === null
    ? 'Your version is sent to GIIP.'
    : "Your version is sent to GIIP. GIIP's goes to the history.";
}

function giipHint({ local, remote }: ConflictTexts): string {
  if (remote === null) return 'The file is removed here. Your version goes to the history.';
  return local === null
    ? "GIIP's version is put back on this computer."
    : "GIIP's version replaces the file here. Yours goes to the history.";
}

const BLOCKS = {
  'not-json': 'The result is not valid JSON, so it cannot be saved.',
  confirm: {
    'too-different':
      'The two texts differ in too many places to join them piece by piece. Below stands yours: edit it as you like.',
    'one-side': 'Nothing was joined. Below stands the version that is intact: edit it as you like.',
    'not-comparable': 'One side is not valid JSON, so the keys cannot be compared. Edit the result as text.',
    undecided: 'Not everything was decided when you began to edit; the rest stands as it is here.',
  },
};

const YES: Readonly<Record<Take | 'text', string>> = {
  mine: 'Yes, use mine',
  server: "Yes, use GIIP's",
  both: 'Yes, keep both',
  text: 'Save it',
};

/** The words of the conflict window. */
export const conflictText = {
  ...decisionText,
  calm: 'Nothing needs you.',
  calmMore: 'Conflicts and everything that waits for a decision will show here.',
  loading: 'Loading both versions…',
  saving: 'Saving…',
  list: 'What needs you',
  filter: 'Filter by name',
  noMatch: 'No name here contains that.',
  select: (path: ItemPath) => `Select ${path}`,
  selectAll: {
    conflict: 'Select all conflicts',
    held: 'Select all held items',
    gone: 'Select all items no longer on GIIP',
  },
  groups: {
    conflict: 'Conflicts',
    held: 'Held for review',
    gone: 'No longer on GIIP',
    rejected: 'Cannot be synced',
  } satisfies Record<Group, string>,
  rejectedBody: 'This item stays as it is on both sides. It is synced as soon as the cause is gone.',
  selected: (amount: number) => `${files(amount)} selected`,
  selectedBody: 'One decision for all of them. You are asked once more, and it can be undone.',
  clear: 'Clear selection',
  here: 'On this computer',
  giip: 'On GIIP',
  result: 'Result',
  resultText: 'Result, text',
  ancestor: 'What both started from',
  showAncestor: 'Show what both started from',
  hideAncestor: 'Hide what both started from',
  useMine: 'Use mine',
  useGiip: "Use GIIP's",
  keepBoth: 'Keep both',
  save: 'Save result',
  repair: 'Repair from here',
  next: 'Next conflict',
  previous: 'Previous conflict',
  why: 'Why?',
  keyboard: 'Keyboard',
  nextChange: 'Next change',
  previousChange: 'Previous change',
  undoEdit: 'Undo edit',
  redoEdit: 'Redo edit',
  asText: 'Edit as text',
  you: (time: number, now: number) => `you, ${timeText.age(time, now)}`,
  heard: (time: number, now: number) => `GIIP, received ${timeText.clockOrDay(time, now)}`,
  absentHere,
  absentGiip: 'Not on GIIP',
  mineHint,
  giipHint,
  bothHint: "GIIP's version becomes a second file beside yours, on both sides.",
  bothImpossible: 'There is only one version to keep.',
  hunkLabel: (number: number, total: number) => `Change ${number} of ${total}`,
  hunkState,
  take: { mine: 'Take mine', server: "Take GIIP's", both: 'Take both' } satisfies Record<Take, string>,
  toDecide: (amount: number, what: 'change' | 'key') =>
    amount === 0 ? 'All decided' : `${what === 'key' ? keys(amount) : changes(amount)} to decide`,
  toDecideOne: 'to decide',
  provisional: 'Until you decide, the value from this computer is shown.',
  blockUndecided: (amount: number, what: 'change' | 'key') =>
    `Decide ${what === 'key' ? keys(amount) : changes(amount)} first.`,
  blockNotJson: BLOCKS['not-json'],
  blockConfirm: 'Read the result and tick the box first.',
  confirmCause: BLOCKS.confirm,
  confirm: 'I have read the result: it is what both sides should have',
  saveHint: 'The result will stand on both sides.',
  keyTable: 'Keys that differ',
  keyColumn: 'What differs',
  choiceColumn: 'Your choice',
  keyMine: 'Mine',
  keyGiip: "GIIP's",
  keyOther: 'Other value',
  keyNone: 'not there',
  keyAuto: {
    mine: 'only you changed it: taken over',
    server: 'only GIIP changed it: taken over',
    same: 'changed alike on both sides',
  },
  valueProblem: {
    'not-json': 'Not a JSON value. Put texts in quotes, such as "INFO".',
    'other-type': 'Another type of value than on both sides.',
  },
  ask: {
    empty: {
      title: 'Save an empty result?',
      body: 'Both versions have content, and the result has none. Both stay in the history.',
    },
    shrunk: {
      title: 'Save a much shorter result?',
      body: 'The result is less than half as long as either version. Both stay in the history.',
    },
    unused: {
      title: 'Leave your result unused?',
      body: 'You have decided or typed parts of the result. They would be dropped.',
    },
    no: 'Go back',
  },
  askYes: (take: Take | 'text') => YES[take],
  notYet: 'Not yet',
  goOnTitle: (amount: number) => `Go on with ${count(amount, 'item', 'items')}?`,
  goOn: (amount: number) => `Go on with ${count(amount, 'item', 'items')}`,
  undo: 'Undo',
  undone: (amount: number) => `Undone: ${files(amount)} as before.`,
  failedToo: (amount: number) =>
    `${files(amount)} could not be settled and ${amount === 1 ? 'stays' : 'stay'} in the list.`,
  files,
  ruleYes: 'Always',
  ruleNo: 'Not now',
  ruleAdded: 'From now on this settles itself. The rule is listed in the settings.',
  moved: (sides: 'mine' | 'server' | 'both', at: number, decided: number, kept: number) => {
    const who = { mine: 'Your file', server: "GIIP's version", both: 'Both versions' }[sides];
    return `${who} changed at ${timeText.clock(at)}. ${decisionText.decisionsStill(decided, kept)}`.trim();
  },
  ended: (path: ItemPath) => `${path} is in step now; nothing to decide.`,
  lostTyped: 'What you had typed there no longer fits. Here it is to copy:',
  endedTyped: 'This is what you had made of it:',
  copy: 'Copy',
  copied: 'Copied',
  whyTitle: 'Why this needs you',
  close: 'Close',
  shortcuts: [
    ['F7 or Alt+↓', 'next change'],
    ['Shift+F7 or Alt+↑', 'previous change'],
    ['Alt+1', 'take mine'],
    ['Alt+2', "take GIIP's"],
    ['Alt+3', 'take both'],
    ['Ctrl+Z, Ctrl+Y', 'undo, redo, decisions too'],
    ['Ctrl+Enter', 'save the result'],
    ['Ctrl+PageDown', 'next conflict'],
    ['Ctrl+PageUp', 'previous conflict'],
  ] as readonly (readonly [keys: string, does: string])[],
};

/** What a language must have of it. */
export type ConflictText = typeof conflictText;
