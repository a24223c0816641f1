import { spawnSync } from 'node:child_process';

/**
 * Runs a program of the system and answers what it printed; a failure is an error with its own words.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 * @returns {string}
 */
export function runTool(program, args, options = {}) {
  const done = spawnSync(program, args, { maxBuffer: 64 * 1024 ** 2, ...options, encoding: 'utf8' });
  if (done.error) throw new Error(`${program} could not be started: ${done.error.message}`);
  if (done.status !== 0) {
    const said = `${done.stderr ?? ''}${done.stdout ?? ''}`.trim();
    throw new Error(`${program} ended with exit code ${done.status}: ${said}`);
  }
  return String(done.stdout ?? '');
}
