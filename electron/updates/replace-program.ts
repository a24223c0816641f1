import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { chmod, copyFile, open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

export interface Replacement {
  /** What was downloaded; it may lie on another disk. */
  readonly from: string;
  readonly program: string;
  /** In base64, from the signed feed. */
  readonly sha512: string;
}

/**
 * Puts a new AppImage in the place of the one that runs. electron-updater would delete the old one before it moves the new
 * one there: a full disk in between would leave no program at all. Rejects with the old one in place.
 */
export async function replaceProgram({ from, program, sha512 }: Replacement): Promise<void> {
  const beside = `${program}.update`;
  try {
    await rm(beside, { force: true });
    // Into a file of our own: what somebody else puts there in the meantime could be changed after the check.
    await copyFile(from, beside, constants.COPYFILE_EXCL);
    // It lay in a cache folder, maybe for days.
    if ((await sha512Of(beside)) !== sha512) throw new Error('The downloaded program has changed.');
    await chmod(beside, 0o755);
    await flush(beside);
    await rename(beside, program);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function sha512Of(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
