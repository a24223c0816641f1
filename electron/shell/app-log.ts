import { join } from 'node:path';
import electronLog from 'electron-log/node.js';

/** Writes a line; a cause adds its stack. Never give it a payload: it may hold the token or a document. */
export type AppLog = (message: string, cause?: unknown) => void;

const LARGEST_FILE = 5 * 1024 * 1024;

/** The shell's log file; at its limit one older file is kept beside it. */
export function appLog(stateDir: string): AppLog {
  const log = electronLog.create({ logId: 'shell' });
  log.transports.file.resolvePathFn = () => join(stateDir, 'logs', 'shell.log');
  log.transports.file.maxSize = LARGEST_FILE;
  log.transports.console.level = false;
  return (message, cause) => (cause === undefined ? log.info(message) : log.error(message, stackOf(cause)));
}

function stackOf(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
