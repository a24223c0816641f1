import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installFolder } from './install-folder.mjs';
import { inProject, projectRoot } from './project-paths.mjs';
import { isRoot } from './setup-system-packages.mjs';

/**
 * How to start the project, unpackaged, in this Electron.
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {Promise<{ program: string, args: readonly string[] }>}
 */
export async function runnableElectron(runtime) {
  const sandbox = isRoot() ? ['--no-sandbox'] : [];
  if (runtime.kind === 'official') return { program: runtime.program, args: [projectRoot, ...sandbox] };
  return { program: await programWithProject(runtime), args: sandbox };
}

/**
 * The stand-in has no default application that would load a folder given as an argument. It starts what it finds in
 * `resources/app`, so the project gets a folder of links to the shared runtime with a link to itself in that place.
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 */
async function programWithProject({ dist, version }) {
  const folder = inProject('.cache', 'electron', version);
  const program = join(folder, 'electron');
  // A link into a cache that was emptied since then leads nowhere.
  const usable = existsSync(program) && existsSync(join(folder, 'resources.pak'));
  if (!usable) await installFolder(folder, (workFolder) => linkEverything(dist, join(workFolder, 'dist')));
  return program;
}

/**
 * @param {string} dist
 * @param {string} folder
 */
async function linkEverything(dist, folder) {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const shared = readdirSync(dist).filter((name) => name !== 'electron' && name !== 'resources');
  for (const name of shared) symlinkSync(join(dist, name), join(folder, name));
  linkOrCopy(join(dist, 'electron'), join(folder, 'electron'));
  // Relative, so that it still leads to the project after the project's folder was moved.
  symlinkSync('../../../..', join(folder, 'resources', 'app'));
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
