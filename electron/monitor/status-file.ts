import { readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Connection } from '../../shared/model/app-snapshot.ts';
import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import { makePrivateFolder } from '../stores/private-files.ts';
import { replaceFile } from '../stores/replace-file.ts';
import { fits, type ValueSchema } from '../stores/value-schema.ts';
import { isAbout, type StatusRecord } from './status-record.ts';

// As `toISOString` writes it.
const DATE = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const ISO_TIME = `^${DATE}T([01]\\d|2[0-3])(:[0-5]\\d){2}\\.\\d{3}Z$`;
const TIME: ValueSchema = { type: 'string', pattern: ISO_TIME };
const TIME_OR_NULL: ValueSchema = { type: ['string', 'null'], pattern: ISO_TIME };
const COUNT: ValueSchema = { type: 'integer', minimum: 0 };
const TEXT: ValueSchema = { type: 'string' };

/** An object that has all of these. */
function record(properties: Readonly<Record<string, ValueSchema>>): ValueSchema {
  return { type: 'object', required: Object.keys(properties), properties };
}

const STATUS_RECORD = record({
  format: { type: 'integer', minimum: 1, maximum: 1 },
  version: TEXT,
  program: { type: 'string', enum: ['tray', 'watch', 'sync'] },
  workspace: TEXT,
  apiUrl: TEXT,
  lssn: { type: 'integer' },
  since: TIME,
  lastAttempt: TIME,
  lastOutcome: { type: 'string', enum: Object.keys(EXIT_CODES) },
  lastError: { type: ['string', 'null'] },
  lastSuccess: TIME_OR_NULL,
  consecutiveFailures: COUNT,
  counts: record({
    pulled: COUNT,
    pushed: COUNT,
    merged: COUNT,
    conflicts: COUNT,
    held: COUNT,
    rejected: COUNT,
    deletedHere: COUNT,
    goneOnServer: COUNT,
  }),
  told: record({ failure: TIME_OR_NULL, lastFailure: TIME_OR_NULL, noSuccess: TIME_OR_NULL }),
});

/** Where there are several connections, the records of all of them stand behind that of the one that is worst off. */
const STATUS_FILE: ValueSchema = {
  ...STATUS_RECORD,
  properties: { ...STATUS_RECORD.properties, connections: { type: 'array', items: STATUS_RECORD } },
};

type StatusFile = StatusRecord & { readonly connections?: readonly StatusRecord[] };

function isStatusFile(value: unknown): value is StatusFile {
  return fits(STATUS_FILE, value);
}

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

/** What was written last of each connection, the worst one first; empty when there is nothing that can be used. */
export function readStatusRecords(stateDir: string): readonly StatusRecord[] {
  try {
    const found: unknown = JSON.parse(readFileSync(statusFile(stateDir), 'utf8'));
    if (!isStatusFile(found)) return [];
    const { connections = [], ...worst } = found;
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
