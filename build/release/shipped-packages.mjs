import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../project-paths.mjs';

const listFolder = inProject('.cache', 'bundled');

/**
 * The folders of what was bundled, as the build has noted it, and of what is packaged beside the bundle: from the
 * project root, as package-lock.json names them.
 * @returns {string[]}
 */
export function shippedPackages() {
  if (!existsSync(listFolder)) throw new Error('The build left no list of what it bundled.');
  const bundled = readdirSync(listFolder).flatMap((name) =>
    JSON.parse(readFileSync(join(listFolder, name), 'utf8')),
  );
  const lock = lockedPackages();
  const beside = Object.keys(lock).filter((path) => path !== '' && isShipped(path, lock[path]));
  return [...new Set([...bundled, ...beside])].sort();
}

/** What package-lock.json says of each folder. */
export function lockedPackages() {
  return JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages;
}

/**
 * @param {string} path
 * @param {{ dev?: boolean, devOptional?: boolean }} entry
 */
function isShipped(path, entry) {
  // The twins for musl are left out of the packages (electron-builder.yml).
  return !entry.dev && !entry.devOptional && !path.endsWith('-musl') && existsSync(inProject(path));
}
