import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, ok, type Result, type SyncError } from '../../shared/model/sync-error.ts';
import type { SyncState } from '../sync/state-ports.ts';
import { StateWriteError } from '../sync/state-write-error.ts';
import { Database } from './database.ts';
import { migrate } from './migrations.ts';
import { makePrivateFile, makePrivateFolder } from './private-files.ts';
import { recordCodecs } from './record-codecs.ts';
import { SqliteActivity } from './sqlite-activity.ts';
import { SqliteContents } from './sqlite-contents.ts';
import { SqliteFacts } from './sqlite-facts.ts';
import { SqliteHistory } from './sqlite-history.ts';
import { SqliteRuns } from './sqlite-runs.ts';
import { SqliteStanding } from './sqlite-standing.ts';
import { SqliteTable } from './sqlite-table.ts';

/** What is remembered, on disk. */
export interface SqliteState extends SyncState {
  close(): void;
}

/** Up to here a full check is not noticed at a start. */
const CHEAP_TO_CHECK = 32 * 1024 * 1024;

/**
 * Opens or creates the database of one connection. Errors: `state-newer`, `state-unusable` (not a database, damaged,
 * no rights), `disk-full`, `busy`; the file is then left as it is.
 */
export function openSqliteState(file: string): Result<SqliteState> {
  try {
    return open(file);
  } catch (error) {
    if (error instanceof StateWriteError) {
      return { ok: false, error: error.error };
    }
    return failedFile(error);
  }
}

/**
 * For those who only look (`status`, a dry run): where there is no database none is made, and what is written goes
 * with the process.
 */
export function lookIntoSqliteState(file: string): Result<SqliteState> {
  if (existsSync(file)) {
    return openSqliteState(file);
  }
  const database = new Database(':memory:');
  const ready = migrate(database);
  return ready.ok ? ok(stateOf(database, file)) : ready;
}

function open(file: string): Result<SqliteState> {
  makePrivateFolder(dirname(file));
  makePrivateFile(file);
  const checkNeeded = size(file) <= CHEAP_TO_CHECK || !closedWell(file);
  const database = new Database(file);
  try {
    const ready = prepare(database, checkNeeded);
    return ready.ok ? ok(stateOf(database, file)) : refused(database, ready.error);
  } catch (error) {
    database.abandon();
    throw error;
  }
}

function refused(database: Database, error: SyncError): Result<never> {
  database.abandon();
  return { ok: false, error };
}

function prepare(database: Database, checkNeeded: boolean): Result<void> {
  if (checkNeeded && !database.isSound()) {
    return fail('state-unusable', 'the database is damaged');
  }
  return migrate(database);
}

function stateOf(database: Database, file: string): SqliteState {
  const sizeBytes = () => size(file) + size(`${file}-wal`);
  const contents = new SqliteContents(database);
  const standing = new SqliteStanding(database);
  return {
    base: new SqliteTable(database, recordCodecs.base),
    remote: new SqliteTable(database, recordCodecs.remote),
    scans: new SqliteTable(database, recordCodecs.scans),
    conflicts: new SqliteTable(database, recordCodecs.conflicts),
    intents: new SqliteTable(database, recordCodecs.intents),
    refusals: new SqliteTable(database, recordCodecs.refusals),
    approvals: new SqliteTable(database, recordCodecs.approvals),
    contents,
    history: new SqliteHistory(database, sizeBytes, () => contents.forget()),
    runs: new SqliteRuns(database),
    activity: new SqliteActivity(database),
    facts: new SqliteFacts(database),
    standing: (except) => standing.all(except),
    transaction: (work) => database.transaction(work),
    close: () => database.close(),
  };
}

/** A log that is gone or empty was folded in by `close`; anything else is a run that was killed, or still runs. */
function closedWell(file: string): boolean {
  return size(`${file}-wal`) === 0;
}

function size(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** What the file system said; anything else is a surprise. */
function failedFile(error: unknown): Result<never> {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) {
    throw error;
  }
  return fail(error.code === 'ENOSPC' ? 'disk-full' : 'state-unusable', error.message.slice(0, 300));
}
