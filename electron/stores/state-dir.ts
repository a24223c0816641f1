import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/** The part of a computer that decides where data lies. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const NAME = 'openclaw-sync';

/**
 * Where base, history, settings and logs lie by default. Local to this machine: a database that roams to another
 * computer would speak of files that are not there.
 */
export function defaultStateDir(machine: Machine = thisMachine()): string {
  const { platform, env, home } = machine;
  if (platform === 'win32') {
    return win32.join(absolute(win32, env.LOCALAPPDATA) ?? win32.join(home, 'AppData', 'Local'), NAME);
  }
  if (platform === 'darwin') {
    return posix.join(home, 'Library', 'Application Support', NAME);
  }
  return posix.join(absolute(posix, env.XDG_DATA_HOME) ?? posix.join(home, '.local', 'share'), NAME);
}

/** The XDG specification: a relative path is to be ignored. */
function absolute(style: typeof posix, path: string | undefined): string | undefined {
  return path !== undefined && style.isAbsolute(path) ? path : undefined;
}

function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, home: homedir() };
}
