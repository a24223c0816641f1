import { stat } from 'node:fs/promises';
import { app, type BrowserWindow, shell } from 'electron';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Handlers, WindowCall } from '../app/application.ts';
import type { AppWindows } from './app-windows.ts';
import { folderDialog } from './folder-dialog.ts';

export interface WindowCallsOptions {
  readonly windows: AppWindows;
  /** Makes a further connection that waits for its set-up; answers its id. */
  readonly draft: () => string;
  /** The folder that is synced, or null before set-up. */
  readonly workspace: () => string | null;
  readonly mayQuit: () => boolean;
}

/** The calls that concern windows only, for the window that called. */
export function windowCalls(caller: BrowserWindow, options: WindowCallsOptions): Handlers<WindowCall> {
  const { windows } = options;
  const shown = (): string => windows.connectionOf(caller);
  return {
    'setup.chooseFolder': async (current) =>
      ok(await windows.popup.duringDialog(() => folderDialog(caller, current))),
    'app.openFolder': () => openFolder(options.workspace()),
    'app.openWindow': async (name) => done(() => windows.open(name, shown())),
    'app.openItem': async (target) => done(() => windows.openItem(target, shown())),
    'app.openSettings': async (section) => done(() => windows.openSettings(section, shown())),
    'connections.show': async (id) => done(() => windows.show(caller, id)),
    'connections.open': async ({ id, window }) => done(() => windows.open(window, id)),
    'connections.add': async () => done(() => windows.open('setup', options.draft())),
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
