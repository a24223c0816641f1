import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes SHA256SUMS for these files of one folder, as `sha256sum --check` reads it.
 * @param {string} folder
 * @param {readonly string[]} names
 * @returns {string} its path
 */
export function writeChecksums(folder, names) {
  const lines = [...names].sort().map((name) => `${sha256(join(folder, name))}  ${name}\n`);
  const file = join(folder, 'SHA256SUMS');
  writeFileSync(file, lines.join(''));
  return file;
}

/** @param {string} file */
function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
