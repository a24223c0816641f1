import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { createNodeWorkspace } from '../workspace/node-workspace.ts';
import { type DoctorCheck, doctorCheck } from './doctor-check.ts';

/** Every change is written beside the old text first, and history keeps both. */
const LITTLE_BYTES = 100 * 1024 * 1024;
const NOTHING_BYTES = 5 * 1024 * 1024;
const MIB = 1024 * 1024;

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The folder itself, or the nearest one above it that exists. */
function standing(folder: string): string {
  const above = dirname(folder);
  return existsSync(folder) || above === folder ? folder : standing(above);
}

async function folderCheck(workspace: string): Promise<DoctorCheck> {
  const name = 'Folder';
  const node = createNodeWorkspace({ root: workspace });
  const found = await node.identify();
  if (!found.ok) return doctorCheck.fail(name, found.error);
  const list = await node.list();
  if (!list.ok) return doctorCheck.fail(name, list.error);
  return isWritable(workspace)
    ? doctorCheck.ok(name, `${workspace} can be read and written.`)
    : doctorCheck.fail(name, { code: 'write-failed', detail: workspace });
}

function stateCheck(stateDir: string): DoctorCheck {
  return isWritable(standing(stateDir))
    ? doctorCheck.ok('State folder', `${stateDir} can be written.`)
    : doctorCheck.fail('State folder', { code: 'state-unusable', detail: stateDir });
}

function diskCheck(name: string, folder: string): DoctorCheck {
  const { bavail, bsize } = statfsSync(standing(folder));
  const free = bavail * bsize;
  const message = `${Math.floor(free / MIB)} MiB are free.`;
  if (free < NOTHING_BYTES) return doctorCheck.fail(name, { code: 'disk-full', detail: message });
  if (free < LITTLE_BYTES)
    return doctorCheck.warn(name, message, 'Make room: every version that is replaced is kept for a while.');
  return doctorCheck.ok(name, message);
}

/** The folder, the place of the state, and the room on their disks. Nothing is written. */
export async function placeChecks(workspace: string, stateDir: string): Promise<readonly DoctorCheck[]> {
  return [
    await folderCheck(workspace),
    diskCheck('Disk of the folder', workspace),
    stateCheck(stateDir),
    diskCheck('Disk of the state', stateDir),
  ];
}
