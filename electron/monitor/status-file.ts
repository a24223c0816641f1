import { readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Connection } from '../../shared/model/app-snapshot.ts';
import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import type { Outcome } from '../../shared/model/sync-report.ts';
import { makePrivateFolder } from '../stores/private-files.ts';
import { replaceFile } from '../stores/replace-file.ts';
import { isAbout, type StatusRecord } from './status-record.ts';

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

/** Where there are several connections, the records of all of them stand behind that of the one that is worst off. */
const statusFileText = statusRecord.extend({ connections: z.array(statusRecord).optional() });

/** What was written last of each connection, the worst one first; empty when there is nothing that can be used. */
export function readStatusRecords(stateDir: string): readonly StatusRecord[] {
  try {
    const { connections = [], ...worst } = statusFileText.parse(
      JSON.parse(readFileSync(statusFile(stateDir), 'utf8')),
    );
    return [worst, ...connections.filter((record) => !isAbout(record, worst))];
  } catch {
    return [];
  }
}

/** What the last process wrote of the connection that is worst off, or null when there is nothing that can be used. */
export function readStatusFile(stateDir: string): StatusRecord | null {
  return readStatusRecords(stateDir)[0] ?? null;
}

/** How much monitoring should look at it. */
function trouble({ consecutiveFailures, counts }: StatusRecord): number {
  if (consecutiveFailures > 0) return 3;
  if (counts.held > 0) return 2;
  return counts.conflicts > 0 ? 1 : 0;
}

/** Of several, the worst one as if it were the only one, with the list of all. Throws what the disk says. */
export function writeStatusFile(stateDir: string, ...records: readonly StatusRecord[]): void {
  const [worst] = [...records].sort((a, b) => trouble(b) - trouble(a));
  const text = records.length > 1 ? { ...worst, connections: records } : worst;
  makePrivateFolder(stateDir);
  replaceFile(statusFile(stateDir), `${JSON.stringify(text, null, 2)}\n`);
}
