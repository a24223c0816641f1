import type { AppSnapshot, ConnectionSummary } from '../../shared/model/app-snapshot.ts';

/** What a list shows of a connection; nothing before it is set up. */
export function summaryOf(id: string, snapshot: AppSnapshot): readonly ConnectionSummary[] {
  const { connection, state, conflicts, held, pending, error, ...rest } = snapshot;
  if (connection === null) return [];
  const amounts = { conflicts: conflicts.length, held: held.length, pending: pending.length };
  const { paused, stopped, lastSuccess } = rest;
  return [
    { id, ...connection, state, ...amounts, paused, lastSuccess, stopped, errorCode: error?.code ?? null },
  ];
}
