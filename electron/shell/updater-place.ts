import { accessSync, constants, existsSync, mkdtempSync, rmdirSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { InstalledAs } from '../updates/why-off.ts';

export interface ProgramOptions {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The running program. */
  readonly execPath: string;
  readonly resources: string;
}

export interface ProgramPlace {
  readonly installedAs: InstalledAs;
  /** What an update replaces. */
  readonly program: string;
  readonly isWritable: boolean;
}

/** Written into .deb and .rpm by electron-builder.yml. */
const PACKAGE_MARK = 'distribution-package';

/** Where this program lies and how it came there, looked up on the disk. */
export function programPlace(options: ProgramOptions): ProgramPlace {
  const { platform, execPath, resources } = options;
  if (platform === 'win32') return onWindows(execPath);
  if (platform === 'darwin') {
    const bundle = dirname(dirname(dirname(execPath)));
    return { installedAs: 'own', program: bundle, isWritable: mayWrite(bundle) };
  }
  const image = runningImage(options);
  if (image !== null) return { installedAs: 'own', program: image, isWritable: mayWrite(dirname(image)) };
  const isPackage = existsSync(join(resources, PACKAGE_MARK));
  return { installedAs: isPackage ? 'package' : 'unknown', program: execPath, isWritable: false };
}

/**
 * The AppImage that runs us. The variables alone say nothing: a program that is started out of another AppImage inherits
 * that one's, and would replace it.
 */
function runningImage({ environment, execPath }: ProgramOptions): string | null {
  const { APPIMAGE: image, APPDIR: mounted } = environment;
  if (!image || !mounted || !isAbsolute(image) || !isAbsolute(mounted)) return null;
  return execPath.startsWith(`${mounted.replace(/\/+$/, '')}/`) ? image : null;
}

/** Our own installer leaves its way out beside the program; an MSI does not. */
function onWindows(execPath: string): ProgramPlace {
  const folder = dirname(execPath);
  const isOwn = existsSync(join(folder, 'Uninstall Openclaw Sync.exe'));
  return {
    installedAs: isOwn ? 'own' : 'package',
    program: join(folder, basename(execPath)),
    isWritable: isOwn && mayCreate(folder),
  };
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** On Windows asking for access tells of the read-only mark, not of the rights. */
function mayCreate(folder: string): boolean {
  try {
    rmdirSync(mkdtempSync(join(folder, '.openclaw-sync-')));
    return true;
  } catch {
    return false;
  }
}
