import type { Connection } from '../../shared/model/app-snapshot.ts';
import type { Outcome } from '../../shared/model/sync-report.ts';
import { readStatusRecords, withRealFolder } from './status-file.ts';
import { isAbout } from './status-record.ts';

/** How the syncing of one folder has gone of late, for monitoring. Times are ISO 8601. */
export interface Health {
  readonly lastSuccess: string | null;
  /** Null: there never was one. */
  readonly lastSuccessAgeSeconds: number | null;
  readonly lastAttempt: string | null;
  readonly lastOutcome: Outcome | null;
  readonly consecutiveFailures: number;
}

/**
 * From the status file and the database, where it could be asked: the one is written a moment after the other, and
 * either may be gone. Only reads.
 */
export function healthOf(
  stateDir: string,
  connection: Connection,
  known: { readonly lastSuccess: number | null } | null,
  now: number,
): Health {
  const real = withRealFolder(connection);
  const record = readStatusRecords(stateDir).find((one) => isAbout(one, real)) ?? null;
  const inFile = record?.lastSuccess ? Date.parse(record.lastSuccess) : 0;
  const success = Math.max(known?.lastSuccess ?? 0, inFile) || null;
  return {
    lastSuccess: success === null ? null : new Date(success).toISOString(),
    lastSuccessAgeSeconds: success === null ? null : Math.max(0, Math.floor((now - success) / 1000)),
    lastAttempt: record?.lastAttempt ?? null,
    lastOutcome: record?.lastOutcome ?? null,
    consecutiveFailures: record?.consecutiveFailures ?? 0,
  };
}

/** The dead-man's question: true when the last success is too long ago, or never was. */
export function isTooOld({ lastSuccessAgeSeconds: age }: Health, maxAgeSeconds: number | undefined): boolean {
  return maxAgeSeconds !== undefined && (age === null || age > maxAgeSeconds);
}
