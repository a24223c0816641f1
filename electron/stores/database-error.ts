import { StateWriteError } from '../sync/state-write-error.ts';

/** Our own mistakes (bad SQL, a broken constraint, misuse): surprises, which are thrown as they are. */
const MISTAKES = /^SQLITE_(ERROR|CONSTRAINT|MISUSE|RANGE|MISMATCH|TOOBIG)/;

/** Names what SQLite reported with a code that the engine knows. Anything that is not SQLite's comes back unchanged. */
export function databaseError(error: unknown): unknown {
  const code = sqliteCode(error);
  if (code === undefined || MISTAKES.test(code)) {
    return error;
  }
  return new StateWriteError({ code: errorCode(code), detail: describe(code, error) }, error);
}

function errorCode(code: string): 'disk-full' | 'busy' | 'state-unusable' {
  // SHMSIZE is how a full disk shows while SQLite grows its shared memory file.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') {
    return 'disk-full';
  }
  return /^SQLITE_(BUSY|LOCKED)/.test(code) ? 'busy' : 'state-unusable';
}

function sqliteCode(error: unknown): string | undefined {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  if (typeof message === 'string' && message.startsWith('ConnectionFailed')) {
    // The one failure that the binding reports without a code: SQLite could not open the file.
    return 'SQLITE_CANTOPEN';
  }
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined;
}

function describe(code: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  return `${code} ${message}`.trim().slice(0, 300);
}
