import type { Table } from '../sync/state-ports.ts';
import type { Cell, Command, Database, Query } from './database.ts';

/** How one kind of record lies in its table. The first column is `path`, the key. */
export interface Codec<T, Row extends readonly Cell[] = readonly Cell[]> {
  readonly table: string;
  readonly columns: readonly string[];
  toRow(entry: T): Row;
  fromRow(row: Row): T;
}

/** So many are read in one call: as fast as all at once, whose text would take as much memory again as they do. */
const PAGE = 2_000;

/** A `Table` over one SQLite table, row by row as its codec says. */
export class SqliteTable<T extends { readonly path: string }, Row extends readonly Cell[]>
  implements Table<T>
{
  readonly #codec: Codec<T, Row>;
  readonly #get: Query;
  readonly #some: Query;
  readonly #first: Query;
  readonly #next: Query;
  readonly #put: Command;
  readonly #delete: Command;
  readonly #clear: Command;

  constructor(database: Database, codec: Codec<T, Row>) {
    const { table } = codec;
    const columns = codec.columns.join(', ');
    const marks = codec.columns.map(() => '?').join(', ');
    const page = (where: string): string =>
      `SELECT json_group_array(json_array(${columns}))
      FROM (SELECT ${columns} FROM ${table} ${where} ORDER BY path LIMIT ${PAGE})`;
    this.#codec = codec;
    this.#get = database.query(`SELECT json_array(${columns}) FROM ${table} WHERE path = ?`);
    this.#some = database.query(
      `SELECT json_group_array(json_array(${columns})) FROM ${table} WHERE path IN (SELECT value FROM json_each(?))`,
    );
    this.#first = database.query(page(''));
    this.#next = database.query(page('WHERE path > ?'));
    this.#put = database.command(`INSERT OR REPLACE INTO ${table} (${columns}) VALUES (${marks})`);
    this.#delete = database.command(`DELETE FROM ${table} WHERE path = ?`);
    this.#clear = database.command(`DELETE FROM ${table}`);
  }

  get(path: string): T | undefined {
    const row = this.#get.json(path);
    return row === undefined ? undefined : this.#codec.fromRow(row as Row);
  }

  some(paths: readonly string[]): readonly T[] {
    const rows = this.#some.json(JSON.stringify(paths)) as readonly Row[];
    return rows.map((row) => this.#codec.fromRow(row));
  }

  all(): readonly T[] {
    const entries: T[] = [];
    let rows = this.#first.json() as readonly Row[];
    for (; rows.length === PAGE; rows = this.#after(rows))
      for (const row of rows) entries.push(this.#codec.fromRow(row));
    for (const row of rows) entries.push(this.#codec.fromRow(row));
    // SQLite orders by code point, JavaScript by code unit; everybody else here compares with `<`.
    return entries.sort(byPath);
  }

  #after(rows: readonly Row[]): readonly Row[] {
    return this.#next.json(rows.at(-1)?.[0] ?? '') as readonly Row[];
  }

  put(entry: T): void {
    this.#put.run(...this.#codec.toRow(entry));
  }

  delete(path: string): void {
    this.#delete.run(path);
  }

  clear(): void {
    this.#clear.run();
  }
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
