import { chmodSync, constants, cpSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const folderMode = 0o755;

/**
 * Lays the files of a package out as they will lie in the installed system, with the modes that they shall have there:
 * neither the umask nor the group of whoever builds ends up in a package.
 * @param {import('./parse-fpm-arguments.mjs').PackageOrder['files']} files
 * @param {string} stage
 */
export function stageFiles(files, stage) {
  mkdirSync(stage, { recursive: true });
  for (const [from, to] of files) {
    const target = join(stage, to);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(from, target, { recursive: true, mode: constants.COPYFILE_FICLONE, verbatimSymlinks: true });
  }
  settleModes(stage);
}

/** @param {string} path */
function settleModes(path) {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return;
  if (!stats.isDirectory()) {
    chmodSync(path, stats.mode & 0o100 ? 0o755 : 0o644);
    return;
  }
  chmodSync(path, folderMode);
  for (const name of readdirSync(path)) settleModes(join(path, name));
}

/**
 * Every file below a folder, as paths from it.
 * @param {string} folder
 * @param {string} [within]
 * @returns {string[]}
 */
export function stagedFiles(folder, within = '') {
  return readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry) => {
    const path = join(within, entry.name);
    return entry.isDirectory() ? stagedFiles(folder, path) : [path];
  });
}
