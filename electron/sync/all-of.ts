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

/** By name they take 3 µs each, and all of 50,000 take 80 ms: so many are soon told in a large table, and hardly later in a small one. */
const MANY = 2_000;

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
