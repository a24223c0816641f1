import { type BrowserWindow, dialog } from 'electron';
import { fail, ok } from '../../shared/model/sync-error.ts';
import type { ApplicationCall, Handlers } from '../app/application.ts';

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

/**
 * The one call about the network that needs a window, and what follows from it: a file of authorities is one that a person
 * named in that dialog. A page that somebody else speaks through could otherwise have a document trusted.
 */
export function caFileCalls(
  settings: Pick<Handlers<ApplicationCall>, 'settings.update'>,
  choose: (window: BrowserWindow) => Promise<string | null> = chooseCaFile,
): (caller: BrowserWindow) => Handlers<'network.chooseCaFile' | 'settings.update'> {
  const named = new Set<string>();
  return (caller) => ({
    async 'network.chooseCaFile'() {
      const file = await choose(caller);
      if (file !== null) named.add(file);
      return ok(file);
    },
    async 'settings.update'(change) {
      const { caFile = null } = change;
      return caFile === null || named.has(caFile) ? settings['settings.update'](change) : fail('unexpected');
    },
  });
}
