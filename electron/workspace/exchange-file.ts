import type { ItemPath } from '../../shared/model/item.ts';
import type { ContentId } from '../sync/ports.ts';
import { contentId } from './content-id.ts';
import { errnoOf } from './file-error.ts';
import { patientRename } from './patient-rename.ts';
import { placeExclusively, placeSafely, tryLink } from './place-exclusively.ts';
import { readTextNow } from './read-text.ts';
import { holds, isOneFile } from './staged-content.ts';
import { removeFile, type StagedFiles } from './staging-folder.ts';
import type { WorkspacePlace } from './workspace-place.ts';

/** One write whose new text is staged and flushed. */
export interface StagedWrite {
  readonly path: ItemPath;
  readonly target: string;
  readonly expected: ContentId | null;
  readonly replacement: ContentId;
  readonly staged: StagedFiles;
}

/** Lets go of the old file where nothing hangs on it; an edit that nobody knows stays for `recover`. */
function dropAside(place: WorkspacePlace, { staged: { aside }, target, expected }: StagedWrite): void {
  if (isOneFile(place, aside, target) || holds(place, aside, expected)) removeFile(place, aside);
}

/**
 * A document is absent for some 40 microseconds, and an edit made at any moment of it stands somewhere
 * afterwards.
 */
async function replaceDocument(place: WorkspacePlace, write: StagedWrite): Promise<boolean> {
  const { aside, fresh } = write.staged;
  await patientRename(place, write.target, aside);
  try {
    // Nothing may come before this line: until it is done the document has no name.
    if (placeExclusively(place, fresh, write.target)) return true;
  } catch (error) {
    if (!(await placeSafely(place, aside, write.target))) dropAside(place, write);
    throw error;
  }
  dropAside(place, write);
  return false;
}

/**
 * A config's reader must never find it missing, so it is renamed over. The old file gets a second name first:
 * its content is looked at there, before and after. What remains is an editor's own rename in the
 * microseconds between the look and ours.
 */
async function replaceConfig(place: WorkspacePlace, write: StagedWrite): Promise<boolean> {
  const { aside, fresh } = write.staged;
  const linked = tryLink(place, write.target, aside);
  const isStillExpected = () => {
    // The name is looked at last: what comes between this and the rename is lost.
    if (linked) return holds(place, aside, write.expected) && isOneFile(place, aside, write.target);
    const standing = readTextNow(place, write.path);
    return standing?.state === 'present' && contentId(standing.text) === write.expected;
  };
  let replaced = false;
  try {
    replaced = await patientRename(place, fresh, write.target, isStillExpected);
  } finally {
    if (!replaced) dropAside(place, write);
  }
  return replaced;
}

/** Puts the staged text in its place; false when something else stands there, which then stays. */
export async function exchangeFile(place: WorkspacePlace, write: StagedWrite): Promise<boolean> {
  // A new file: whoever was faster keeps the name.
  if (write.expected === null) return placeExclusively(place, write.staged.fresh, write.target);
  const replace = write.path.startsWith('configs/') ? replaceConfig : replaceDocument;
  try {
    return await replace(place, write);
  } catch (error) {
    // What was to be replaced is gone: that is a change, not a failure.
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}
