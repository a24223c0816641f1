import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/** The folder by its one true name, so that a link to it makes no second folder of it. */
export function trueName(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return resolve(folder);
  }
}

function holds(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}

/** The first of these folders that is the same one, lies in it or holds it; two connections there would overwrite each other. */
export function overlappingFolder(folder: string, others: readonly string[]): string | null {
  const own = trueName(folder);
  const isTaken = (other: string): boolean => holds(own, trueName(other)) || holds(trueName(other), own);
  return others.find(isTaken) ?? null;
}
