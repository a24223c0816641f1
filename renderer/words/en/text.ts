import type { CredentialState, Progress } from '../../../shared/model/app-snapshot.ts';
import type { ActivityKind, PlannedStep } from '../../../shared/model/change.ts';
import type { Reason, ReasonCode } from '../../../shared/model/reason.ts';
import { countText } from '../../count-text.ts';
import { reasonWords } from '../../reason-words.ts';
import { timeText } from '../../time-text.ts';

const { count, files, items, number } = countText;

const PHASES: Readonly<Record<Progress['phase'], string>> = {
  scanning: 'Looking at the folder',
  pulling: 'Asking GIIP',
  applying: 'Fetching',
  pushing: 'Sending',
  verifying: 'Checking what GIIP holds',
};

const ACTIVITIES: Readonly<Record<ActivityKind, string>> = {
  pulled: 'Fetched',
  pushed: 'Sent',
  merged: 'Joined',
  conflict: 'Conflict',
  'conflict-ended': 'Conflict ended',
  resolved: 'Resolved',
  restored: 'Restored',
  held: 'Held',
  rejected: 'Not synced',
  'self-check': 'Checked',
  problem: 'Problem',
};

const PLANNED: Readonly<Record<PlannedStep['action'], string>> = {
  conflict: 'Need your choice',
  held: 'Held for review',
  pull: 'Will be fetched',
  push: 'Will be sent',
  merge: 'Will be joined',
  deletedHere: 'Deleted here, still on GIIP',
  goneOnServer: 'No longer on GIIP',
  rejected: 'Not synced',
  adopt: 'Already the same',
};

const CREDENTIALS: Readonly<Record<CredentialState, string>> = {
  stored: 'Stored, encrypted by this system',
  'this-run-only': 'Kept until you quit: this system has no keyring to store it in',
  locked: 'Stored, waiting for the keyring to be unlocked',
  missing: 'Not entered',
  managed: 'Provided by your organisation',
};

function heldConsequence(code: ReasonCode, amount: number): string {
  switch (code) {
    case 'held-mass-deletion':
      return `${count(amount, 'deletion', 'deletions')} on this computer will be taken as meant.`;
    case 'held-mass-overwrite':
      return `${files(amount)} on this computer will be replaced by GIIP's; what stands there now is kept in the history.`;
    case 'held-server-rollback':
      return `${items(amount)} will follow GIIP back to its earlier state; what stands here now is kept in the history.`;
    case 'held-emptied-after-crash':
      return `${files(amount)} will be sent empty.`;
    case 'held-not-stored':
    case 'held-refused-by-giip':
      return `${items(amount)} will be sent once more.`;
    default:
      return `${count(amount, 'item', 'items')} will be synced as ${amount === 1 ? 'it stands' : 'they stand'} now.`;
  }
}

function progress({ phase, done, total }: Progress): string {
  const words = PHASES[phase];
  return total > 0 ? `${words} ${number(done)} of ${number(total)}` : words;
}

function lastSuccess(time: number | null, now: number): string {
  return time === null ? 'Not synced yet' : `Last synced ${timeText.age(time, now)}`;
}

/** The words of the popup, and those that several windows say. */
export const text = {
  product: 'Openclaw Sync',
  progress,
  lastSuccess,
  activityKind: (kind: ActivityKind) => ACTIVITIES[kind],
  planned: (action: PlannedStep['action']) => PLANNED[action],
  credential: (state: CredentialState) => CREDENTIALS[state],
  andMore: (amount: number) => `and ${number(amount)} more`,
  nextTry: (time: number, now: number) => `Next try ${timeText.countdown(time, now)}`,
  found: (time: number, now: number) => `found ${timeText.age(time, now)}`,
  /** Between two parts of one line, and between two sentences. */
  comma: ', ',
  gap: ' ',
  /** Words that stand for a whole sentence. */
  sentence: (words: string) => `${words}.`,
  details: (detail: string) => `Details: ${detail}`,
  dismiss: 'Dismiss',
  more: 'More',
  stop: 'Stop',
  stopping: 'Stopping…',
  syncNow: 'Sync now',
  openFolder: 'Open folder',
  settings: 'Settings',
  preview: 'What would happen now?',
  history: 'History…',
  undoLast: 'Undo last sync…',
  quit: 'Quit',
  resume: 'Resume',
  resolve: 'Resolve',
  pauseFor: { hour: 'Pause for 1 hour', tomorrow: 'Pause until tomorrow', resumed: 'Pause until resumed' },
  paused: (until: number | null, now: number) =>
    until === null ? 'Paused until you resume' : `Paused until ${timeText.until(until, now)}`,
  pausedBody: 'Nothing is fetched or sent meanwhile. Your edits wait here.',
  calm: 'Nothing has been transferred yet. Changes on either side will show here.',
  lists: {
    pending: 'Pending changes',
    conflicts: 'Conflicts',
    activity: 'Recent activity',
    held: 'Held for review',
    deletedHere: 'Deleted here, still on GIIP',
    gone: 'No longer on GIIP',
    rejected: 'Not synced',
  },
  held: {
    title: 'Please look before this goes on',
    body: 'Nothing happens to these items on either side until you decide.',
    reason: (amount: number, reason: Reason) => `${items(amount)}: ${reasonWords(reason)}`,
    goOn: 'Go on',
    consequence: heldConsequence,
    confirmTitle: (amount: number) => `Go on with ${items(amount)}?`,
    confirm: (amount: number) => `Yes, go on with ${items(amount)}`,
    notYet: 'Not yet',
  },
  gone: { keep: 'Keep here', send: 'Send again' },
  errorActions: {
    token: 'Enter new token',
    folder: 'This is the right folder',
    connection: 'Change connection',
  },
  connect: {
    title: 'Connect this computer to GIIP',
    body: 'Openclaw Sync keeps your Openclaw folder and GIIP in step, both ways. Or try it first with a pretend GIIP and a sample folder: nothing leaves this computer.',
    setUp: 'Set up',
  },
  rehearsal: {
    banner: 'Rehearsal with a pretend GIIP on this computer.',
    leave: 'Connect to GIIP',
    title: 'Just looking?',
    body: 'Rehearsal mode starts a pretend GIIP on this computer with a sample folder. Edit its files, make a conflict, undo it: nothing leaves this computer and your own files are not touched.',
    start: 'Try it without GIIP',
  },
  trayHint: {
    title: 'This desktop shows no tray icons',
    body: 'So Openclaw Sync is an ordinary window here. Syncing goes on when you close it; start Openclaw Sync again to bring it back.',
    understood: 'Understood',
  },
  crash: {
    title: 'This window stopped working',
    body: 'Syncing runs apart from it and goes on. Your files are safe.',
    reload: 'Reload the window',
  },
};

/** What a language must have of it. */
export type Text = typeof text;
