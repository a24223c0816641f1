import { pathToFileURL } from 'node:url';
import Database from 'libsql';

/**
 * Asks the kernel, by reading for an instant: who holds the lock lets nobody read. Only the address form of a name is
 * opened for reading only; a file that is gone is not made. Never in a process that holds the lock: closing would drop it.
 */
export function isLockHeld(file: string): boolean {
  let database: Database.Database | undefined;
  try {
    database = new Database(`${pathToFileURL(file).href}?mode=ro`);
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
  } finally {
    database?.close();
  }
}
