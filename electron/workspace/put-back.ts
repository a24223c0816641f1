import { errnoOf } from './file-error.ts';
import { patientRename } from './patient-rename.ts';
import { placeExclusively } from './place-exclusively.ts';
import { holds } from './staged-content.ts';
import { removeFile, type StagedFiles } from './staging-folder.ts';
import type { WorkspacePlace } from './workspace-place.ts';

/**
 * Gives an old file its place back from our new one. Nothing is ever renamed over: ours is moved away first,
 * so whatever an editor did to either of the two meanwhile still exists afterwards, in place or in our folder
 * for `recover`.
 */
export async function putBack(
  place: WorkspacePlace,
  staged: StagedFiles,
  target: string,
  replacement: string,
): Promise<boolean> {
  try {
    await patientRename(place, target, staged.withdrawn);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
  const back = placeExclusively(place, staged.aside, target);
  if (holds(place, staged.withdrawn, replacement)) removeFile(place, staged.withdrawn);
  return back;
}
