import type { SyncError } from '../../shared/model/sync-error.ts';

/**
 * Thrown by every call of `SyncState` that could not be carried out: `disk-full`, `busy` or `state-unusable`.
 * What was committed before still stands, what was not is gone; the cycle ends and nothing more is pushed.
 */
export class StateWriteError extends Error {
  readonly error: SyncError;

  constructor(error: SyncError, cause?: unknown) {
    super(`${error.code}${error.detail === undefined ? '' : `: ${error.detail}`}`, { cause });
    this.name = 'StateWriteError';
    this.error = error;
  }
}
