import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runCommand } from './run-command.mjs';
import { runWhenMain } from './run-when-main.mjs';
import { endProcessesWith } from './session-processes.mjs';

const screen = '1280x900x24';
const startLimit = 20_000;
const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * @typedef {object} Sessions
 * @property {readonly Record<string, string>[]} settings what a program needs in its environment to take part in each
 * @property {() => Promise<void>} end
 */

/**
 * Runs a program inside a desktop session of its own: a virtual screen, a private session bus, an unlocked keyring and
 * folders that nobody else uses. Everything is ended afterwards. Windows and macOS always have a desktop: there the
 * program is simply run.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [extraEnv]
 * @returns {Promise<number>} its exit code
 */
export function runInDesktopSession(program, args, extraEnv = {}) {
  return runInDesktopSessions(1, program, args, extraEnv);
}

/**
 * The same with several sessions side by side: the program is in the first, and OPENCLAW_SYNC_SESSIONS tells it, as a JSON
 * list, what to set in the environment of what shall be in each. Where nothing is started here, the list is not there.
 * @param {number} count
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [extraEnv]
 * @returns {Promise<number>} its exit code
 */
export async function runInDesktopSessions(count, program, args, extraEnv = {}) {
  if (process.platform !== 'linux')
    return runCommand(program, args, { env: { ...process.env, ...extraEnv } });
  const { settings, end } = await startSessions(count);
  try {
    const [tied, tiedArgs] = tiedToParent(program, args);
    const told = { ...settings[0], OPENCLAW_SYNC_SESSIONS: JSON.stringify(settings) };
    return await runCommand(tied, tiedArgs, { env: { ...withSession(told), ...extraEnv } });
  } finally {
    await end();
  }
}

/**
 * @param {number} count
 * @returns {Promise<Sessions>}
 */
async function startSessions(count) {
  const folder = mkdtempSync(join(tmpdir(), 'openclaw-session-'));
  const rooms = Array.from({ length: count }, (_, index) => join(folder, String(index + 1)));
  const end = endOnce(folder, rooms);
  try {
    return { settings: await Promise.all(rooms.map(startSession)), end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** @param {string} room */
async function startSession(room) {
  const settings = sessionSettings(room);
  const env = withSession(settings);
  const screenNumber = await startScreen(env);
  await startBus(env, join(room, 'bus'));
  await startKeyring({ ...env, DISPLAY: screenNumber });
  return { ...settings, DISPLAY: screenNumber };
}

/**
 * What differs in each session.
 * @param {string} room
 * @returns {Record<string, string>}
 */
function sessionSettings(room) {
  const own = (/** @type {string} */ name) => {
    const path = join(room, name);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  };
  return {
    XDG_RUNTIME_DIR: own('run'),
    XDG_DATA_HOME: own('data'),
    XDG_CONFIG_HOME: own('config'),
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(room, 'bus')}`,
  };
}

/**
 * @param {Record<string, string>} settings
 * @returns {NodeJS.ProcessEnv}
 */
function withSession(settings) {
  const { WAYLAND_DISPLAY: _, ...inherited } = process.env;
  return { ...inherited, ...settings, XDG_CURRENT_DESKTOP: 'GNOME', NO_AT_BRIDGE: '1' };
}

/**
 * The sessions must end when the program does, when a step fails and when somebody interrupts, but only once.
 * @param {string} folder
 * @param {readonly string[]} rooms
 */
function endOnce(folder, rooms) {
  /** @type {Promise<void> | undefined} */
  let ended;
  const endAll = async () => {
    await Promise.all(rooms.map((room) => endProcessesWith(`XDG_RUNTIME_DIR=${join(room, 'run')}`)));
    removeFolder(folder);
  };
  const end = () => {
    ended ??= endAll();
    return ended;
  };
  const interrupted = () => void end().then(() => process.exit(130));
  for (const signal of signals) process.once(signal, interrupted);
  return async () => {
    await end();
    for (const signal of signals) process.off(signal, interrupted);
  };
}

/** @param {string} folder */
function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/**
 * Xvfb chooses a free display number itself and writes it to descriptor 3.
 * @param {NodeJS.ProcessEnv} env
 */
async function startScreen(env) {
  const child = start('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], env);
  const numbers = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
  const [number] = await Promise.race([once(numbers, 'data'), failureOf(child, 'Xvfb')]);
  return `:${String(number).trim()}`;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} socket
 */
async function startBus(env, socket) {
  const child = start(
    'dbus-daemon',
    ['--session', '--nofork', `--address=${env.DBUS_SESSION_BUS_ADDRESS}`],
    env,
  );
  await Promise.race([until(() => existsSync(socket), 'the session bus'), failureOf(child, 'dbus-daemon')]);
}

/**
 * The keyring unlocks itself with the password on its standard input and makes a new "login" keyring with it.
 * @param {NodeJS.ProcessEnv} env
 */
async function startKeyring(env) {
  const child = start('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], env);
  child.stdin?.end('test session');
  const ready = until(() => busNameTaken('org.freedesktop.secrets', env), 'the keyring');
  await Promise.race([ready, failureOf(child, 'gnome-keyring-daemon')]);
}

/**
 * Asks for the name without waking its owner: the bus would start a second, locked keyring.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 */
function busNameTaken(name, env) {
  const question = [
    '--dest=org.freedesktop.DBus',
    '/',
    'org.freedesktop.DBus.NameHasOwner',
    `string:${name}`,
  ];
  const { stdout } = spawnSync('dbus-send', ['--session', '--print-reply', ...question], {
    env,
    encoding: 'utf8',
  });
  return stdout?.includes('boolean true') ?? false;
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function start(program, args, env) {
  const [tied, tiedArgs] = tiedToParent(program, args);
  const child = spawn(tied, tiedArgs, { env, stdio: ['pipe', 'ignore', 'ignore', 'pipe'] });
  child.unref();
  return child;
}

/**
 * Has the kernel end the program when this process dies, even by SIGKILL, which leaves no time for anything else.
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {[string, readonly string[]]}
 */
function tiedToParent(program, args) {
  const canTie = spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true']).status === 0;
  return canTie ? ['setpriv', ['--pdeathsig', 'TERM', program, ...args]] : [program, args];
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} name
 * @returns {Promise<never>}
 */
async function failureOf(child, name) {
  const outcome = await Promise.race([
    once(child, 'exit'),
    once(child, 'error'),
    pause(startLimit, ['no answer'], { ref: false }),
  ]);
  throw new Error(`${name} did not start: ${outcome[0]}`);
}

/**
 * @param {() => boolean} isTrue
 * @param {string} what
 */
async function until(isTrue, what) {
  const deadline = Date.now() + startLimit;
  while (!isTrue()) {
    if (Date.now() > deadline)
      throw new Error(`${what} did not become ready in ${startLimit / 1000} seconds`);
    await pause(50);
  }
}

await runWhenMain(import.meta, async () => {
  const [program, ...args] = process.argv.slice(2);
  if (!program) throw new Error('Usage: node build/desktop-session.mjs PROGRAM [ARGUMENT ...]');
  return runInDesktopSession(program, args);
});
