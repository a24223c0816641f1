import { statfsSync } from 'node:fs';
import type { DoctorLook, DoctorScene } from './check.ts';
import { type Finding, found } from './finding.ts';
import { mayWrite } from './may-write.ts';
import { standing } from './standing.ts';

const MIB = 1024 * 1024;
/** Every change is written beside the old text first, and history keeps both. */
const AMBER_MIB = 500;
const RED_MIB = 50;

/** How much room there is, for a folder that may not be made yet. */
function roomIn(folder: string): Finding {
  const { bavail, bsize } = statfsSync(standing(folder));
  const freeMiB = Math.floor((bavail * bsize) / MIB);
  if (freeMiB < RED_MIB) return found.error({ code: 'disk-full', detail: `${freeMiB} MB are free` });
  return freeMiB < AMBER_MIB ? found.warning('disk-low', { freeMiB }) : found.ok('disk-ok', { freeMiB });
}

/** Room where the items are. */
export const folderDiskLook: DoctorLook = {
  id: 'folder-disk',
  needs: ['folder'],
  look: (_scene, { subject }) => roomIn(subject.connection.workspace),
};

/** Where base, history and settings lie can be written. */
export const stateFolderLook: DoctorLook = {
  id: 'state-folder',
  needs: [],
  look: ({ stateDir }: DoctorScene) =>
    mayWrite(standing(stateDir))
      ? found.ok('state-ok', { folder: stateDir })
      : found.error({ code: 'state-unusable', detail: stateDir }),
};

/** Room where base and history lie. */
export const stateDiskLook: DoctorLook = {
  id: 'state-disk',
  needs: [],
  look: ({ stateDir }) => roomIn(stateDir),
};
