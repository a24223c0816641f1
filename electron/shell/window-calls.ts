import { stat } from 'node:fs/promises';
import { app, type BrowserWindow, shell } from 'electron';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Handlers, WindowCall } from '../app/application.ts';
import type { AppWindows } from './app-windows.ts';
import { folderDialog } from './folder-dialog.ts';

export interface WindowCallsOptions {
  readonly windows: AppWindows;
  /** The folder that is synced, or null before set-up. */
  readonly workspace: () => string | null;
  readonly mayQuit: () => boolean;
}

/** The calls that concern windows only, for the window that called. */
export function windowCalls(caller: BrowserWindow, options: WindowCallsOptions): Handlers<WindowCall> {
  const { windows } = options;
  return {
    'setup.chooseFolder': async (current) =>
      ok(await windows.popup.duringDialog(() => folderDialog(caller, current))),
    'app.openFolder': () => openFolder(options.workspace()),
    'app.openWindow': async (name) => done(() => windows.open(name)),
    'app.openItem': async (target) => done(() => windows.openItem(target)),
    'app.openSettings': async (section) => done(() => windows.openSettings(section)),
    'app.closeWindow': async () => done(() => windows.close(caller)),
    'app.quit': async () => (options.mayQuit() ? done(() => app.quit()) : fail('managed', 'quitAllowed')),
  };
}

/** Opens the synced folder itself and nothing in it. */
export async function openFolder(folder: string | null): Promise<Result<null>> {
  if (folder === null) return fail('workspace-not-set');
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) return fail('workspace-missing');
  const problem = await shell.openPath(folder);
  return problem === '' ? ok(null) : fail('unexpected', problem.slice(0, 300));
}

function done(act: () => void): Result<null> {
  act();
  return ok(null);
}
