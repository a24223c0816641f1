import { existsSync, readFileSync } from 'node:fs';
import { inProject, projectNode } from './project-paths.mjs';
import { runNpm } from './run-npm.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockEntry
 */

/**
 * Runs `npm ci` unless node_modules already is what the lock file says. Everything it prints goes to stderr, because
 * the task that follows may owe its caller a clean stdout.
 */
export async function installDependencies() {
  if (dependenciesMatch()) return;
  process.stderr.write('Installing the dependencies of package-lock.json (npm ci)\n');
  const code = await runNpm(['ci', '--loglevel=error']);
  if (code !== 0) throw new Error(`npm ci ended with exit code ${code}; its output above says why.`);
}

/**
 * npm notes what it has installed in node_modules/.package-lock.json, as its last step; comparing that note with the
 * lock file costs milliseconds and sees an install that was interrupted or made from another lock file.
 * @returns {boolean}
 */
function dependenciesMatch() {
  if (!existsSync(projectNode())) return false;
  const installed = packagesOf('node_modules/.package-lock.json');
  const wanted = packagesOf('package-lock.json');
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, entry]) => path === '' || satisfied(entry, installed[path]));
}

/**
 * @param {string} lockFile
 * @returns {Record<string, LockEntry> | undefined}
 */
function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(inProject(lockFile), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Packages for other platforms are optional and rightly missing.
 * @param {LockEntry} wanted
 * @param {LockEntry | undefined} installed
 */
function satisfied(wanted, installed) {
  if (!installed) return Boolean(wanted.optional || wanted.devOptional);
  return installed.version === wanted.version && installed.integrity === wanted.integrity;
}
