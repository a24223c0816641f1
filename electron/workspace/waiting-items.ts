import type { Rejected } from '../../shared/model/item.ts';
import { readNote, stagedIds } from './staged-writes.ts';
import type { StagingFolder } from './staging-folder.ts';
import type { WorkspacePlace } from './workspace-place.ts';

const REASON = 'its file could not be put back yet and is safe in the folder .openclaw-sync';

/**
 * Items whose old file was moved aside and could be given its name back neither by the write that failed nor by
 * `recover`. Nobody deleted them, so nothing may take them for deleted.
 */
export function waitingItems(place: WorkspacePlace, staging: StagingFolder): readonly Rejected[] {
  const stands = (absolute: string): boolean =>
    place.files.lstatSync(absolute, { throwIfNoEntry: false }) !== undefined;
  return stagedIds(place, staging).flatMap((id) => {
    const staged = staging.filesOf(id);
    const isAside = stands(staged.aside) || stands(staged.withdrawn);
    const path = isAside ? readNote(place, staged)?.path : undefined;
    return path === undefined || stands(`${place.root}/${path}`) ? [] : [{ path, reason: REASON }];
  });
}
