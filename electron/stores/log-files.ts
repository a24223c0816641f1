import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import electronLog from 'electron-log/node.js';
import type { LogFiles } from './log-file.ts';
import { makePrivateFolder } from './private-files.ts';

const FILES = 5;
const FILE_BYTES = 1024 * 1024;

/** Appends lines to `<name>.<kind>`, at most 5 files of 1 MB, for the owner only. A file that cannot be written stops nothing. */
function logWriter(folder: string, name: string, kind: 'log' | 'jsonl'): (line: string) => void {
  const file = join(folder, `${name}.${kind}`);
  const logger = electronLog.create({ logId: file });
  // The library's own consoles would speak on stdout, where a command's JSON goes, and of a full disk with every line.
  for (const { transports } of [electronLog, logger]) {
    Object.assign(transports.console, { level: false, writeFn: () => undefined });
  }
  Object.assign(logger.transports.file, {
    resolvePathFn: () => file,
    maxSize: FILE_BYTES,
    archiveLogFn: () => rotate(folder, name, kind),
    transforms: [({ data }: { data: readonly unknown[] }) => String(data[0])],
    writeOptions: { flag: 'a', mode: 0o600, encoding: 'utf8' },
  });
  attempt(() => makePrivateFolder(folder));
  return (line) => attempt(() => logger.info(line));
}

/** A log's two files. Each kind of process has a name of its own, because they rotate by themselves. */
export function logFiles(folder: string, name: string): LogFiles {
  return { log: logWriter(folder, name, 'log'), jsonl: logWriter(folder, name, 'jsonl') };
}

/** `name.log` becomes `name.1.log`, that `name.2.log` and so on; the last one goes. */
function rotate(folder: string, name: string, kind: string): void {
  const files = Array.from({ length: FILES }, (_, n) =>
    join(folder, n === 0 ? `${name}.${kind}` : `${name}.${n}.${kind}`),
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
