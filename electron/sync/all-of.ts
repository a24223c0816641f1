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

/** From about here on asking for a tenth of a large table by name takes longer than all of it at once. */
const MANY = 500;

/** The records of these names as they are now, read in one go; another name is asked for when it comes. */
export function lookupOf<T extends { readonly path: string }>(
  table: Table<T>,
  paths: readonly string[],
): (path: string) => T | undefined {
  if (paths.length >= MANY) return allOf(table).get;
  const asked = new Set(paths);
  const byPath = new Map(table.some(paths).map((entry) => [entry.path, entry]));
  return (path) => (asked.has(path) ? byPath.get(path) : table.get(path));
}
