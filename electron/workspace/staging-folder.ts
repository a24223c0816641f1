import type { ContentId } from '../sync/ports.ts';
import { syncFolder } from './durable-file.ts';
import { errnoOf } from './file-error.ts';
import type { WorkspacePlace } from './workspace-place.ts';

/** The files of one write, all directly in the folder of ours. */
export interface StagedFiles {
  readonly id: string;
  /** The new text, flushed. */
  readonly fresh: string;
  /** The old file, moved or linked here while its place is taken. */
  readonly aside: string;
  /** Our own new file, when it has to make room for the old one again. */
  readonly withdrawn: string;
  /** Says where the others belong, should this process die. */
  readonly note: string;
}

/** What a note says. */
export interface StagingNote {
  readonly path: string;
  readonly expected: ContentId;
  readonly replacement: ContentId;
}

export interface StagingFolder {
  readonly absolute: string;
  /** Makes the folder if need be. */
  enter(): StagedFiles;
  /** What is in the folder can be found after a power cut: its names, and its own name in the workspace. */
  sync(): Promise<void>;
  /**
   * Removes what is no longer needed: an old file that could not be settled stays for `recover`, with its
   * note.
   */
  leave(staged: StagedFiles): void;
  filesOf(id: string): StagedFiles;
  /** True while a write of this process uses these files. */
  isInUse(id: string): boolean;
  removeIfEmpty(): void;
}

const STAGED_NAME = /^([0-9a-f]{16})\.(?:new|old|back|note)$/;

/** The id in a name of ours, or undefined: anything else in that folder is left alone. */
export function stagedId(name: string): string | undefined {
  return STAGED_NAME.exec(name)?.[1];
}

/** Removes one file; one that is not there is as good as removed. */
export function removeFile(place: WorkspacePlace, absolute: string): void {
  try {
    place.files.unlinkSync(absolute);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}

/** True when it was not there. */
function makeFolder(place: WorkspacePlace, absolute: string): boolean {
  if (place.files.lstatSync(absolute, { throwIfNoEntry: false })?.isDirectory()) return false;
  try {
    place.files.mkdirSync(absolute, { mode: 0o700 });
    return true;
  } catch (error) {
    // A link in its place would take our files, and the person's, somewhere else.
    if (errnoOf(error) !== 'EEXIST' || !place.files.lstatSync(absolute).isDirectory()) throw error;
    return false;
  }
}

/**
 * Not empty is normal: another write, the lock, or an old file that waits for `recover`. An empty folder that stays,
 * whatever the disk said, is no reason for anything to fail.
 */
function removeFolder(place: WorkspacePlace, absolute: string): void {
  try {
    place.files.rmdirSync(absolute);
  } catch (error) {
    errnoOf(error);
  }
}

/**
 * The folder of ours in one workspace, there only while it is needed. Everything is synchronous: no write can
 * come in between.
 */
export function createStagingFolder(place: WorkspacePlace): StagingFolder {
  const absolute = `${place.root}/${place.stagingName}`;
  const inUse = new Set<string>();
  const exists = (file: string) => place.files.lstatSync(file, { throwIfNoEntry: false }) !== undefined;

  const hasOldFile = ({ aside, withdrawn }: StagedFiles) => exists(aside) || exists(withdrawn);

  function filesOf(id: string): StagedFiles {
    const name = (kind: string) => `${absolute}/${id}.${kind}`;
    return { id, fresh: name('new'), aside: name('old'), withdrawn: name('back'), note: name('note') };
  }

  // Whoever made it, the lock included, may not have flushed its name.
  let isNameDurable = false;

  async function sync(): Promise<void> {
    if (!isNameDurable) await syncFolder(place, place.root);
    isNameDurable = true;
    await syncFolder(place, absolute);
  }

  function enter(): StagedFiles {
    if (makeFolder(place, absolute)) isNameDurable = false;
    const staged = filesOf(place.newId());
    inUse.add(staged.id);
    return staged;
  }

  function removeIfEmpty(): void {
    if (inUse.size === 0) removeFolder(place, absolute);
  }

  function leave(staged: StagedFiles): void {
    try {
      // Most are gone by now, and an error costs more than a look.
      for (const file of [staged.fresh, staged.note])
        if (exists(file) && (file === staged.fresh || !hasOldFile(staged))) removeFile(place, file);
    } finally {
      // What stays is nobody's work any more: the next listing must name it.
      inUse.delete(staged.id);
      removeIfEmpty();
    }
  }

  return { absolute, enter, sync, leave, filesOf, isInUse: (id) => inUse.has(id), removeIfEmpty };
}
