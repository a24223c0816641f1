import type { ItemPath } from '../../shared/model/item.ts';
import type { FileSystem } from './file-system.ts';
import { identifyWorkspace } from './identify-workspace.ts';

/** Whether an open file stands at this place of the workspace for sure; false proves nothing. */
export type IsShownAt = (file: number, path: ItemPath) => boolean;

/** Bytes that are no text look alike in a path: then nothing is proved by it. */
const NO_TEXT = '\ufffd';

/** Real path of the workspace, or undefined where it is a link, missing or not to be told. */
function realRoot(files: FileSystem, root: string): string | undefined {
  const found = identifyWorkspace(files, root);
  return found.ok && !found.value.realPath.includes(NO_TEXT) ? found.value.realPath : undefined;
}

/**
 * Asks the kernel where a file stands that is open already. It tells the way by the real folders above that very file,
 * in which no link can be: stronger than a look at each folder before and after, which a swap there and back in
 * between would pass, and one call instead of one or two for each folder. Only Linux tells it without a race. A real
 * path that is out of date matches nothing, and is asked for anew.
 */
export function createShownPlace(files: FileSystem, root: string, platform: NodeJS.Platform): IsShownAt {
  if (platform !== 'linux') return () => false;
  let real: string | undefined;
  return (file, path) => {
    real ??= realRoot(files, root);
    if (real === undefined) return false;
    const isShown = files.readlinkSync(`/proc/self/fd/${file}`) === `${real}/${path}`;
    if (!isShown) real = undefined;
    return isShown;
  };
}
