import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Database } from './database.ts';
import { MIGRATIONS } from './schema.ts';

/**
 * Brings a database to the newest version, one transaction per step, so that a killed migration goes on where it
 * stopped. A database from the future is refused and left as it is.
 */
export function migrate(database: Database, steps: readonly string[] = MIGRATIONS): Result<void> {
  const version = database.version();
  if (version > steps.length) {
    return fail('state-newer', `database version ${version}, known up to ${steps.length}`);
  }
  for (const [at, step] of steps.entries()) {
    if (at >= version) {
      apply(database, step, at + 1);
    }
  }
  return ok(undefined);
}

function apply(database: Database, step: string, version: number): void {
  database.transaction(() => {
    // Two processes may meet here; the second one finds the work done once it has the write lock.
    if (database.version() < version) {
      database.exec(`${step}; PRAGMA user_version = ${version};`);
    }
  });
}
