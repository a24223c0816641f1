import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Builds a folder next to its final place and renames it there when complete, so that nobody ever sees half of it.
 * @param {string} folder
 * @param {(workFolder: string) => Promise<string>} fill answers which folder, inside the work folder, is the result
 */
export async function installFolder(folder, fill) {
  mkdirSync(dirname(folder), { recursive: true });
  const workFolder = mkdtempSync(`${folder}.partial-`);
  try {
    const result = await fill(workFolder);
    rmSync(folder, { recursive: true, force: true });
    renameSync(result, folder);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}
