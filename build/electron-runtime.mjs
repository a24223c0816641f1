import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inCache, inProject } from './project-paths.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {'official' | 'fallback'} kind the pinned release, or the stand-in for development and tests
 * @property {string} version of Electron, for example 45.4.1
 * @property {string} dist the folder that electron-builder calls `electronDist`
 * @property {string} program the executable inside it
 */

/** The stand-in is what one registry package carries: Electron 33 for Linux x64. */
const fallbackVersion = '33.2.1';

const programs = new Map([
  ['darwin', 'Electron.app/Contents/MacOS/Electron'],
  ['win32', 'electron.exe'],
]);

/**
 * Where an Electron of this kind lives, whether or not it is there yet.
 * @param {ElectronRuntime['kind']} kind
 * @returns {ElectronRuntime}
 */
export function describeRuntime(kind) {
  const version = kind === 'official' ? pinnedVersion() : fallbackVersion;
  const dist = inCache('electron', `${version}-${kind}`);
  return { kind, version, dist, program: join(dist, programs.get(process.platform) ?? 'electron') };
}

/**
 * The Electron to run with: the official one where it could be fetched, else the stand-in.
 * @returns {ElectronRuntime}
 */
export function runtimePath() {
  const found = installedRuntime();
  if (found) return found;
  throw new Error(
    'There is no Electron to run with yet. Run "npm start" or "npm test" once: both fetch one.',
  );
}

/** @returns {ElectronRuntime | undefined} */
export function installedRuntime() {
  return [describeRuntime('official'), describeRuntime('fallback')].find(({ program }) =>
    existsSync(program),
  );
}

function pinnedVersion() {
  return JSON.parse(readFileSync(inProject('node_modules', 'electron', 'package.json'), 'utf8')).version;
}
