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
