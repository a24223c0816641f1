import type { ActivityKind } from '../../../shared/model/change.ts';
import type { SyncRun } from '../../../shared/model/history.ts';
import { runText } from '../../run-text.ts';

/** What a cycle did, in the order in which it matters to a person. */
const BY_WEIGHT: readonly ActivityKind[] = [
  'problem',
  'pulled',
  'pushed',
  'merged',
  'conflict',
  'held',
  'restored',
  'resolved',
  'conflict-ended',
  'rejected',
  'self-check',
];

/** A step of the time line in words: "GIIP's changes to 3 files, 1 new conflict". */
export function runWords({ kind, counts }: Pick<SyncRun, 'kind' | 'counts'>): string {
  if (kind !== 'sync')
    return runText.byPerson(
      kind,
      Object.values(counts).reduce((sum, amount) => sum + amount, 0),
    );
  const parts = BY_WEIGHT.flatMap((activity) => {
    const amount = counts[activity] ?? 0;
    return amount > 0 ? [runText.bySync(activity, amount)] : [];
  });
  return parts.length === 0 ? runText.nothing : runText.join(parts);
}
