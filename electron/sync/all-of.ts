import type { Table } from './state-ports.ts';

/** All records of a table, read at once: where most of them are needed, one by one takes many times as long. */
export function allOf<T extends { readonly path: string }>(table: Table<T>): (path: string) => T | undefined {
  let byPath: ReadonlyMap<string, T> | null = null;
  return (path) => {
    byPath ??= new Map(table.all().map((entry) => [entry.path, entry]));
    return byPath.get(path);
  };
}
