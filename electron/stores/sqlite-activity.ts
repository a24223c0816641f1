import type { Activity, ActivityKind } from '../../shared/model/change.ts';
import type { ReasonCode } from '../../shared/model/reason.ts';
import type { ActivityLog } from '../sync/ports.ts';
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
];

/** Older entries are dropped: it is a list for people, the history is elsewhere. */
const KEPT = 5000;

/** What was done, newest first, at most 5,000 entries. */
export class SqliteActivity implements ActivityLog {
  readonly #insert: Command;
  readonly #trim: Command;
  readonly #latest: Query;

  constructor(database: Database) {
    const columns = 'id, time, kind, path, reason_code, reason_detail, code';
    this.#insert = database.command(
      'INSERT INTO activity (time, kind, path, reason_code, reason_detail, code) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.#trim = database.command(
      `DELETE FROM activity WHERE id <= (SELECT max(id) FROM activity) - ${KEPT}`,
    );
    this.#latest = database.query(
      `SELECT json_group_array(json_array(${columns})) FROM (SELECT * FROM activity ORDER BY id DESC LIMIT ?)`,
    );
  }

  add({ time, kind, path, reason: why, code }: Parameters<ActivityLog['add']>[0]): void {
    this.#insert.run(time, kind, path, why?.code ?? null, why?.detail ?? null, code ?? null);
    this.#trim.run();
  }

  latest(limit: number): readonly Activity[] {
    return (this.#latest.json(Math.max(0, limit)) as readonly Row[]).map(toActivity);
  }
}

function toActivity([id, time, kind, path, reasonCode, reasonDetail, code]: Row): Activity {
  const why = reasonCode === null ? null : reason(reasonCode, reasonDetail);
  return { id, time, kind, path, reason: why, ...(code === null ? {} : { code }) };
}
