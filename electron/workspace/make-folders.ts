import type { ItemPath } from '../../shared/model/item.ts';
import { errnoOf } from './file-error.ts';
import { foldersAbove } from './folder-chain.ts';
import type { WorkspacePlace } from './workspace-place.ts';

/**
 * Makes the missing folders above an item, one by one; what already stands there is left for the caller to
 * judge.
 */
export function makeFolders(place: WorkspacePlace, path: ItemPath): readonly string[] {
  return foldersAbove(path).filter((folder) => {
    try {
      place.files.mkdirSync(`${place.root}/${folder}`);
      return true;
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') return false;
      throw error;
    }
  });
}

/** Takes back the folders made for a write that did not happen, as far as nobody uses them by now. */
export function removeFolders(place: WorkspacePlace, made: readonly string[]): void {
  for (const folder of made.toReversed()) {
    try {
      place.files.rmdirSync(`${place.root}/${folder}`);
    } catch (error) {
      errnoOf(error);
      return;
    }
  }
}
