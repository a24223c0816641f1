import type { HistoryVersion } from '../../shared/model/change.ts';
import type { ContentId, History } from '../sync/ports.ts';
import type { Command, Database, Query } from './database.ts';

type Row = readonly [id: number, path: string, time: number, origin: HistoryVersion['origin'], bytes: number];

/** The order of versions is the order of their recording: the clock may jump. */
const PRUNE = `
  DELETE FROM history WHERE time < ? AND id NOT IN (
    SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY path ORDER BY id DESC) AS place FROM history)
    WHERE place <= ?
  )`;

const SWEEP = `
  DELETE FROM contents WHERE id NOT IN (
    SELECT local_id FROM base WHERE local_id IS NOT NULL
    UNION SELECT remote_id FROM base WHERE remote_id IS NOT NULL
    UNION SELECT id FROM remote WHERE id IS NOT NULL
    UNION SELECT id FROM intents
    UNION SELECT content_id FROM history
  )`;

/** Kept versions. Ids grow and are never used twice, even after pruning. */
export class SqliteHistory implements History {
  readonly #database: Database;
  readonly #newest: Query;
  readonly #insert: Command;
  readonly #listAll: Query;
  readonly #listPath: Query;
  readonly #content: Query;
  readonly #prune: Command;
  readonly #sweep: Command;

  constructor(database: Database) {
    const list = (where: string) =>
      `SELECT json_group_array(json_array(id, path, time, origin, bytes))
      FROM (SELECT * FROM history ${where} ORDER BY id DESC)`;
    this.#database = database;
    this.#newest = database.query('SELECT content_id FROM history WHERE path = ? ORDER BY id DESC LIMIT 1');
    this.#insert = database.command(
      'INSERT INTO history (path, content_id, origin, time, bytes) VALUES (?, ?, ?, ?, ?)',
    );
    this.#listAll = database.query(list(''));
    this.#listPath = database.query(list('WHERE path = ?'));
    this.#content = database.query('SELECT json_array(path, content_id) FROM history WHERE id = ?');
    this.#prune = database.command(PRUNE);
    this.#sweep = database.command(SWEEP);
  }

  record({ path, id, origin, time, bytes }: Parameters<History['record']>[0]): void {
    if (this.#newest.row(path)?.[0] !== id) {
      this.#insert.run(path, id, origin, time, bytes);
    }
  }

  list(path?: string): readonly HistoryVersion[] {
    const rows = path === undefined ? this.#listAll.json() : this.#listPath.json(path);
    return (rows as readonly Row[]).map(toVersion);
  }

  content(versionId: string): { readonly path: string; readonly id: ContentId } | undefined {
    const row = /^[1-9]\d{0,14}$/.test(versionId) ? this.#content.json(Number(versionId)) : undefined;
    if (row === undefined) {
      return undefined;
    }
    const [path, id] = row as readonly [string, ContentId];
    return { path, id };
  }

  prune(before: number, keep: number): void {
    this.#database.transaction(() => {
      this.#prune.run(before, keep);
      this.#sweep.run();
    });
  }
}

function toVersion([id, path, time, origin, bytes]: Row): HistoryVersion {
  return { id: String(id), path, time, origin, bytes };
}
