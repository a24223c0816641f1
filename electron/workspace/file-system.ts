import * as nodeFileSystem from 'node:fs';
import { createRequire } from 'node:module';

/** The part of Node's `fs` that the folder is reached through; tests hand in one with faults. */
export type FileSystem = typeof nodeFileSystem;

/**
 * The file system as it is. Electron patches `fs` so that `x.asar` reads as a folder, which would make a
 * document of that name look like a tree; `original-fs` is the same module without the patch.
 * https://github.com/electron/electron/blob/main/docs/tutorial/asar-archives.md#treating-an-asar-archive-as-a-normal-file
 */
export const fileSystem: FileSystem =
  process.versions.electron === undefined
    ? nodeFileSystem
    : (createRequire(import.meta.url)('original-fs') as FileSystem);
