import type { Activity, ActivityKind } from '../../shared/model/change.ts';
import type { ReasonCode } from '../../shared/model/reason.ts';
import type { ActivityLog, EvidenceIds } from '../sync/run-ports.ts';
import type { Command, Database, Query } from './database.ts';
import { reason } from './record-codecs.ts';

type Text = string | null;
type Row = readonly [
  id: number,
  time: number,
  kind: ActivityKind,
  path: Text,
  reasonCode: ReasonCode | null,
  reasonDetail: Text,
  code: Text,
  run: number | null,
  hasEvidence: number,
];
type FullRow = readonly [row: Row, base: Text, local: Text, remote: Text];

/** Older entries are dropped: it is a list for people, the history is elsewhere. */
const KEPT = 20_000;
const COLUMNS = 'time, kind, path, reason_code, reason_detail, code, run, has_evidence';
const ROW = `json_array(id, ${COLUMNS})`;
const INSERT = `INSERT INTO activity (${COLUMNS}, base_id, local_id, remote_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** What was done, newest first, at most 20,000 entries. */
export class SqliteActivity implements ActivityLog {
  readonly #database: Database;
  readonly #insert: Command;
  readonly #trim: Command;
  readonly #latest: Query;
  readonly #ofRun: Query;
  readonly #get: Query;
  /** Something was added by the transaction under way. */
  #isLonger = false;

  constructor(database: Database) {
    this.#database = database;
    database.onUndone(() => {
      this.#isLonger = false;
    });
    database.onEnding(() => this.#shorten());
    this.#insert = database.command(INSERT);
    this.#trim = database.command(
      `DELETE FROM activity WHERE id <= (SELECT max(id) FROM activity) - ${KEPT}`,
    );
    this.#latest = database.query(
      `SELECT json_group_array(${ROW}) FROM (SELECT * FROM activity ORDER BY id DESC LIMIT ?)`,
    );
    this.#ofRun = database.query(
      `SELECT json_group_array(${ROW}) FROM (SELECT * FROM activity WHERE run = ? ORDER BY id)`,
    );
    this.#get = database.query(
      `SELECT json_array(${ROW}, base_id, local_id, remote_id) FROM activity WHERE id = ?`,
    );
  }

  add(entry: Parameters<ActivityLog['add']>[0]): void {
    const { time, kind, path, reason: why, code, run, evidence } = entry;
    const ids = [evidence?.base ?? null, evidence?.local ?? null, evidence?.remote ?? null];
    const words = [why?.code ?? null, why?.detail ?? null, code ?? null];
    this.#database.transaction(() => {
      this.#insert.run(time, kind, path, ...words, run ?? null, evidence ? 1 : 0, ...ids);
      this.#isLonger = true;
    });
  }

  latest(limit: number): readonly Activity[] {
    return (this.#latest.json(Math.max(0, limit)) as readonly Row[]).map(toActivity);
  }

  ofRun(run: number): readonly Activity[] {
    return (this.#ofRun.json(run) as readonly Row[]).map(toActivity);
  }

  get(id: number): { readonly entry: Activity; readonly evidence: EvidenceIds | null } | undefined {
    const found = this.#get.json(id);
    if (found === undefined) {
      return undefined;
    }
    const [row, base, local, remote] = found as FullRow;
    const entry = toActivity(row);
    return { entry, evidence: entry.hasEvidence ? { base, local, remote } : null };
  }

  /** Once for all that one transaction added. */
  #shorten(): void {
    if (this.#isLonger) {
      this.#trim.run();
    }
    this.#isLonger = false;
  }
}

function toActivity([id, time, kind, path, reasonCode, detail, code, run, hasEvidence]: Row): Activity {
  const why = reasonCode === null ? null : reason(reasonCode, detail);
  const known = { id, time, kind, path, reason: why, run, hasEvidence: hasEvidence === 1 };
  return code === null ? known : { ...known, code };
}
