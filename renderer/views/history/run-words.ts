import type { ActivityKind } from '../../../shared/model/change.ts';
import type { RunKind, SyncRun } from '../../../shared/model/history.ts';
import { countText } from '../../count-text.ts';

const { count, files } = countText;

type Words = (amount: number) => string;

/** What a cycle did, in the order in which it matters to a person. */
const BY_SYNC: readonly (readonly [ActivityKind, Words])[] = [
  ['problem', (amount) => count(amount, 'problem', 'problems')],
  ['pulled', (amount) => `GIIP's changes to ${files(amount)}`],
  ['pushed', (amount) => `your changes to ${files(amount)}`],
  ['merged', (amount) => `${files(amount)} joined`],
  ['conflict', (amount) => count(amount, 'new conflict', 'new conflicts')],
  ['held', (amount) => `${count(amount, 'item', 'items')} held`],
  ['restored', (amount) => `${files(amount)} restored`],
  ['resolved', (amount) => `${count(amount, 'conflict', 'conflicts')} settled`],
  ['conflict-ended', (amount) => `${count(amount, 'conflict', 'conflicts')} ended`],
  ['rejected', (amount) => `${files(amount)} not synced`],
  ['self-check', (amount) => count(amount, 'finding of the check', 'findings of the check')],
];

const BY_PERSON: Readonly<Record<Exclude<RunKind, 'sync'>, Words>> = {
  decision: (amount) => `You settled ${count(amount, 'conflict', 'conflicts')}`,
  restore: (amount) => `You restored ${files(amount)}`,
  undo: (amount) => `You undid the changes to ${files(amount)}`,
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A step of the time line in words: "GIIP's changes to 3 files, 1 new conflict". */
export function runWords({ kind, counts }: Pick<SyncRun, 'kind' | 'counts'>): string {
  if (kind !== 'sync') return BY_PERSON[kind](Object.values(counts).reduce((sum, amount) => sum + amount, 0));
  const parts = BY_SYNC.flatMap(([activity, words]) => {
    const amount = counts[activity] ?? 0;
    return amount > 0 ? [words(amount)] : [];
  });
  return parts.length === 0 ? 'Nothing changed' : capital(parts.join(', '));
}
