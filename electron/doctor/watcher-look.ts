import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Listing } from '../sync/ports.ts';
import type { DoctorLook } from './check.ts';
import { type Finding, found } from './finding.ts';

const LIMIT_FILE = '/proc/sys/fs/inotify/max_user_watches';
/** Editors and other sync programs of this user take from the same number. */
const OUR_SHARE = 0.5;

/** Every folder takes one watch: those with items, those above them, and the root. */
function foldersOf({ items }: Listing): number {
  const folders = new Set<string>(['.']);
  for (const { path } of items)
    for (let folder = dirname(path); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  return folders.size;
}

function allowed(): number | null {
  try {
    return Number(readFileSync(LIMIT_FILE, 'utf8'));
  } catch {
    return null;
  }
}

/** Whether so many folders can be watched where so many watches are allowed. */
export function watchesFound(folders: number, limit: number): Finding {
  const facts = { folders, limit };
  return folders <= limit * OUR_SHARE ? found.ok('watcher-ok', facts) : found.warning('watcher-short', facts);
}

/** Whether Linux lets so many folders be watched. Elsewhere nothing is counted. */
export const watcherLook: DoctorLook = {
  id: 'watcher',
  needs: ['folder'],
  look({ platform }, { listing }) {
    const most = platform === 'linux' ? allowed() : null;
    if (most === null) return found.skipped('skipped-on-system');
    return watchesFound(foldersOf(listing), most);
  },
};
