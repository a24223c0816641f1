import { fail, type SyncError } from '../../shared/model/sync-error.ts';

const CAUSES: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  EBUSY: 'another program holds it',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EIO: 'the disk reports an error',
  ELOOP: 'a link is never followed',
  ENAMETOOLONG: 'the path is too long here',
  EXDEV: 'it lies on another volume than the rest of the folder',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOENT: 'the folder went away meanwhile',
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'something appeared in its place',
  EISDIR: 'a folder stands in its place',
  ENOTEMPTY: 'a folder stands in its place',
};

/** The errno name of a file system error. Anything else is a surprise and is thrown again. */
export function errnoOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error)
    return error.code;
  throw error;
}

/** A file system error in words, with its errno for the log. */
export function causeOf(error: unknown): string {
  const errno = errnoOf(error);
  const cause = CAUSES[errno];
  return cause === undefined ? errno : `${cause} (${errno})`;
}

/** A file system error as the value that a failed write answers. */
export function writeError(path: string, error: unknown): SyncError {
  const full = ['ENOSPC', 'EDQUOT'].includes(errnoOf(error));
  return fail(full ? 'disk-full' : 'write-failed', `${path}: ${causeOf(error)}`).error;
}
