import type { SyncError } from '../../../shared/model/sync-error.ts';
import type { SyncReport } from '../../../shared/model/sync-report.ts';

/** How a cycle ends; null: it throws what nobody expected. */
export interface CycleEnd {
  readonly name: string;
  readonly outcome: SyncReport['outcome'];
  readonly error?: SyncError;
}

export const ENDS: readonly [CycleEnd, ...CycleEnd[]] = [
  { name: 'in sync', outcome: 'inSync' },
  { name: 'conflicts', outcome: 'conflicts' },
  { name: 'offline', outcome: 'offline', error: { code: 'server-unreachable' } },
  { name: 'busy', outcome: 'offline', error: { code: 'server-rate-limited', retryAfterMs: 3_600_000 } },
  {
    name: 'busy for a moment',
    outcome: 'offline',
    error: { code: 'server-rate-limited', retryAfterMs: 1_000 },
  },
  { name: 'disk full', outcome: 'failed', error: { code: 'disk-full' } },
  { name: 'token refused', outcome: 'unauthorized', error: { code: 'token-refused' } },
  { name: 'throws', outcome: 'failed' },
];

/** A report that says no more than its end. */
export function reportOf({ outcome, error }: CycleEnd): SyncReport {
  const lists = {
    pulled: [],
    pushed: [],
    merged: [],
    conflicts: [],
    held: [],
    deletedHere: [],
    goneOnServer: [],
  };
  return { outcome, ...lists, rejected: [], verified: true, requests: 1, ms: 1, ...(error ? { error } : {}) };
}
