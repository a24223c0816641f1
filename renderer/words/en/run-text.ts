import type { ActivityKind } from '../../../shared/model/change.ts';
import type { RunKind } from '../../../shared/model/history.ts';
import { countText } from '../../count-text.ts';

const { count, files, items } = countText;

type Words = (amount: number) => string;

const BY_SYNC: Readonly<Record<ActivityKind, Words>> = {
  problem: (amount) => count(amount, 'problem', 'problems'),
  pulled: (amount) => `GIIP's changes to ${files(amount)}`,
  pushed: (amount) => `your changes to ${files(amount)}`,
  merged: (amount) => `${files(amount)} joined`,
  conflict: (amount) => count(amount, 'new conflict', 'new conflicts'),
  held: (amount) => `${items(amount)} held`,
  restored: (amount) => `${files(amount)} restored`,
  resolved: (amount) => `${count(amount, 'conflict', 'conflicts')} settled`,
  'conflict-ended': (amount) => `${count(amount, 'conflict', 'conflicts')} ended`,
  rejected: (amount) => `${files(amount)} not synced`,
  'self-check': (amount) => count(amount, 'finding of the check', 'findings of the check'),
};

const BY_PERSON: Readonly<Record<Exclude<RunKind, 'sync'>, Words>> = {
  decision: (amount) => `You settled ${count(amount, 'conflict', 'conflicts')}`,
  restore: (amount) => `You restored ${files(amount)}`,
  undo: (amount) => `You undid the changes to ${files(amount)}`,
};

/** A step of the time line in words. */
export const runText = {
  bySync: (kind: ActivityKind, amount: number) => BY_SYNC[kind](amount),
  byPerson: (kind: Exclude<RunKind, 'sync'>, amount: number) => BY_PERSON[kind](amount),
  join: (parts: readonly string[]) => {
    const words = parts.join(', ');
    return words.charAt(0).toUpperCase() + words.slice(1);
  },
  nothing: 'Nothing changed',
};

/** What a language must have of it. */
export type RunText = typeof runText;
