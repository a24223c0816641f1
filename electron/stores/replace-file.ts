import { renameSync, rmSync, writeFileSync } from 'node:fs';

const OWNER_ONLY = 0o600;

/**
 * Replaces a small file of ours in one step: who reads it meanwhile finds the old one or the new one, never half of one.
 * Throws what the disk says. What somebody wrote is never written this way: `workspace/write-text.ts` is for that.
 */
export function replaceFile(file: string, text: string, mode = OWNER_ONLY): void {
  const fresh = `${file}.${process.pid}.new`;
  try {
    // Made anew: what is left there, or put there by somebody, a link even, is not written through.
    rmSync(fresh, { force: true });
    writeFileSync(fresh, text, { mode, flag: 'wx' });
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}
