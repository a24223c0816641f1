import type { BigIntStats } from 'node:fs';

/** GIIP's items and ours are limited alike (`api.md`). */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

export const LINK_REASON = 'a link is never followed';

/** Why what stands there is never opened, or undefined for an ordinary file. */
export function fileFault(stats: BigIntStats): string | undefined {
  if (stats.isSymbolicLink()) return LINK_REASON;
  if (stats.isDirectory()) return 'a folder stands where a file is meant';
  if (!stats.isFile()) return 'not an ordinary file';
  // Its content belongs to another place too: reading it would upload, and replacing it would part, the two.
  if (stats.nlink > 1n) return 'the file has a second name (hard link)';
  return stats.size > BigInt(MAX_FILE_BYTES) ? 'larger than 5 MiB' : undefined;
}
