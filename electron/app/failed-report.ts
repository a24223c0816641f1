import type { SyncError } from '../../shared/model/sync-error.ts';
import type { SyncReport } from '../../shared/model/sync-report.ts';
import { outcomeOf } from '../sync/report.ts';

/** The report of a cycle that could not begin. */
export function failedReport(error: SyncError): SyncReport {
  return {
    outcome: outcomeOf(error),
    pulled: [],
    pushed: [],
    merged: [],
    conflicts: [],
    held: [],
    deletedHere: [],
    goneOnServer: [],
    rejected: [],
    error,
    verified: false,
    requests: 0,
    ms: 0,
  };
}
