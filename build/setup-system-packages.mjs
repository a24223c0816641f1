import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './run-command.mjs';

/**
 * What Electron and a desktop session of its own need on Debian and its children. Some names changed with the 64-bit
 * time transition: the first one that the machine knows is taken. The fonts cover Latin, Korean, Chinese and Japanese;
 * strace makes system calls fail in `test/faults`; the last five make packages and check them in `test/package`.
 */
const debianPackages = [
  ['xvfb'],
  ['dbus'],
  ['gnome-keyring'],
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libsecret-1-0'],
  ['libnotify4'],
  ['xdg-utils'],
  ['strace'],
  ['fonts-dejavu-core'],
  ['fonts-wqy-microhei'],
  ['gpg'],
  ['gpg-agent'],
  ['rpm'],
  ['debsig-verify'],
  ['systemd'],
];

/** Other Linux systems name their packages differently; these are the programs that a session starts. */
const sessionPrograms = ['Xvfb', 'dbus-run-session', 'gnome-keyring-daemon'];

/**
 * Makes sure that a desktop session without a display can be had. Windows and macOS need nothing.
 * @returns {Promise<string | undefined>} a sentence saying what is missing and what to do, when something is
 */
export async function setUpSystemPackages() {
  if (process.platform !== 'linux') return undefined;
  return onPath('dpkg-query') ? setUpPackages(debianPackages) : missingPrograms();
}

/**
 * What others would use instead of this program, for `npm run bench`: it measures them in the same run.
 * @returns {Promise<string | undefined>} a sentence, when not all of them can be had
 */
export async function setUpPeers() {
  if (process.platform !== 'linux' || !onPath('dpkg-query')) return undefined;
  return setUpPackages([['git'], ['unison'], ['rclone'], ['rsync'], ['syncthing'], ['strace']]);
}

/** @param {readonly (readonly string[])[]} packages */
async function setUpPackages(packages) {
  const missing = packages.filter((names) => !isInstalled(names));
  if (missing.length === 0) return undefined;
  return isRoot() ? await install(missing) : `Missing packages. Run once: sudo ${installCommand(missing)}`;
}

/** @returns {boolean} */
export function isRoot() {
  return process.getuid?.() === 0;
}

/** @param {readonly (readonly string[])[]} needs */
async function install(needs) {
  // A fresh container has empty package lists, and then no name is known.
  await aptGet(['update', '-qq']);
  const packages = needs.map(knownName);
  process.stderr.write(`Installing Debian packages: ${packages.join(' ')}\n`);
  const code = await aptGet(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  return code === 0 ? undefined : `apt-get could not install packages. Try: ${installCommand(needs)}`;
}

/** @param {readonly string[]} args */
function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt-get may be at work, for example the machine's own updates.
  const patient = ['-o', 'DPkg::Lock::Timeout=120', ...args];
  return runCommand('apt-get', patient, { env, stdio: ['ignore', 'ignore', 2] });
}

/** @param {readonly (readonly string[])[]} needs */
function installCommand(needs) {
  return `apt-get install --no-install-recommends ${needs.map(knownName).join(' ')}`;
}

function missingPrograms() {
  const missing = sessionPrograms.filter((program) => !onPath(program));
  if (missing.length === 0) return undefined;
  return `Missing programs: ${missing.join(', ')}. Install them with this system's package manager, with GTK 3 and NSS.`;
}

/** @param {readonly string[]} names */
function isInstalled(names) {
  const { stdout } = spawnSync('dpkg-query', ['--status', ...names], { encoding: 'utf8' });
  return stdout.includes('Status: install ok installed');
}

/** @param {readonly string[]} names */
function knownName(names) {
  const known = names.find((name) => spawnSync('apt-cache', ['show', name]).status === 0);
  return known ?? String(names[0]);
}

/**
 * Whether this machine has a program of this name.
 * @param {string} program
 */
export function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program)));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
