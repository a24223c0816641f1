import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { WorkspaceIdentity } from '../sync/ports.ts';
import { causeOf, errnoOf } from './file-error.ts';
import { LINK_REASON } from './file-fault.ts';
import type { FileSystem } from './file-system.ts';

function identityOf(files: FileSystem, root: string): Result<WorkspaceIdentity> {
  const stats = files.lstatSync(root, { bigint: true });
  // The real path, device and inode of one folder: through a link, another folder could be put there
  // unnoticed.
  if (stats.isSymbolicLink()) {
    return fail('workspace-unreadable', `${LINK_REASON}; choose the folder that ${root} points to`);
  }
  if (!stats.isDirectory()) return fail('workspace-unreadable', `${root} is not a folder`);
  files.accessSync(root, files.constants.R_OK | files.constants.X_OK);
  return ok({ realPath: files.realpathSync.native(root), device: `${stats.dev}`, inode: `${stats.ino}` });
}

/** Which folder this is. Nothing is created. */
export function identifyWorkspace(files: FileSystem, root: string): Result<WorkspaceIdentity> {
  try {
    return identityOf(files, root);
  } catch (error) {
    const missing = ['ENOENT', 'ENOTDIR'].includes(errnoOf(error));
    return fail(
      missing ? 'workspace-missing' : 'workspace-unreadable',
      missing ? root : `${root}: ${causeOf(error)}`,
    );
  }
}
