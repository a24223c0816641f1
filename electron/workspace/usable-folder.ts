import { access, constants, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';

function mayBeRead(folder: string): Promise<boolean> {
  return access(folder, constants.R_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** A folder as a person names it: an absolute path of one that is there and can be read. */
export async function usableFolder(text: string): Promise<Result<string>> {
  const folder = text.trim();
  if (!isAbsolute(folder)) return fail('workspace-missing', 'give the whole path, from the root of the disk');
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) return fail('workspace-missing', folder);
  return (await mayBeRead(folder)) ? ok(folder) : fail('workspace-unreadable', folder);
}
