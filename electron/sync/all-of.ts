import type { Table } from './state-ports.ts';

interface AllOf<T> {
  get(path: string): T | undefined;
  paths(): Iterable<string>;
}

/** All records of a table, read at once: where most of them are needed, one by one takes many times as long. */
export function allOf<T extends { readonly path: string }>(table: Table<T>): AllOf<T> {
  const byPath = new Map(table.all().map((entry) => [entry.path, entry]));
  return { get: (path) => byPath.get(path), paths: () => byPath.keys() };
}

/** From about here on a tenth of a large table, asked for one by one, takes longer than all of it at once. */
const MANY = 500;

/** The records of so many names as they are now: one by one where they are few, else all at once. */
export function lookupOf<T extends { readonly path: string }>(
  table: Table<T>,
  count: number,
): (path: string) => T | undefined {
  return count < MANY ? (path) => table.get(path) : allOf(table).get;
}
