import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { autostartEntry, isAutostartEntryOn } from './autostart-entry.ts';

/** Start with the session. What the operating system holds is the truth: a person may change it there. */
export interface Autostart {
  isOn(): boolean;
  set(on: boolean): void;
}

/** The way of this operating system. */
export function autostart(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): Autostart {
  return platform === 'linux' ? entryAutostart(environment) : loginItemAutostart();
}

/** Linux: Electron has no login items there; the desktop starts what lies in this folder. */
function entryAutostart(environment: NodeJS.ProcessEnv): Autostart {
  const folder = environment.XDG_CONFIG_HOME || join(homedir(), '.config');
  const file = join(folder, 'autostart', 'openclaw-sync.desktop');
  return {
    isOn: () => isAutostartEntryOn(read(file)),
    set(on) {
      // An AppImage runs from a mount that is gone at the next start; it says where its file is.
      if (on) write(file, autostartEntry(environment.APPIMAGE ?? process.execPath));
      else rmSync(file, { force: true });
    },
  };
}

/** macOS and Windows. `openAsHidden` is gone since Electron 44, so the program is told by an argument. */
function loginItemAutostart(): Autostart {
  const args = ['--hidden'];
  return {
    isOn: () => app.getLoginItemSettings({ args }).openAtLogin,
    set: (openAtLogin) => app.setLoginItemSettings({ openAtLogin, args }),
  };
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
