import type { BigIntStats } from 'node:fs';
import { dirname } from 'node:path';
import type { ItemPath } from '../../shared/model/item.ts';
import { type ErrorCode, fail } from '../../shared/model/sync-error.ts';
import type { ContentId, LocalText, WriteOutcome } from '../sync/ports.ts';
import { contentId } from './content-id.ts';
import { type FileRights, syncFile, syncFolder, writeDurably } from './durable-file.ts';
import { exchangeFile, type StagedWrite } from './exchange-file.ts';
import { writeError } from './file-error.ts';
import { MAX_FILE_BYTES } from './file-fault.ts';
import { type FolderChain, folderChain, foldersAbove } from './folder-chain.ts';
import { makeFolders, removeFolders } from './make-folders.ts';
import { putBack } from './put-back.ts';
import { readText } from './read-text.ts';
import { safePath } from './safe-path.ts';
import { holds } from './staged-content.ts';
import { removeFile, type StagedFiles, type StagingFolder } from './staging-folder.ts';
import { isSameFile, statFingerprint } from './stat-fingerprint.ts';
import type { WorkspacePlace } from './workspace-place.ts';

/** One wanted write, as the port has it. */
export interface WriteRequest {
  readonly path: ItemPath;
  readonly text: string;
  readonly expected: ContentId | null;
}

const CHANGED: WriteOutcome = { state: 'changed' };

function failed(path: ItemPath, reason: string, code: ErrorCode = 'write-failed'): WriteOutcome {
  return { state: 'failed', error: fail(code, `${path}: ${reason}`).error };
}

/** Longer ones can be written, but most programs on Windows could not open them. */
const MAX_WINDOWS_PATH = 240;

/** What could not be read back, or could not be a name elsewhere, is not written in the first place. */
function requestFault({ root, platform }: WorkspacePlace, { path, text }: WriteRequest): string | undefined {
  const admission = safePath.admitLocal(path);
  if ('refused' in admission) return admission.refused;
  if (platform === 'win32' && `${root}/${path}`.length > MAX_WINDOWS_PATH) return 'the path is too long here';
  if (/[\0\p{Surrogate}]/u.test(text)) return 'not text';
  return Buffer.byteLength(text) > MAX_FILE_BYTES ? 'larger than 5 MiB' : undefined;
}

function chainFault(chain: FolderChain): string | undefined {
  if (chain.state === 'real') return undefined;
  return chain.state === 'barred' ? chain.reason : 'a file stands where a folder is needed';
}

function isSameChain(before: FolderChain, now: FolderChain): boolean {
  return before.state === 'real' && now.state === 'real' && before.identity === now.identity;
}

/** The folders above it were just seen to be real ones; what comes in their place is noticed when the file is placed. */
function isFree(place: WorkspacePlace, path: ItemPath): boolean {
  return place.files.lstatSync(`${place.root}/${path}`, { throwIfNoEntry: false }) === undefined;
}

function isExpected(standing: LocalText, expected: ContentId): boolean {
  return standing.state === 'present' && contentId(standing.text) === expected;
}

/**
 * A person who made a file read-only meant it; the rights of the folder would let us replace it all the same.
 */
function readRights(place: WorkspacePlace, target: string): FileRights | 'read-only' {
  const { mode, uid, gid } = place.files.lstatSync(target);
  if ((mode & 0o222) === 0) return 'read-only';
  place.files.accessSync(target, place.files.constants.W_OK);
  return { mode: mode & 0o777, uid, gid };
}

function throwFirst(results: readonly PromiseSettledResult<unknown>[]): void {
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

async function stage(
  place: WorkspacePlace,
  staging: StagingFolder,
  staged: StagedFiles,
  request: WriteRequest,
): Promise<BigIntStats | 'read-only'> {
  const { path, text, expected } = request;
  if (expected === null) return writeDurably(place, staged.fresh, text);
  const rights = readRights(place, `${place.root}/${path}`);
  if (rights === 'read-only') return rights;
  const note = JSON.stringify({ path, expected, replacement: contentId(text) });
  const writing = writeDurably(place, staged.fresh, text, rights);
  // A save that only a cache holds is torn by a power cut: moved aside, it would look like an edit that nobody knows.
  const flushing = syncFile(place, `${place.root}/${path}`);
  // All have ended, well or not, before anything is cleared away: a late one would leave its file behind.
  await Promise.allSettled([writing, flushing, writeDurably(place, staged.note, note)]).then(throwFirst);
  // The note must be found after a power cut that comes right after the old file was moved aside.
  await staging.sync();
  return writing;
}

/** A folder became another one while we wrote: what is still ours is taken out of it, the old file waits for `recover`. */
function retract(place: WorkspacePlace, write: StagedWrite, ours: BigIntStats): WriteOutcome {
  const there = place.files.lstatSync(write.target, { bigint: true, throwIfNoEntry: false });
  const isOurs = there !== undefined && isSameFile(there, ours);
  if (isOurs && holds(place, write.target, write.replacement)) removeFile(place, write.target);
  return failed(write.path, 'its folder was exchanged for another while it was written');
}

/** Once flushed, the last look at what was replaced: an edit that no scan saw gets its place back. */
async function settle(place: WorkspacePlace, write: StagedWrite): Promise<boolean> {
  const { aside } = write.staged;
  if (write.expected === null) return true;
  if (place.files.lstatSync(aside, { throwIfNoEntry: false }) === undefined) return true;
  const known = holds(place, aside, write.expected);
  if (known) removeFile(place, aside);
  else await putBack(place, write);
  return known;
}

async function syncFolders(place: WorkspacePlace, folders: ReadonlySet<string>): Promise<void> {
  // Each has ended before the write answers, as with what is staged.
  await Promise.allSettled([...folders].map((folder) => syncFolder(place, folder))).then(throwFirst);
}

/** Where names must be flushed: the file's own, and those of folders above it that a write has made just now, this one or another. */
function touchedFolders(
  place: WorkspacePlace,
  staging: StagingFolder,
  path: ItemPath,
  made: readonly string[],
): ReadonlySet<string> {
  const fresh = foldersAbove(path).filter(
    (folder) => made.includes(folder) || place.freshFolders.has(folder),
  );
  const named = [path, ...fresh].map((name) => dirname(`${place.root}/${name}`));
  return new Set([...named, staging.absolute]);
}

async function exchange(
  place: WorkspacePlace,
  write: StagedWrite,
  ours: BigIntStats,
  touched: ReadonlySet<string>,
): Promise<WriteOutcome> {
  const folders = foldersAbove(write.path);
  const before = folderChain(place.files, place.root, folders);
  const fault = chainFault(before);
  if (fault !== undefined) return failed(write.path, fault);
  const isMoved = () => !isSameChain(before, folderChain(place.files, place.root, folders));
  const placed = await exchangeFile(place, write);
  if (isMoved()) return retract(place, write, ours);
  await syncFolders(place, touched);
  // A flush takes its time: what is put back must not go through a link that came meanwhile.
  if (isMoved()) return retract(place, write, ours);
  if (!placed || (await settle(place, write))) {
    // Never equal to a later stat: an edit within the same tick of the clock could hide behind the true one.
    return placed ? { state: 'written', fingerprint: `${statFingerprint(ours)}:written` } : CHANGED;
  }
  await syncFolders(place, touched);
  return CHANGED;
}

async function stageAndExchange(
  place: WorkspacePlace,
  staging: StagingFolder,
  request: WriteRequest,
  made: readonly string[],
): Promise<WriteOutcome> {
  const { path, text, expected } = request;
  const target = `${place.root}/${path}`;
  const staged = staging.enter();
  try {
    const ours = await stage(place, staging, staged, request);
    if (ours === 'read-only') return failed(path, 'the file is read-only');
    const write = { path, target, expected, replacement: contentId(text), staged };
    return await exchange(place, write, ours, touchedFolders(place, staging, path, made));
  } finally {
    staging.leave(staged);
  }
}

async function writeIntoFolders(
  place: WorkspacePlace,
  staging: StagingFolder,
  request: WriteRequest,
  chain: FolderChain,
): Promise<WriteOutcome> {
  const made = chain.state === 'real' ? [] : makeFolders(place, request.path);
  let written = false;
  try {
    const outcome = await stageAndExchange(place, staging, request, made);
    written = outcome.state === 'written';
    if (written) for (const folder of made) place.freshFolders.delete(folder);
    return outcome;
  } finally {
    if (!written) removeFolders(place, made);
  }
}

async function write(
  place: WorkspacePlace,
  staging: StagingFolder,
  request: WriteRequest,
): Promise<WriteOutcome> {
  const chain = folderChain(place.files, place.root, foldersAbove(request.path));
  if (chain.state === 'barred') return failed(request.path, chain.reason, chain.code);
  const { path, expected } = request;
  // A new file is not read: whatever has its name is another one.
  const isAsExpected =
    expected === null ? isFree(place, path) : isExpected(await readText(place, path), expected);
  return isAsExpected ? writeIntoFolders(place, staging, request, chain) : CHANGED;
}

/**
 * One durable write in the order of `design.md` step 4. Killed at any moment, the file is complete, old or
 * new, once `recover` has run. Not kept: extended attributes and access lists of the replaced file. Not seen:
 * what a program writes through a file it opened before the exchange, after our last look at it.
 */
export async function writeText(
  place: WorkspacePlace,
  staging: StagingFolder,
  request: WriteRequest,
): Promise<WriteOutcome> {
  const fault = requestFault(place, request);
  if (fault !== undefined) return failed(request.path, fault);
  try {
    return await write(place, staging, request);
  } catch (error) {
    return { state: 'failed', error: writeError(request.path, error) };
  }
}
