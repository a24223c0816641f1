import type { LogFields } from '../../shared/log-events.ts';
import type { SyncReport } from '../../shared/model/sync-report.ts';
import type { Trigger } from '../sync/scheduler.ts';

/** What the log says of a cycle that has ended: how it went and how much, never which texts. */
export function cycleFields(why: Trigger, report: SyncReport): LogFields<'cycle-ended'> {
  const { outcome, error, pulled, pushed, merged, conflicts, held, rejected, requests, ms } = report;
  return {
    why,
    outcome,
    code: error?.code,
    pulled: pulled.length,
    pushed: pushed.length,
    merged: merged.length,
    conflicts: conflicts.length,
    held: held.length,
    rejected: rejected.length,
    requests,
    ms,
  };
}
