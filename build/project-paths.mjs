import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folder that holds package.json. */
export const projectRoot = resolve(import.meta.dirname, '..');

/**
 * @param {...string} parts
 * @returns {string} an absolute path inside the project
 */
export function inProject(...parts) {
  return join(projectRoot, ...parts);
}

/**
 * The Node that development runs on: the `node` dev dependency, whatever Node started npm.
 * @returns {string}
 */
export function projectNode() {
  return inProject('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * Downloads are kept here, outside the tree, so that clones share them.
 * @param {...string} parts
 * @returns {string}
 */
export function inCache(...parts) {
  return join(cacheHome(), 'openclaw-sync', ...parts);
}

function cacheHome() {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  if (process.platform === 'win32' && process.env.LOCALAPPDATA) return process.env.LOCALAPPDATA;
  return join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache');
}
