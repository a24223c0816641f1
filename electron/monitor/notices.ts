import type { StatusRecord, Told } from './status-record.ts';

/** What the system log is told: only that something has changed, or that it is high time. */
export type Notice =
  | { readonly kind: 'failing'; readonly code: string; readonly lastSuccess: string | null }
  | { readonly kind: 'noSuccess'; readonly hours: number; readonly lastSuccess: string | null }
  | { readonly kind: 'well' };

/** A network that comes and goes fills no log: what it says of failures is said once an hour at most. */
const FAILURE_SPACING_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;

interface Due {
  readonly notices: readonly Notice[];
  readonly told: Told;
}

function isOlder(time: string | null, ms: number, now: number): boolean {
  return time === null || now - Date.parse(time) >= ms;
}

/** Since when there was no success: the last one, or the first attempt when there never was one. */
function quietSince({ lastSuccess, since }: StatusRecord): number {
  return Date.parse(lastSuccess ?? since);
}

function isFailureDue({ consecutiveFailures, told }: StatusRecord, now: number): boolean {
  const isFailing = consecutiveFailures > 0 && told.failure === null;
  return isFailing && isOlder(told.lastFailure, FAILURE_SPACING_MS, now);
}

function isNoSuccessDue(record: StatusRecord, limitMs: number, now: number): boolean {
  return now - quietSince(record) >= limitMs && isOlder(record.told.noSuccess, DAY_MS, now);
}

/** There has been a success since something else was told. */
function isWellDue({ lastSuccess, consecutiveFailures, told }: StatusRecord): boolean {
  if (consecutiveFailures > 0 || lastSuccess === null) return false;
  return told.noSuccess === null ? told.failure !== null : lastSuccess > told.noSuccess;
}

/** What is to be told now, and what has been told then. A pure function of the record and the clock. */
export function dueNotices(record: StatusRecord, limitMs: number, at: number): Due {
  const { lastSuccess, lastError, told } = record;
  const now = new Date(at).toISOString();
  if (isWellDue(record))
    return { notices: [{ kind: 'well' }], told: { ...told, failure: null, noSuccess: null } };
  const notices: Notice[] = [];
  const after: { -readonly [K in keyof Told]: Told[K] } = { ...told };
  if (isFailureDue(record, at)) {
    notices.push({ kind: 'failing', code: lastError ?? record.lastOutcome, lastSuccess });
    after.failure = now;
    after.lastFailure = now;
  }
  if (isNoSuccessDue(record, limitMs, at)) {
    notices.push({ kind: 'noSuccess', hours: Math.floor((at - quietSince(record)) / HOUR_MS), lastSuccess });
    after.noSuccess = now;
  }
  return { notices, told: after };
}
