import { fail, type Result } from '../../shared/model/sync-error.ts';

/** What the file system refused, as a value; anything else is a surprise and is thrown on. */
export function fileFailure(error: unknown): Result<never> {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) {
    throw error;
  }
  const full = error.code === 'ENOSPC' || error.code === 'EDQUOT';
  return fail(full ? 'disk-full' : 'write-failed', error.message.slice(0, 300));
}
