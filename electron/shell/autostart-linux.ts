import { accessSync, constants, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import type { AutostartState } from '../../shared/model/autostart.ts';
import { replaceFile } from '../stores/replace-file.ts';
import { autostartEntry, type DesktopEntry, hiddenEntry, readDesktopEntry } from './autostart-entry.ts';
import type { Autostart } from './autostart-switch.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const NAME = join('autostart', 'openclaw-sync.desktop');
const OFF: AutostartState = { is: 'off' };
const ON: AutostartState = { is: 'on' };
/** A launcher is a few lines; anything longer is no launcher. */
const LAUNCHER_BYTES = 4096;

/**
 * Linux: Electron has no login items there; the desktop starts what lies in these folders, a person's own file instead
 * of the system's of the same name: https://specifications.freedesktop.org/autostart-spec/latest/
 */
export function linuxAutostart(environment: Environment): Autostart {
  // An AppImage runs from a mount that is gone at the next start; it says where its file is.
  const program = environment.APPIMAGE ?? process.execPath;
  const own = join(absolute(environment.XDG_CONFIG_HOME) ?? join(homedir(), '.config'), NAME);
  const systems = folders(environment.XDG_CONFIG_DIRS).map((folder) => join(folder, NAME));
  const systemText = (): string | null => firstText(systems);
  const state = (): AutostartState => judge(firstText([own, ...systems]), program, environment);
  return {
    state,
    isOn: () => state().is === 'on',
    set(on) {
      const system = systemText();
      const isOnWithoutOwn = judge(system, program, environment).is === 'on';
      if (on && !isOnWithoutOwn) replace(own, autostartEntry(program));
      else if (!on && system !== null) replace(own, hiddenEntry());
      else rmSync(own, { force: true });
    },
  };
}

/** What a desktop makes of the entry that counts. */
function judge(text: string | null, program: string, environment: Environment): AutostartState {
  if (text === null) return OFF;
  const entry = readDesktopEntry(text);
  if (entry.isHidden || !isShownHere(entry, environment)) return OFF;
  const target = entry.program === null ? null : found(entry.program, environment);
  const isWhole = entry.isApplication && target !== null && isThere(entry.tryExec, environment);
  return isWhole && isSameProgram(target, program) ? ON : { is: 'broken', program: entry.program ?? '' };
}

function isShownHere(
  { onlyShowIn, notShowIn }: DesktopEntry,
  { XDG_CURRENT_DESKTOP = '' }: Environment,
): boolean {
  const here = XDG_CURRENT_DESKTOP.split(':');
  return (
    (onlyShowIn?.some((name) => here.includes(name)) ?? true) &&
    !notShowIn.some((name) => here.includes(name))
  );
}

function isThere(tryExec: string | null, environment: Environment): boolean {
  return tryExec === null || found(tryExec, environment) !== null;
}

/** A path as it is, a name as the shell would find it; null when there is nothing to run. */
function found(name: string, { PATH = '' }: Environment): string | null {
  const places = name.includes('/') ? [name] : PATH.split(delimiter).map((folder) => join(folder, name));
  return places.find((place) => isAbsolute(place) && isExecutable(place)) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The program itself, a link to it, or the small script of a package that starts it. */
function isSameProgram(target: string, program: string): boolean {
  try {
    if (realpathSync(target) === realpathSync(program)) return true;
    const launcher = readFileSync(target);
    return launcher.length <= LAUNCHER_BYTES && launcher.toString('utf8').includes(program);
  } catch {
    return false;
  }
}

function absolute(folder: string | undefined): string | null {
  return folder !== undefined && isAbsolute(folder) ? folder : null;
}

function folders(list: string | undefined): readonly string[] {
  const given = (list ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  return given.length > 0 ? given : ['/etc/xdg'];
}

function firstText(files: readonly string[]): string | null {
  for (const file of files) {
    const text = read(file);
    if (text !== null) return text;
  }
  return null;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function replace(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  // Everybody's desktop files may be read by everybody, as far as the user's mask lets them.
  replaceFile(file, content, 0o666);
}
