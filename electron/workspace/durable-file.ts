import type { BigIntStats } from 'node:fs';
import { errnoOf } from './file-error.ts';
import type { WorkspacePlace } from './workspace-place.ts';

/** What a replaced file was allowed and whose it was, for the one that takes its place. */
export interface FileRights {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

type FileHandle = Awaited<ReturnType<WorkspacePlace['files']['promises']['open']>>;

/** Another owner can be kept only by root; elsewhere the rights are as much as can be kept. */
async function giveRights(handle: FileHandle, rights: FileRights): Promise<void> {
  const { uid, gid } = await handle.stat();
  try {
    if (uid !== rights.uid || gid !== rights.gid) await handle.chown(rights.uid, rights.gid);
  } catch (error) {
    if (!['EPERM', 'ENOSYS', 'EINVAL'].includes(errnoOf(error))) throw error;
  }
  await handle.chmod(rights.mode);
}

/** A new file that is on the disk, not in a cache, when this answers. */
export async function writeDurably(
  place: WorkspacePlace,
  absolute: string,
  text: string,
  rights?: FileRights,
): Promise<BigIntStats> {
  const handle = await place.files.promises.open(absolute, 'wx');
  try {
    await handle.writeFile(text, 'utf8');
    if (rights !== undefined) await giveRights(handle, rights);
    await handle.sync();
    return await handle.stat({ bigint: true });
  } finally {
    await handle.close();
  }
}

/** Makes the text of somebody's file durable. It is opened for writing, which is what Windows asks for, and not written. */
export async function syncFile(place: WorkspacePlace, absolute: string): Promise<void> {
  const { O_RDWR, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = place.files.constants;
  const handle = await place.files.promises.open(absolute, O_RDWR | O_NOFOLLOW | O_NONBLOCK);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function flushFolder(place: WorkspacePlace, absolute: string): Promise<void> {
  const handle = await place.files.promises.open(absolute, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Makes the names in a folder durable: without it a power cut may forget a rename. Windows has no such call.
 */
export async function syncFolder(place: WorkspacePlace, absolute: string): Promise<void> {
  if (place.platform === 'win32') return;
  await place.sharedFlush(absolute, () => flushFolder(place, absolute));
}
