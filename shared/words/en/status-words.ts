import { atFirstUse } from '../../util/at-first-use.ts';

const numbers = atFirstUse(() => new Intl.NumberFormat('en'));

function count(amount: number, one: string, other: string): string {
  return `${numbers().format(amount)} ${amount === 1 ? one : other}`;
}

/** The state in a few words. */
export const statusWords = {
  setup: 'Not connected yet',
  inStep: 'Everything is in step',
  pending: (amount: number) => `${count(amount, 'change', 'changes')} to send`,
  stopped: 'Stopped. What was done stays; the rest waits for the next sync',
  syncing: 'Syncing',
  paused: 'Paused',
  offline: 'Waiting for GIIP',
  conflict: (amount: number) => `${count(amount, 'conflict', 'conflicts')} to resolve`,
  held: (amount: number) => `${count(amount, 'item', 'items')} to review`,
  error: 'Needs your attention',
  tokenRefused: 'GIIP refused the token',
};

/** What a language must have of it. */
export type StatusWords = typeof statusWords;
