import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import electronLog from 'electron-log/node.js';
import type { Log } from '../sync/ports.ts';
import { type LogLevel, logLine } from './log-line.ts';
import { makePrivateFolder } from './private-files.ts';

export interface LogOptions {
  /** Where the files go; null writes none. */
  readonly folder: string | null;
  /** The file's name without `.log`: each kind of process has its own, because they rotate by themselves. */
  readonly name: string;
  readonly level: LogLevel;
  /** What must never be written, asked for with every line. */
  secrets(): readonly string[];
  /** Also receives every line, for the command line's stderr. */
  readonly console?: (line: string) => void;
}

const LEVELS: readonly LogLevel[] = ['error', 'warn', 'info', 'debug'];
const FILES = 5;
const FILE_BYTES = 1024 * 1024;

/** The level that `OPENCLAW_SYNC_LOG` asks for; `info` when it asks for none that exists. */
export function logLevelFrom(env: Readonly<Record<string, string | undefined>>): LogLevel {
  const asked = env.OPENCLAW_SYNC_LOG?.trim().toLowerCase();
  return LEVELS.find((level) => level === asked) ?? 'info';
}

/** The log: 5 files of 1 MB, only allowed fields, no secrets. A log that cannot be written stops nothing. */
export function createLog(options: LogOptions): Log {
  const writeToFile = options.folder === null ? () => undefined : fileWriter(options.folder, options.name);
  const loudest = LEVELS.indexOf(options.level);
  return {
    write(level, event, fields = {}) {
      if (LEVELS.indexOf(level) <= loudest) {
        const line = logLine({ time: new Date(), level, event, fields }, options.secrets());
        writeToFile(line);
        options.console?.(line);
      }
    },
  };
}

function fileWriter(folder: string, name: string): (line: string) => void {
  const file = join(folder, `${name}.log`);
  const logger = electronLog.create({ logId: file });
  // The library's own consoles would speak on stdout, where a command's JSON goes, and of a full disk with every line.
  for (const { transports } of [electronLog, logger]) {
    Object.assign(transports.console, { level: false, writeFn: () => undefined });
  }
  Object.assign(logger.transports.file, {
    resolvePathFn: () => file,
    maxSize: FILE_BYTES,
    archiveLogFn: () => rotate(folder, name),
    transforms: [({ data }: { data: readonly unknown[] }) => String(data[0])],
    writeOptions: { flag: 'a', mode: 0o600, encoding: 'utf8' },
  });
  attempt(() => makePrivateFolder(folder));
  return (line) => attempt(() => logger.info(line));
}

/** `name.log` becomes `name.1.log`, that `name.2.log` and so on; the last one goes. */
function rotate(folder: string, name: string): void {
  const files = Array.from({ length: FILES }, (_, n) =>
    join(folder, n === 0 ? `${name}.log` : `${name}.${n}.log`),
  );
  rmSync(files.at(-1) ?? '', { force: true });
  for (const [at, file] of [...files.entries()].reverse()) {
    const older = files[at + 1];
    if (older !== undefined && existsSync(file)) {
      renameSync(file, older);
    }
  }
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Nobody is left to tell; the next line tries again.
  }
}
