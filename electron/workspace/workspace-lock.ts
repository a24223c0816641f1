import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'libsql';
import { type ErrorCode, fail, ok, type Result } from '../../shared/model/sync-error.ts';
import { errnoOf, writeError } from './file-error.ts';
import { type FileSystem, fileSystem } from './file-system.ts';
import { isLockHeld } from './is-lock-held.ts';
import { isSameFile } from './stat-fingerprint.ts';
import { STAGING_NAME } from './workspace-place.ts';

/** Held until it is released or the process ends, however it ends. */
export interface WorkspaceLock {
  release(): Promise<void>;
}

/** What a lock stands on; tests hand in a disk and a kernel of their own. */
export interface LockTools {
  readonly files: FileSystem;
  /** Asks the kernel for the file, which it makes if need be. */
  readonly lock: (file: string) => Opened;
}

/** Let go of by `close`, or by the end of the process. */
export type Opened =
  | { readonly held: { close(): void } }
  | { readonly fault: ErrorCode; readonly detail?: string };

interface LockFile {
  readonly tools: LockTools;
  readonly folder: string;
  readonly file: string;
}

/** Whoever only asks whether the lock is held (`isWorkspaceLocked`) holds a little of it for an instant. */
const ASKING_MS = 250;

/** Each try is lost only to another process's clean release in the same instant. */
const TRIES = 20;

const CANNOT_WRITE: readonly string[] = ['EROFS', 'EACCES', 'EPERM'];

function statNow({ files }: LockTools, file: string): BigIntStats | undefined {
  return files.lstatSync(file, { bigint: true, throwIfNoEntry: false });
}

/**
 * Makes what is missing. Only a new file is opened and closed: closing another would drop a lock this process
 * holds on it.
 */
function prepare({ tools: { files }, folder, file }: LockFile): void {
  try {
    files.mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST' || !files.lstatSync(folder).isDirectory()) throw error;
  }
  try {
    files.closeSync(files.openSync(file, 'wx'));
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  }
}

function faultOf(error: unknown): Opened {
  if (!(error instanceof Error)) throw error;
  const isBusy = 'code' in error && error.code === 'SQLITE_BUSY';
  return isBusy ? { fault: 'busy' } : { fault: 'write-failed', detail: error.message };
}

/**
 * SQLite asks the kernel for the lock, so it ends with the process: nothing stale is left even after a kill.
 */
function lockDatabase(file: string): Opened {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { timeout: ASKING_MS });
    // No journal file beside it: nothing is ever written.
    database.exec('PRAGMA journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
    return { held: database };
  } catch (error) {
    database?.close();
    return faultOf(error);
  }
}

function removeQuietly(remove: () => void): boolean {
  try {
    remove();
    return true;
  } catch (error) {
    errnoOf(error);
    return false;
  }
}

/**
 * Removed while it is still held, so that nobody can hold the name in between. Windows does not remove open
 * files.
 */
function createLock({ tools: { files }, folder, file }: LockFile, held: { close(): void }): WorkspaceLock {
  let released = false;
  return {
    async release() {
      if (released) return;
      released = true;
      const removed = removeQuietly(() => files.unlinkSync(file));
      held.close();
      if (!removed) removeQuietly(() => files.unlinkSync(file));
      removeQuietly(() => files.rmdirSync(folder));
    },
  };
}

/**
 * Undefined: the file was removed by its last holder between our opening and locking it, so what we hold is
 * nameless.
 */
function tryAcquire(lockFile: LockFile): Result<WorkspaceLock> | undefined {
  prepare(lockFile);
  const before = statNow(lockFile.tools, lockFile.file);
  if (before === undefined) return undefined;
  if (!before.isFile()) return fail('write-failed', `${lockFile.file}: not an ordinary file`);
  const opened = lockFile.tools.lock(lockFile.file);
  const after = statNow(lockFile.tools, lockFile.file);
  if (after && isSameFile(before, after) && before.birthtimeNs === after.birthtimeNs) {
    return 'held' in opened ? ok(createLock(lockFile, opened.held)) : fail(opened.fault, opened.detail);
  }
  if ('held' in opened) opened.held.close();
  return undefined;
}

function acquire(lockFile: LockFile): Result<WorkspaceLock> {
  for (let left = TRIES; left > 0; left -= 1) {
    try {
      const result = tryAcquire(lockFile);
      if (result !== undefined) return result;
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw error;
    }
  }
  return fail('busy');
}

/**
 * For a folder that cannot be written to: users of different accounts do not see each other there, and
 * neither can write.
 */
function elsewhere(tools: LockTools, root: string): LockFile {
  const folder = join(tmpdir(), `openclaw-sync-${process.getuid?.() ?? 'user'}`);
  const name = createHash('sha256').update(tools.files.realpathSync.native(root)).digest('hex');
  return { tools, folder, file: join(folder, `${name}.lock`) };
}

function inside(tools: LockTools, root: string): LockFile {
  const folder = join(root, STAGING_NAME);
  return { tools, folder, file: join(folder, 'lock') };
}

function acquireFor(tools: LockTools, root: string): Result<WorkspaceLock> {
  try {
    return acquire(inside(tools, root));
  } catch (error) {
    if (!CANNOT_WRITE.includes(errnoOf(error))) throw error;
    return acquire(elsewhere(tools, root));
  }
}

/**
 * One at a time works on a workspace, whatever state folder it uses. Errors: busy; workspace-missing;
 * write-failed. The file is in the workspace's own folder for staged files, and gone after a clean release.
 */
export async function acquireWorkspaceLock(
  workspace: string,
  tools: LockTools = { files: fileSystem, lock: lockDatabase },
): Promise<Result<WorkspaceLock>> {
  const root = resolve(workspace);
  if (statNow(tools, root)?.isDirectory() !== true) return fail('workspace-missing', root);
  try {
    return acquireFor(tools, root);
  } catch (error) {
    return { ok: false, error: writeError(root, error) };
  }
}

/** True when a process is at work on this folder. Takes nothing and leaves nothing behind. */
export function isWorkspaceLocked(workspace: string): boolean {
  const tools = { files: fileSystem, lock: lockDatabase };
  const root = resolve(workspace);
  if (statNow(tools, root)?.isDirectory() !== true) return false;
  return [inside, elsewhere].some((place) => {
    const { file } = place(tools, root);
    return statNow(tools, file)?.isFile() === true && isLockHeld(file);
  });
}
