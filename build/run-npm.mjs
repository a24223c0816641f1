import { projectRoot } from './project-paths.mjs';
import { runCommand } from './run-command.mjs';

/**
 * Runs npm, the same one that started us where there is one. What it says goes to stderr.
 * @param {readonly string[]} args
 * @param {string} [cwd]
 * @returns {Promise<number>}
 */
export function runNpm(args, cwd = projectRoot) {
  /** @type {import('node:child_process').SpawnOptions} */
  const options = { cwd, stdio: ['ignore', 2, 2] };
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return runCommand(process.execPath, [script, ...args], options);
  const onWindows = process.platform === 'win32';
  return runCommand(onWindows ? 'npm.cmd' : 'npm', args, { ...options, shell: onWindows });
}
