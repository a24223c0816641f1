import type { HistoryVersion } from '../../../shared/model/change.ts';
import type { RestoreStep, SyncRun } from '../../../shared/model/history.ts';
import type { Outcome } from '../../../shared/model/sync-report.ts';
import { countText } from '../../count-text.ts';
import { timeText } from '../../time-text.ts';

const { count, files } = countText;

const ORIGINS: Readonly<Record<HistoryVersion['origin'], string>> = {
  local: 'Written on this computer',
  server: 'From GIIP',
  merged: 'Joined from both sides',
};

const OUTCOMES: Readonly<Record<Outcome, string | null>> = {
  inSync: null,
  conflicts: 'Conflicts wait',
  held: 'Held for review',
  unauthorized: 'Token refused',
  offline: 'GIIP not reached',
  failed: 'Failed',
  usage: 'Failed',
  busy: 'Another one was at work',
};

function changeWords(change: RestoreStep['change'], amount: number): string {
  switch (change) {
    case 'replace':
      return `${files(amount)} will be replaced by the earlier version`;
    case 'create':
      return `${files(amount)} will be put back`;
    case 'delete':
      return `${files(amount)} will be removed from this computer, as before`;
    case 'unavailable':
      return `${files(amount)} cannot be put back: the earlier text is no longer kept`;
  }
}

function undoTitle({ kind }: SyncRun): string {
  if (kind === 'sync') return 'Undo this sync?';
  return kind === 'undo' ? 'Undo this undoing?' : 'Undo this?';
}

/** The words of the history window. */
export const historyText = {
  title: 'History',
  views: 'Show the history',
  timeLine: 'Time line',
  byFile: 'By file',
  loading: 'Loading…',
  older: 'Show older',
  noRuns: 'Nothing has been changed yet. Each sync that changes something will show here.',
  noFiles: 'No earlier versions are kept yet.',
  noMatch: 'No file has this in its name.',
  filter: 'Filter files',
  choose: 'Choose a file to see its earlier versions.',
  outcome: (outcome: Outcome | null) => (outcome === null ? null : OUTCOMES[outcome]),
  by: { sync: 'By syncing', decision: 'By your choice', restore: 'By your request', undo: 'By your request' },
  changes: 'What changed',
  versionsOf: (path: string) => `Show versions of ${path}`,
  undoRun: (kind: SyncRun['kind']): string => (kind === 'sync' ? 'Undo this sync…' : 'Undo this…'),
  restoreTo: 'Restore folder to this point…',
  cannotUndo: 'It replaced no file on this computer, so there is nothing to undo here.',
  plan: {
    undoTitle,
    restoreTitle: (time: number) => `Restore the folder as it was at ${timeText.exact(time)}?`,
    note: 'This is an ordinary change: what stands here now is kept, the next sync sends it to GIIP, and it can itself be undone.',
    looking: 'Looking at what this would do…',
    changes: changeWords,
    nothing: 'There is nothing to put back: these files are as they were.',
    nothingToUndo: 'There is no change that could be undone.',
    all: 'All files',
    undo: (amount: number) => `Undo for ${files(amount)}`,
    restore: (amount: number) => (amount === 0 ? 'Choose files to restore' : `Restore ${files(amount)}`),
    working: 'Working…',
    cancel: 'Cancel',
  },
  done: {
    title: 'What was done',
    put: (amount: number) =>
      `${count(amount, 'file is', 'files are')} as before again. The next sync sends this to GIIP.`,
    key: (key: string) => `“${key}” has its earlier value again. The next sync sends this to GIIP.`,
    none: 'Nothing was changed.',
    failed: (amount: number) =>
      amount === 1 ? '1 file was left as it is:' : `${files(amount)} were left as they are:`,
    undo: 'Undo',
    undone: (amount: number) =>
      `Undone: ${count(amount, 'file is', 'files are')} as just before. The next sync sends this to GIIP.`,
  },
  versions: {
    title: 'Versions',
    none: 'No earlier version of this file is kept.',
    origin: (origin: HistoryVersion['origin']) => ORIGINS[origin],
    at: (time: number) => `Version of ${timeText.exact(time)}`,
    restore: 'Restore this version',
    same: 'The file is the same now.',
    asNow: ', the same as now',
    gone: 'The file is not on this computer now. This is what it held:',
    compared: 'Compared with the file as it is now',
  },
  keys: {
    title: 'Settings that differ',
    key: 'Setting',
    before: 'In this version',
    now: 'Now',
    action: 'Restore',
    absent: 'not there',
    restore: 'Restore this key',
  },
};

/** The words of a comparison of two texts, and of the panel that says why something was done. */
export const compareText = {
  lines: (amount: number) => `${count(amount, 'place differs', 'places differ')}.`,
  equal: 'Both are the same.',
  showAll: 'Show all lines',
};

/** The words of the panel that says why something was done. */
export const whyText = {
  ask: 'Why?',
  title: (path: string) => `Why: ${path}`,
  decided: (time: number) => `Decided ${timeText.exact(time)}.`,
  here: 'Changed on this computer',
  giip: 'Changed on GIIP',
  sides: 'This computer and GIIP',
  choose: 'Show',
  from: { base: 'Last common version', local: 'This computer', remote: 'GIIP' },
  absent: {
    base: 'There was no common version.',
    local: 'It was not on this computer.',
    remote: 'It was not on GIIP.',
  },
  dropped: {
    base: 'The last common version is no longer kept.',
    local: 'The text of this computer is no longer kept.',
    remote: "GIIP's text is no longer kept.",
  },
};

/** What a language must have of it. */
export type HistoryText = typeof historyText;
/** What a language must have of it. */
export type CompareText = typeof compareText;
/** What a language must have of it. */
export type WhyText = typeof whyText;
