import type { ItemPath } from '../../shared/model/item.ts';
import { errnoOf } from './file-error.ts';
import { foldersAbove } from './folder-chain.ts';
import type { WorkspacePlace } from './workspace-place.ts';

function makeFolder({ files }: WorkspacePlace, absolute: string): 'made' | 'stood' | 'barred' {
  // Most stand already, and an error costs more than a look.
  if (files.lstatSync(absolute, { throwIfNoEntry: false })?.isDirectory()) return 'stood';
  try {
    files.mkdirSync(absolute);
    return 'made';
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
    return files.lstatSync(absolute).isDirectory() ? 'stood' : 'barred';
  }
}

/**
 * Makes the missing folders above an item, one by one. Below what is no folder nothing is made, as a link there would
 * lead elsewhere; the caller judges what stands.
 */
export function makeFolders(place: WorkspacePlace, path: ItemPath): readonly string[] {
  const made: string[] = [];
  for (const folder of foldersAbove(path)) {
    const outcome = makeFolder(place, `${place.root}/${folder}`);
    if (outcome === 'barred') break;
    if (outcome === 'made') place.freshFolders.add(folder);
    if (outcome === 'made') made.push(folder);
  }
  return made;
}

/** Takes back the folders made for a write that did not happen, as far as nobody uses them by now. */
export function removeFolders(place: WorkspacePlace, made: readonly string[]): void {
  for (const folder of made.toReversed()) {
    try {
      place.files.rmdirSync(`${place.root}/${folder}`);
      place.freshFolders.delete(folder);
    } catch (error) {
      errnoOf(error);
      return;
    }
  }
}
