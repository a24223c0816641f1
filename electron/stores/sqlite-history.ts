import type { HistoryVersion } from '../../shared/model/change.ts';
import type { HistorySize } from '../../shared/model/history.ts';
import type { ContentId } from '../sync/ports.ts';
import type { History } from '../sync/state-ports.ts';
import type { Command, Database, Query } from './database.ts';
import { PRUNE_SQL } from './history-sql.ts';

type Row = readonly [id: number, path: string, time: number, origin: HistoryVersion['origin'], bytes: number];

/** Kept versions. Ids grow and are never used twice, even after pruning. */
export class SqliteHistory implements History {
  readonly #database: Database;
  readonly #insert: Command;
  readonly #listAll: Query;
  readonly #listPath: Query;
  readonly #content: Query;
  readonly #size: Query;
  readonly #prune: Command;
  readonly #pruneRuns: Command;
  readonly #sweep: readonly Command[];
  readonly #sizeBytes: () => number;
  readonly #onPrune: () => void;

  constructor(database: Database, sizeBytes: () => number, onPrune: () => void) {
    const list = (where: string) =>
      `SELECT json_group_array(json_array(id, path, time, origin, bytes))
      FROM (SELECT * FROM history ${where} ORDER BY id DESC)`;
    this.#database = database;
    this.#insert = database.command(
      `INSERT INTO history (path, content_id, origin, time, bytes) SELECT ?1, ?2, ?3, ?4, ?5
      WHERE (SELECT content_id FROM history WHERE path = ?1 ORDER BY id DESC LIMIT 1) IS NOT ?2`,
    );
    this.#listAll = database.query(list(''));
    this.#listPath = database.query(list('WHERE path = ?'));
    this.#content = database.query('SELECT json_array(path, content_id) FROM history WHERE id = ?');
    this.#size = database.query('SELECT count(*), count(DISTINCT content_id), min(time) FROM history');
    this.#prune = database.command(PRUNE_SQL.versions);
    this.#pruneRuns = database.command(PRUNE_SQL.runs);
    const { replaced, evidence, snapshots, contents } = PRUNE_SQL;
    this.#sweep = [replaced, evidence, snapshots, contents].map((sql) => database.command(sql));
    this.#sizeBytes = sizeBytes;
    this.#onPrune = onPrune;
  }

  record({ path, id, origin, time, bytes }: Parameters<History['record']>[0]): void {
    this.#insert.run(path, id, origin, time, bytes);
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
      // What is not yet written of a run looks as if no run had it.
      this.#database.settle();
      this.#prune.run(before, keep);
      this.#pruneRuns.run(before);
      for (const step of this.#sweep) {
        step.run();
      }
    });
    this.#onPrune();
  }

  size(): HistorySize {
    const [versions, texts, oldest] = this.#size.row() ?? [];
    return {
      bytes: this.#sizeBytes(),
      versions: Number(versions),
      texts: Number(texts),
      oldest: oldest === null ? null : Number(oldest),
    };
  }
}

function toVersion([id, path, time, origin, bytes]: Row): HistoryVersion {
  return { id: String(id), path, time, origin, bytes };
}
