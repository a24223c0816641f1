import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every folder below `root`, itself first.
 * @param {string} root
 * @returns {string[]}
 */
export function foldersOf(root) {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return [
    root,
    ...entries.filter((entry) => entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name)),
  ];
}
