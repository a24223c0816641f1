import { dirname } from 'node:path';
import { syncFolder } from './durable-file.ts';
import { errnoOf } from './file-error.ts';
import type { WorkspacePlace } from './workspace-place.ts';

/**
 * FAT, exFAT and some network file systems; EISDIR is what libuv makes of Windows' ERROR_INVALID_FUNCTION.
 */
const NO_LINKS: readonly string[] = [
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EISDIR',
  'UNKNOWN',
];

/** A second name for one file; false where the file system has none. Throws EEXIST when the name is taken. */
export function tryLink(place: WorkspacePlace, source: string, target: string): boolean {
  try {
    place.files.linkSync(source, target);
    return true;
  } catch (error) {
    if (NO_LINKS.includes(errnoOf(error))) return false;
    throw error;
  }
}

/**
 * Reduced safety: the name is taken with an empty file of ours, which the rename replaces. A kill in between
 * leaves the empty file, and what an editor writes into it in those microseconds is lost.
 */
function takeNameThenRename(place: WorkspacePlace, source: string, target: string): void {
  place.files.closeSync(place.files.openSync(target, 'wx'));
  try {
    place.files.renameSync(source, target);
  } catch (error) {
    if (place.files.lstatSync(target).size === 0) place.files.unlinkSync(target);
    throw error;
  }
}

/** The file has its new name already: an old one that cannot be removed now must not undo that. */
function dropOldName(place: WorkspacePlace, source: string): void {
  try {
    place.files.unlinkSync(source);
  } catch (error) {
    errnoOf(error);
  }
}

/**
 * Moves a staged file to a name that nobody has: false, and nothing moved, when something stands there. Never
 * replaces. Its old name goes with the staged files at the latest.
 */
export function placeExclusively(place: WorkspacePlace, source: string, target: string): boolean {
  try {
    if (tryLink(place, source, target)) dropOldName(place, source);
    else takeNameThenRename(place, source, target);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * As `placeExclusively`, for a file that stands nowhere else: its new name is flushed before the old one, and the note
 * that tells of it, may go. Failing in between leaves both, which `recover` sees.
 */
export async function placeSafely(place: WorkspacePlace, source: string, target: string): Promise<boolean> {
  let hasTwoNames = false;
  try {
    hasTwoNames = tryLink(place, source, target);
    if (!hasTwoNames) takeNameThenRename(place, source, target);
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
  await syncFolder(place, dirname(target));
  if (hasTwoNames) place.files.unlinkSync(source);
  return true;
}
