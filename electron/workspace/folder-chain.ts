import type { ItemPath } from '../../shared/model/item.ts';
import { LINK_REASON } from './file-fault.ts';
import type { FileSystem } from './file-system.ts';

/** What stands between the workspace folder and an item. */
export type FolderChain =
  /** Every folder is a real one; `identity` changes when any of them is exchanged for another. */
  | { readonly state: 'real'; readonly identity: string }
  | { readonly state: 'missing' }
  | {
      readonly state: 'barred';
      readonly reason: string;
      readonly code: 'workspace-missing' | 'write-failed';
    };

const ROOT_MISSING = {
  state: 'barred',
  reason: 'the workspace folder is missing',
  code: 'workspace-missing',
} as const;

function barred(reason: string): FolderChain {
  return { state: 'barred', reason, code: 'write-failed' };
}

/** The folders above an item, from `docs` down: `docs/a/b.md` has `docs` and `docs/a`. */
export function foldersAbove(path: ItemPath): readonly string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

/**
 * Looks at each folder without following a link. O_NOFOLLOW guards only the last part of a path and Node has
 * no `openat`, so callers compare the identity before and after: what remains is a swap there and back within
 * microseconds.
 */
export function folderChain(files: FileSystem, root: string, folders: readonly string[]): FolderChain {
  const identities: string[] = [];
  for (const folder of ['', ...folders]) {
    const stats = files.lstatSync(`${root}/${folder}`.replace(/\/$/, ''), {
      bigint: true,
      throwIfNoEntry: false,
    });
    if (stats?.isSymbolicLink()) return barred(`${LINK_REASON}: ${folder === '' ? root : folder}`);
    if (!stats?.isDirectory()) return folder === '' ? ROOT_MISSING : { state: 'missing' };
    identities.push(`${stats.dev}:${stats.ino}`);
  }
  return { state: 'real', identity: identities.join('/') };
}
