import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const patience = 3_000;

/**
 * Ends every process that carries this setting in its environment: whatever a session has started, however deep, and
 * nothing else. First politely, then for good.
 * @param {string} setting as NAME=value, with a value that only this session has
 */
export async function endProcessesWith(setting) {
  signalAll(processesWith(setting), 'SIGTERM');
  const deadline = Date.now() + patience;
  while (processesWith(setting).length > 0 && Date.now() < deadline) await pause(50);
  signalAll(processesWith(setting), 'SIGKILL');
}

/**
 * @param {string} setting
 * @returns {number[]}
 */
export function processesWith(setting) {
  const numbers = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return numbers.filter((pid) => pid !== process.pid && environmentOf(pid).includes(setting));
}

/**
 * A process may end while we look, and other users' processes are none of our business.
 * @param {number} pid
 */
function environmentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/**
 * @param {readonly number[]} pids
 * @param {NodeJS.Signals} signal
 */
function signalAll(pids, signal) {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended by itself in the meantime.
    }
  }
}
