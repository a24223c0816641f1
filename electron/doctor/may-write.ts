import { accessSync, constants } from 'node:fs';

/** Whether this user can list, read and write there. Nothing is written. */
export function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
