import { errnoOf } from './file-error.ts';
import type { WorkspacePlace } from './workspace-place.ts';

/** Together just over ten seconds. */
const PAUSES_MS: readonly number[] = [20, 40, 80, 160, 320, 640, 1280, 2560, 2560, 2560];

const HELD_BY_ANOTHER: readonly string[] = ['EPERM', 'EBUSY', 'EACCES'];

/**
 * Renames, unless `still` says right before that it is no longer wanted: true when it is done. On Windows an
 * antivirus or an editor may hold the file for a moment, so it is tried again for ten seconds. The first try
 * happens before anything else can run: callers rely on that for their short windows.
 * https://github.com/npm/write-file-atomic/issues/227
 */
export async function patientRename(
  place: WorkspacePlace,
  from: string,
  to: string,
  still: () => boolean = () => true,
): Promise<boolean> {
  const pauses = place.platform === 'win32' ? PAUSES_MS.values() : [].values();
  for (;;) {
    if (!still()) return false;
    try {
      place.files.renameSync(from, to);
      return true;
    } catch (error) {
      const pause = pauses.next();
      if (pause.done === true || !HELD_BY_ANOTHER.includes(errnoOf(error))) throw error;
      await place.pause(pause.value);
    }
  }
}
