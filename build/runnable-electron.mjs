import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { installFolder } from './install-folder.mjs';
import { inProject, projectRoot } from './project-paths.mjs';
import { isRoot } from './setup-system-packages.mjs';

/**
 * How to start the project, or another application's folder inside it, unpackaged, in this Electron.
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @param {string} [app]
 * @returns {Promise<{ program: string, args: readonly string[] }>}
 */
export async function runnableElectron(runtime, app = projectRoot) {
  const sandbox = isRoot() ? ['--no-sandbox'] : [];
  if (runtime.kind === 'official') return { program: runtime.program, args: [app, ...sandbox] };
  return { program: await programWithProject(runtime, app), args: sandbox };
}

/**
 * The stand-in has no default application that would load a folder given as an argument. It starts what it finds in
 * `resources/app`, so the project gets a folder of links to the shared runtime with a link to itself in that place.
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @param {string} app
 */
async function programWithProject({ dist, version }, app) {
  const folder = inProject(
    '.cache',
    'electron',
    app === projectRoot ? version : `${version}-${basename(app)}`,
  );
  const program = join(folder, 'electron');
  // A link into a cache that was emptied since then leads nowhere.
  const usable = existsSync(program) && existsSync(join(folder, 'resources.pak'));
  if (!usable) {
    // Relative, so that it still leads to the project after the project's folder was moved.
    const way = relative(join(folder, 'resources'), app);
    await installFolder(folder, (workFolder) => linkEverything(dist, join(workFolder, 'dist'), way));
  }
  return program;
}

/**
 * @param {string} dist
 * @param {string} folder
 * @param {string} app
 */
async function linkEverything(dist, folder, app) {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const shared = readdirSync(dist).filter((name) => name !== 'electron' && name !== 'resources');
  for (const name of shared) symlinkSync(join(dist, name), join(folder, name));
  linkOrCopy(join(dist, 'electron'), join(folder, 'electron'));
  symlinkSync(app, join(folder, 'resources', 'app'));
  return folder;
}

/**
 * Electron looks for its files beside its own real path, so the program itself cannot be a symbolic link; a hard link
 * does not reach across file systems.
 * @param {string} from
 * @param {string} to
 */
function linkOrCopy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
