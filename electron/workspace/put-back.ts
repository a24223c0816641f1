import { errnoOf } from './file-error.ts';
import { patientRename } from './patient-rename.ts';
import { placeSafely, tryLink } from './place-exclusively.ts';
import { holds, isOneFile } from './staged-content.ts';
import { removeFile, type StagedFiles } from './staging-folder.ts';
import type { WorkspacePlace } from './workspace-place.ts';

/** A write that is taken back: its old file, which stands aside, turned out to hold an edit that nobody knew. */
interface TakenBack {
  readonly path: string;
  readonly target: string;
  readonly replacement: string;
  readonly staged: StagedFiles;
}

/**
 * A config's reader must not find it missing now either: our new file gets a second name, by which an edit of it is
 * found, and the old one is renamed over it. Undefined where there are no second names.
 */
async function renameBack(place: WorkspacePlace, back: TakenBack): Promise<boolean | undefined> {
  const { aside, withdrawn } = back.staged;
  if (!tryLink(place, back.target, withdrawn)) return undefined;
  const isStillOurs = () =>
    holds(place, withdrawn, back.replacement) && isOneFile(place, withdrawn, back.target);
  let done = false;
  try {
    done = await patientRename(place, aside, back.target, isStillOurs);
  } finally {
    if (!done && isOneFile(place, withdrawn, back.target)) removeFile(place, withdrawn);
  }
  return done;
}

/** Ours is moved away first, so that nothing is ever renamed over. */
async function moveBack(place: WorkspacePlace, { target, staged }: TakenBack): Promise<boolean> {
  try {
    await patientRename(place, target, staged.withdrawn);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
  return placeSafely(place, staged.aside, target);
}

/**
 * Gives an old file its place back from our new one. Whatever an editor did to either of the two meanwhile still
 * exists afterwards, in place or in our folder for `recover`.
 */
export async function putBack(place: WorkspacePlace, back: TakenBack): Promise<boolean> {
  const isConfig = back.path.startsWith('configs/');
  const isThere = place.files.lstatSync(back.target, { throwIfNoEntry: false }) !== undefined;
  const renamed = isConfig && isThere ? await renameBack(place, back) : undefined;
  const done = renamed ?? (await moveBack(place, back));
  if (holds(place, back.staged.withdrawn, back.replacement)) removeFile(place, back.staged.withdrawn);
  return done;
}
