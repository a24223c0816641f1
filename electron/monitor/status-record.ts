import type { Connection } from '../../shared/model/app-snapshot.ts';
import type { Outcome, SyncReport } from '../../shared/model/sync-report.ts';

/** Which of our programs was at work. */
export type ProgramName = 'tray' | 'watch' | 'sync';

/** What the system log has been told, so that a restart does not say it again. ISO times. */
export interface Told {
  /** Of the failures that go on now; null when there are none, or they were not told. */
  readonly failure: string | null;
  /** The last time that failures were told at all. */
  readonly lastFailure: string | null;
  /** That there was no success for long. */
  readonly noSuccess: string | null;
}

/** Numbers of the last cycle; never names. */
export type StatusCounts = Readonly<
  Record<
    'pulled' | 'pushed' | 'merged' | 'conflicts' | 'held' | 'rejected' | 'deletedHere' | 'goneOnServer',
    number
  >
>;

/** `status.json`: what monitoring may read. Times are ISO 8601 in UTC. Holds no document's name or text, and no token. */
export interface StatusRecord {
  readonly format: 1;
  readonly version: string;
  readonly program: ProgramName;
  readonly workspace: string;
  readonly apiUrl: string;
  readonly lssn: number;
  /** Of the first cycle that this file has seen. */
  readonly since: string;
  readonly lastAttempt: string;
  readonly lastOutcome: Outcome;
  /** The stable code of the last cycle's error, or null. */
  readonly lastError: string | null;
  readonly lastSuccess: string | null;
  readonly consecutiveFailures: number;
  readonly counts: StatusCounts;
  readonly told: Told;
}

/** A report, or what is told of one from another thread: of its lists only the lengths are looked at. */
type EndReport = Pick<SyncReport, 'outcome' | 'error' | 'verified'> & {
  readonly [L in keyof StatusCounts]: { readonly length: number };
};

/** A cycle that has ended, and whose it was. */
export interface EndedCycle {
  readonly connection: Connection;
  readonly report: EndReport;
  /** Epoch milliseconds. */
  readonly at: number;
}

const NOTHING_TOLD: Told = { failure: null, lastFailure: null, noSuccess: null };

function countsOf(report: EndReport): StatusCounts {
  const { pulled, pushed, merged, conflicts, held, rejected, deletedHere, goneOnServer } = report;
  return {
    pulled: pulled.length,
    pushed: pushed.length,
    merged: merged.length,
    conflicts: conflicts.length,
    held: held.length,
    rejected: rejected.length,
    deletedHere: deletedHere.length,
    goneOnServer: goneOnServer.length,
  };
}

/** True when a record, or a connection, is of this folder and this server number. */
export function isAbout(record: Connection | null, connection: Connection): boolean {
  return (
    record?.workspace === connection.workspace &&
    record.apiUrl === connection.apiUrl &&
    record.lssn === connection.lssn
  );
}

/** A cycle that was stopped half way is neither a failure nor a success. */
function failuresAfter(before: number, { error, verified }: EndReport): number {
  if (error) return before + 1;
  return verified ? 0 : before;
}

/** The record after a cycle. What another folder's record said does not count for this one. */
export function recordAfter(
  known: StatusRecord | null,
  { connection, report, at }: EndedCycle,
  by: { readonly program: ProgramName; readonly version: string },
): StatusRecord {
  const before = known !== null && isAbout(known, connection) ? known : null;
  const now = new Date(at).toISOString();
  return {
    format: 1,
    ...by,
    workspace: connection.workspace,
    apiUrl: connection.apiUrl,
    lssn: connection.lssn,
    since: before?.since ?? now,
    lastAttempt: now,
    lastOutcome: report.outcome,
    lastError: report.error?.code ?? null,
    lastSuccess: report.verified && !report.error ? now : (before?.lastSuccess ?? null),
    consecutiveFailures: failuresAfter(before?.consecutiveFailures ?? 0, report),
    counts: countsOf(report),
    told: before?.told ?? NOTHING_TOLD,
  };
}
