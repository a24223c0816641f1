import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';

const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;

/**
 * Makes a folder, and what is missing above it, that only its owner can enter. One that exists keeps its rights: it
 * may be anybody's (`--state-dir /tmp`), and each file in it is private by itself.
 */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
}

/**
 * Makes sure that a file exists and only its owner can read it; its content stays as it is. One that exists is not
 * opened: closing it again would drop the locks that SQLite holds on it in this process.
 */
export function makePrivateFile(file: string): void {
  if (existsSync(file)) {
    chmodSync(file, OWNER_ONLY_FILE);
  } else {
    closeSync(openSync(file, 'a', OWNER_ONLY_FILE));
  }
}
