import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonStore, JsonStoreOptions } from './json-store.ts';

/**
 * A JSON file of the application for the command line, which only reads: the library that writes them would cost more
 * to load than a whole command.
 */
export function openJsonFileReader({ folder, name, deserialize }: JsonStoreOptions): JsonStore {
  const path = join(folder, `${name}.json`);
  return {
    path,
    get store() {
      return deserialize(readFileSync(path, 'utf8'));
    },
    set store(_values) {
      throw new Error(`a command does not write ${path}`);
    },
  };
}
