import { dirname } from 'node:path';
import type { ItemPath } from '../../shared/model/item.ts';
import { contentId } from './content-id.ts';
import { syncFolder } from './durable-file.ts';
import { errnoOf } from './file-error.ts';
import { folderChain, foldersAbove } from './folder-chain.ts';
import { makeFolders } from './make-folders.ts';
import { placeSafely } from './place-exclusively.ts';
import { putBack } from './put-back.ts';
import { readText } from './read-text.ts';
import { holds, readStaged } from './staged-content.ts';
import { readNote, stagedIds } from './staged-writes.ts';
import { removeFile, type StagedFiles, type StagingFolder, type StagingNote } from './staging-folder.ts';
import { isSameFile } from './stat-fingerprint.ts';
import type { WorkspacePlace } from './workspace-place.ts';

/** A text that a dead run had in hand while another took its place. */
export interface KeptText {
  readonly path: ItemPath;
  readonly text: string;
  /**
   * Removes our copy: call it once the text is durably in history. Until then every `recover` tells of it
   * again.
   */
  forget(): void;
}

/** What a run that was killed had left behind. */
export interface Recovery {
  readonly restored: readonly ItemPath[];
  readonly kept: readonly KeptText[];
  /** Files of ours that could not be settled now; they stay, and the next `recover` tries again. */
  readonly unsettled: readonly string[];
}

interface Found {
  readonly restored: ItemPath[];
  readonly kept: KeptText[];
  readonly unsettled: string[];
}

function stats(place: WorkspacePlace, absolute: string) {
  return place.files.lstatSync(absolute, { bigint: true, throwIfNoEntry: false });
}

/** True once the file has its name back: killed between moving it aside and creating the new one. */
async function restore(place: WorkspacePlace, path: ItemPath, file: string): Promise<boolean> {
  const folders = foldersAbove(path);
  if (folderChain(place.files, place.root, folders).state === 'barred') return false;
  makeFolders(place, path);
  if (folderChain(place.files, place.root, folders).state !== 'real') return false;
  return placeSafely(place, file, `${place.root}/${path}`);
}

/** True when nothing of this file would be lost without it. */
function isNeedless(place: WorkspacePlace, note: StagingNote, file: string): boolean {
  const [ours, target] = [stats(place, file), stats(place, `${place.root}/${note.path}`)];
  if (ours !== undefined && target !== undefined && isSameFile(ours, target)) return true;
  return holds(place, file, note.expected) || holds(place, file, note.replacement);
}

async function isStillOurs(place: WorkspacePlace, note: StagingNote): Promise<boolean> {
  const standing = await readText(place, note.path);
  return standing.state === 'present' && contentId(standing.text) === note.replacement;
}

/**
 * Something else has the name by now: what nobody knows yet goes back over our own text, or is handed to the
 * caller.
 */
async function settleOne(
  place: WorkspacePlace,
  staging: StagingFolder,
  staged: StagedFiles,
  note: StagingNote,
  file: string,
  found: Found,
): Promise<void> {
  const target = `${place.root}/${note.path}`;
  if (stats(place, target) === undefined && (await restore(place, note.path, file)))
    return void found.restored.push(note.path);
  if (isNeedless(place, note, file)) return removeFile(place, file);
  if (
    file === staged.aside &&
    (await isStillOurs(place, note)) &&
    (await putBack(place, { ...note, staged, target }))
  ) {
    return void found.restored.push(note.path);
  }
  const text = readStaged(place, file);
  if (typeof text !== 'string') return void found.unsettled.push(file);
  const forget = () => {
    removeFile(place, file);
    staging.leave(staged);
  };
  found.kept.push({ path: note.path, text, forget });
}

async function settleWrite(
  place: WorkspacePlace,
  staging: StagingFolder,
  staged: StagedFiles,
  found: Found,
): Promise<void> {
  // Where the exchange got no further, it is a second name of what stands there, which nobody reads.
  removeFile(place, staged.fresh);
  const left = [staged.aside, staged.withdrawn].filter((file) => stats(place, file) !== undefined);
  const note = left.length === 0 ? undefined : readNote(place, staged);
  if (note === undefined) return void found.unsettled.push(...left);
  const parent = dirname(`${place.root}/${note.path}`);
  const flush = async () => void (stats(place, parent) && (await syncFolder(place, parent)));
  // What took the old file's place may be on the disk by its text only.
  await flush();
  for (const file of left) await settleOne(place, staging, staged, note, file, found);
  await flush();
}

async function settleId(
  place: WorkspacePlace,
  staging: StagingFolder,
  id: string,
  found: Found,
): Promise<void> {
  const staged = staging.filesOf(id);
  try {
    await settleWrite(place, staging, staged, found);
    staging.leave(staged);
  } catch (error) {
    errnoOf(error);
    found.unsettled.push(staged.note);
  }
}

/**
 * Sets right what a killed run left in the folder of ours: to be called while holding the workspace's lock
 * and before anything is listed. Afterwards every item is complete, old or new, and no text is lost.
 */
export async function recoverStaging(place: WorkspacePlace, staging: StagingFolder): Promise<Recovery> {
  const found: Found = { restored: [], kept: [], unsettled: [] };
  for (const id of stagedIds(place, staging)) await settleId(place, staging, id, found);
  staging.removeIfEmpty();
  return found;
}
