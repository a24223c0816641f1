import Libsql from 'libsql';
import { databaseError } from './database-error.ts';
import { NestedTransaction } from './nested-transaction.ts';

export type Cell = string | number | null | Uint8Array;

/** How long a call waits for another process; it blocks this thread, so it is short. */
const BUSY_MS = 500;

/** A prepared statement that changes something. */
export class Command {
  readonly #statement: Libsql.Statement<unknown[]>;

  constructor(statement: Libsql.Statement<unknown[]>) {
    this.#statement = statement;
  }

  /** Answers how many rows it changed. Parameters travel as one array: the binding takes a single object for named ones. */
  run(...cells: readonly Cell[]): number {
    return guarded(() => this.#statement.run(cells)).changes;
  }
}

/** A prepared statement that answers at most one row. */
export class Query {
  readonly #statement: Libsql.Statement<unknown[]>;

  constructor(statement: Libsql.Statement<unknown[]>) {
    this.#statement = statement.raw(true);
  }

  /** The cells of the first row. Text comes back cut at a NUL character (the binding's doing): see `json`. */
  row(...cells: readonly Cell[]): readonly unknown[] | undefined {
    const row = guarded(() => this.#statement.get(cells));
    return Array.isArray(row) ? row : undefined;
  }

  /**
   * The first cell of the first row, which is JSON. Records are read this way: 50,000 of them in one call are no
   * slower than cell by cell, and a NUL character inside a text survives.
   */
  json(...cells: readonly Cell[]): unknown {
    const text = this.row(...cells)?.[0];
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  }
}

/** A connection of our own: errors have the engine's codes, transactions nest. */
export class Database {
  readonly #connection: Libsql.Database;
  readonly #transaction: NestedTransaction;
  readonly #undone = new Set<() => void>();
  readonly #ending = new Set<() => void>();

  /** Opens or creates; throws `StateWriteError` when it is not a database or cannot be written. */
  constructor(file: string) {
    this.#connection = guarded(() => new Libsql(file));
    this.#transaction = new NestedTransaction({
      begin: () => this.exec('BEGIN IMMEDIATE'),
      commit: () => this.#commit(),
      rollback: () => this.#rollback(),
    });
    this.exec(`PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;`);
  }

  query(sql: string): Query {
    return guarded(() => new Query(this.#connection.prepare(sql)));
  }

  command(sql: string): Command {
    return guarded(() => new Command(this.#connection.prepare(sql)));
  }

  exec(sql: string): void {
    guarded(() => this.#connection.exec(sql));
  }

  /** The schema version; 0 for a new database. */
  version(): number {
    return Number(this.query('PRAGMA user_version').row()?.[0]);
  }

  transaction<T>(work: () => T): T {
    return this.#transaction.run(work);
  }

  /**
   * Without waiting for the disk: others see it at once, a power cut may lose it. What is committed after it is as
   * durable as ever, and inside a transaction so is this.
   */
  unflushed(work: () => void): void {
    if (!this.#connection.inTransaction) this.exec('PRAGMA synchronous = NORMAL');
    try {
      work();
    } finally {
      if (!this.#connection.inTransaction) this.exec('PRAGMA synchronous = FULL');
    }
  }

  /** True when SQLite finds its pages in order. Reads the whole file. */
  isSound(): boolean {
    return this.query('PRAGMA quick_check(1)').row()?.[0] === 'ok';
  }

  /**
   * Folds the log into the file; an empty log is how the next start knows that this one ended well. Closing twice is
   * fine. The binding lets go of the file only when the statements are collected.
   */
  close(): void {
    if (!this.#connection.open) {
      return;
    }
    try {
      this.query('PRAGMA wal_checkpoint(TRUNCATE)').row();
    } catch {
      // The disk is full, say: everything committed is safe in the log, and the next start looks closer.
    }
    this.abandon();
  }

  /** Ends without touching the file any further. */
  abandon(): void {
    this.#connection.close();
  }

  /** Calls back whenever a transaction was rolled back. */
  onUndone(listener: () => void): void {
    this.#undone.add(listener);
  }

  /** Calls back as the last step of every transaction, for what is written once for all of it. */
  onEnding(listener: () => void): void {
    this.#ending.add(listener);
  }

  /** Writes now what a transaction would write as its last step: for statements that must find it. */
  settle(): void {
    for (const listener of this.#ending) listener();
  }

  #commit(): void {
    this.settle();
    this.exec('COMMIT');
  }

  #rollback(): void {
    for (const listener of this.#undone) listener();
    // After a full disk or an I/O error SQLite has already rolled back by itself.
    if (this.#connection.inTransaction) {
      this.exec('ROLLBACK');
    }
  }
}

function guarded<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw databaseError(error);
  }
}
