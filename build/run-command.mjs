import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const forwardedSignals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a program in the foreground and answers its exit code; one ended by a signal counts as 128 + the signal's number.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export async function runCommand(program, args, options = {}) {
  const child = spawn(program, args, { stdio: 'inherit', ...options });
  const stopForwarding = forwardSignals(child);
  try {
    return await exitOf(child);
  } finally {
    stopForwarding();
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
export function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/**
 * Ctrl-C reaches the whole process group by itself; a signal sent to this process alone must not orphan its child.
 * @param {import('node:child_process').ChildProcess} child
 */
function forwardSignals(child) {
  const handlers = forwardedSignals.map((signal) => {
    const handler = () => void child.kill(signal);
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  return () => {
    for (const remove of handlers) remove();
  };
}
