import { type BrowserWindow, dialog } from 'electron';
import { ok } from '../../shared/model/sync-error.ts';
import type { Handlers } from '../app/application.ts';

/** Asks for a file with authorities; null when the person changed their mind. */
async function chooseCaFile(window: BrowserWindow): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    filters: [
      { name: 'PEM', extensions: ['pem', 'crt', 'cer'] },
      { name: '*', extensions: ['*'] },
    ],
    properties: ['openFile', 'showHiddenFiles', 'dontAddToRecent'],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** The one call about the network that needs a window. */
export function caFileCalls(caller: BrowserWindow): Handlers<'network.chooseCaFile'> {
  return { 'network.chooseCaFile': async () => ok(await chooseCaFile(caller)) };
}
