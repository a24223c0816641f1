import { failedReport } from '../../../electron/app/failed-report.ts';
import type { ErrorCode } from '../../../shared/model/sync-error.ts';
import type { SyncReport } from '../../../shared/model/sync-report.ts';

export const CONNECTION = { apiUrl: 'https://api.example.com/api', lssn: 71, workspace: '/home/a/.openclaw' };

/** A cycle that ended well. */
export function success(parts: Partial<SyncReport> = {}): SyncReport {
  const { error: _, ...empty } = failedReport({ code: 'unexpected' });
  return { ...empty, outcome: 'inSync', verified: true, ...parts };
}

/** A cycle that ended with this error. */
export function failure(code: ErrorCode = 'server-unreachable'): SyncReport {
  return failedReport({ code, detail: 'docs/secret plan.md' });
}
