import { closeSync, fchmodSync, mkdirSync, openSync } from 'node:fs';

const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;

/**
 * Makes a folder, and what is missing above it, that only its owner can enter. One that exists keeps its rights: it
 * may be anybody's (`--state-dir /tmp`), and each file in it is private by itself.
 */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
}

/** Makes sure that a file exists and only its owner can read it; its content stays as it is. */
export function makePrivateFile(file: string): void {
  const handle = openSync(file, 'a', OWNER_ONLY_FILE);
  try {
    fchmodSync(handle, OWNER_ONLY_FILE);
  } finally {
    closeSync(handle);
  }
}
