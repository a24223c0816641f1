import type { ActivityKind } from '../../shared/model/change.ts';
import type { RunKind, SyncRun } from '../../shared/model/history.ts';
import type { Outcome } from '../../shared/model/sync-report.ts';
import type { FileAtRun, Replacement, Runs } from '../sync/run-ports.ts';
import type { Command, Database, Query } from './database.ts';
import { RUN_SQL } from './run-sql.ts';

type RunRow = readonly [
  id: number,
  time: number,
  kind: RunKind,
  outcome: Outcome | null,
  counts: SyncRun['counts'],
  canUndo: number,
];
type PairRow = readonly [path: string, first: string | null, second: string | null];

/** What the transaction under way has noted of a run: written once, as its last step. */
interface Noted {
  readonly id: number;
  readonly kind: RunKind;
  readonly counts: Map<ActivityKind, number>;
  time: number;
}

/** The time line. The row of the run at work is made with its first entry, so that a quiet cycle writes nothing. */
export class SqliteRuns implements Runs {
  readonly #database: Database;
  readonly #queries: Readonly<Record<keyof typeof RUN_SQL.queries, Query>>;
  readonly #commands: Readonly<Record<keyof typeof RUN_SQL.commands, Command>>;
  #atWork: { readonly id: number; readonly kind: RunKind } | null = null;
  #noted: Noted | null = null;

  constructor(database: Database) {
    this.#database = database;
    database.onUndone(() => {
      this.#noted = null;
    });
    database.onEnding(() => this.#write());
    this.#queries = prepared(RUN_SQL.queries, (sql) => database.query(sql));
    this.#commands = prepared(RUN_SQL.commands, (sql) => database.command(sql));
  }

  begin(kind: RunKind): boolean {
    if (this.#atWork) return false;
    // A run whose row waits for the end of the transaction has its number already.
    this.#write();
    this.#atWork = { id: Number(this.#queries.nextId.row()?.[0]), kind };
    return true;
  }

  current(): number | null {
    return this.#atWork?.id ?? null;
  }

  note(kind: ActivityKind, time: number): number | null {
    const run = this.#atWork;
    if (run === null) return null;
    return this.#database.transaction(() => {
      const { counts } = this.#note(run, time);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return run.id;
    });
  }

  noteReplaced({ path, before, after }: Replacement, time: number): void {
    const run = this.#atWork;
    if (run === null) return;
    this.#database.transaction(() => {
      this.#note(run, time);
      this.#commands.replace.run(run.id, path, before, after);
      this.#commands.move.run(path, after);
    });
  }

  end(time: number, outcome: Outcome | null): number | null {
    const run = this.#atWork;
    this.leave();
    this.#write();
    if (run === null || !this.#queries.get.row(run.id)) return null;
    const { id, kind } = run;
    this.#database.transaction(() => {
      // A person's decision moves the base as well: what it put here is what the folder looks like after it.
      if (kind !== 'sync') this.#commands.moveReplaced.run(id);
      this.#commands.end.run(time, outcome, id);
      this.#commands.takeSnapshot.run(id);
      this.#commands.forgetMoved.run();
    });
    return id;
  }

  leave(): void {
    this.#atWork = null;
  }

  get(run: number): SyncRun | undefined {
    this.#write();
    const row = this.#queries.get.json(run);
    return row === undefined ? undefined : toRun(row as RunRow);
  }

  list(before: number | null, limit: number): readonly SyncRun[] {
    this.#write();
    const rows = this.#queries.list.json(before ?? Number.MAX_SAFE_INTEGER, Math.max(0, limit));
    return (rows as readonly RunRow[]).map(toRun);
  }

  lastUndoable(): SyncRun | undefined {
    this.#write();
    const row = this.#queries.lastUndoable.json();
    return row === undefined ? undefined : toRun(row as RunRow);
  }

  replaced(run: number): readonly Replacement[] {
    const rows = this.#queries.replaced.json(run) as readonly PairRow[];
    return rows.map(([path, before, after]) => ({ path, before, after })).sort(byPath);
  }

  folderAt(run: number): readonly FileAtRun[] {
    const rows = this.#queries.folderAt.json(run) as readonly PairRow[];
    return rows.map(([path, id, twin]) => ({ path, id: id ?? '', twin })).sort(byPath);
  }

  #note(run: { readonly id: number; readonly kind: RunKind }, time: number): Noted {
    if (this.#noted?.id !== run.id) this.#write();
    this.#noted ??= { ...run, counts: new Map(), time };
    this.#noted.time = time;
    return this.#noted;
  }

  #write(): void {
    const noted = this.#noted;
    this.#noted = null;
    if (noted === null) return;
    const { id, kind, counts, time } = noted;
    this.#commands.keep.run(id, time, kind);
    for (const [what, count] of counts) this.#commands.count.run(`$."${what}"`, count, id);
  }
}

function prepared<K extends string, T>(
  sql: Readonly<Record<K, string>>,
  prepare: (sql: string) => T,
): Readonly<Record<K, T>> {
  const entries = Object.entries<string>(sql).map(([name, text]) => [name, prepare(text)]);
  return Object.fromEntries(entries) as Record<K, T>;
}

function toRun([id, time, kind, outcome, counts, canUndo]: RunRow): SyncRun {
  return { id, time, kind, outcome, counts, canUndo: canUndo === 1 };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
