import { readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Connection } from '../../shared/model/app-snapshot.ts';
import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import type { Outcome } from '../../shared/model/sync-report.ts';
import { makePrivateFolder } from '../stores/private-files.ts';
import { replaceFile } from '../stores/replace-file.ts';
import type { StatusRecord } from './status-record.ts';

const time = z.iso.datetime();
const count = z.int().nonnegative();
const outcomes = Object.keys(EXIT_CODES) as readonly Outcome[];

const statusRecord = z.object({
  format: z.literal(1),
  version: z.string(),
  program: z.enum(['tray', 'watch', 'sync']),
  workspace: z.string(),
  apiUrl: z.string(),
  lssn: z.int(),
  since: time,
  lastAttempt: time,
  lastOutcome: z.enum(outcomes),
  lastError: z.string().nullable(),
  lastSuccess: time.nullable(),
  consecutiveFailures: count,
  counts: z.object({
    pulled: count,
    pushed: count,
    merged: count,
    conflicts: count,
    held: count,
    rejected: count,
    deletedHere: count,
    goneOnServer: count,
  }),
  told: z.object({
    failure: time.nullable(),
    lastFailure: time.nullable(),
    noSuccess: time.nullable(),
  }),
});

/** Where monitoring finds it. */
export function statusFile(stateDir: string): string {
  return join(stateDir, 'status.json');
}

/** The folder by its one true name, so that a link to it or a slash at the end makes no second folder of it. */
export function withRealFolder(connection: Connection): Connection {
  const workspace = resolve(connection.workspace);
  try {
    return { ...connection, workspace: realpathSync.native(workspace) };
  } catch {
    return { ...connection, workspace };
  }
}

/** What the last process wrote, or null when there is nothing that can be used. */
export function readStatusFile(stateDir: string): StatusRecord | null {
  try {
    return statusRecord.parse(JSON.parse(readFileSync(statusFile(stateDir), 'utf8')));
  } catch {
    return null;
  }
}

/** Throws what the disk says. */
export function writeStatusFile(stateDir: string, record: StatusRecord): void {
  makePrivateFolder(stateDir);
  replaceFile(statusFile(stateDir), `${JSON.stringify(record, null, 2)}\n`);
}
