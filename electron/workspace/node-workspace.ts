import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Listing, Workspace } from '../sync/ports.ts';
import { causeOf } from './file-error.ts';
import { type FileSystem, fileSystem } from './file-system.ts';
import { identifyWorkspace } from './identify-workspace.ts';
import { listWorkspace } from './list-workspace.ts';
import { readText } from './read-text.ts';
import { type Recovery, recoverStaging } from './recover-staging.ts';
import { createSharedFlush } from './shared-flush.ts';
import { createShownPlace } from './shown-place.ts';
import { createStagingFolder, type StagingFolder } from './staging-folder.ts';
import { createTimeSlice } from './time-slice.ts';
import { waitingItems } from './waiting-items.ts';
import { STAGING_NAME, type WorkspacePlace } from './workspace-place.ts';
import { writeText } from './write-text.ts';

export interface NodeWorkspaceOptions {
  readonly root: string;
  /** For tests: a file system with faults, another operating system, another time, and no chance. */
  readonly files?: FileSystem;
  readonly platform?: NodeJS.Platform;
  readonly now?: () => number;
  readonly pause?: WorkspacePlace['pause'];
  readonly newId?: WorkspacePlace['newId'];
}

/** A workspace in a real folder. */
export interface NodeWorkspace extends Workspace {
  /** Sets right what a killed run left; call it under the workspace's lock and before the first listing. */
  recover(): Promise<Recovery>;
}

/** Most files fit: a larger one gets memory of its own. */
const SCRATCH_BYTES = 64 * 1024;

function placeOf(options: NodeWorkspaceOptions): WorkspacePlace {
  const { files = fileSystem, platform = process.platform } = options;
  const root = resolve(options.root);
  return {
    files,
    root,
    stagingName: STAGING_NAME,
    platform,
    isShownAt: createShownPlace(files, root, platform),
    scratch: Buffer.allocUnsafeSlow(SCRATCH_BYTES),
    now: options.now ?? Date.now,
    slice: createTimeSlice(),
    pause: options.pause ?? delay,
    newId: options.newId ?? (() => randomBytes(8).toString('hex')),
    sharedFlush: createSharedFlush(),
    freshFolders: new Set(),
  };
}

/** A folder of ours that cannot be looked into may hold what seems to be deleted. */
async function listAll(
  place: WorkspacePlace,
  staging: StagingFolder,
  places: readonly string[] | undefined,
): Promise<Result<Listing>> {
  const listed = await listWorkspace(place, places);
  if (!listed.ok) return listed;
  try {
    const waiting = waitingItems(place, staging);
    return waiting.length === 0
      ? listed
      : ok({ ...listed.value, refused: [...listed.value.refused, ...waiting] });
  } catch (error) {
    return fail('workspace-unreadable', `${staging.absolute}: ${causeOf(error)}`);
  }
}

/** The folder at `root`, which need not exist yet: every call looks anew. */
export function createNodeWorkspace(options: NodeWorkspaceOptions): NodeWorkspace {
  const place = placeOf(options);
  const staging = createStagingFolder(place);
  return {
    identify: () => Promise.resolve(identifyWorkspace(place.files, place.root)),
    list: (places) => listAll(place, staging, places),
    async read(path) {
      await place.slice();
      return readText(place, path);
    },
    write: (path, text, expected) => writeText(place, staging, { path, text, expected }),
    recover: () => recoverStaging(place, staging),
  };
}
