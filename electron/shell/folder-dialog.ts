import { homedir } from 'node:os';
import { type BrowserWindow, dialog } from 'electron';

/** Asks for a folder; null when the person changed their mind. `.openclaw` is hidden, so hidden folders are shown. */
export async function folderDialog(window: BrowserWindow, current: string): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    title: 'Openclaw folder',
    buttonLabel: 'Choose',
    // Without a path Electron 43 and later begin in Downloads (https://www.electronjs.org/docs/latest/breaking-changes).
    defaultPath: current === '' ? homedir() : current,
    properties: ['openDirectory', 'showHiddenFiles', 'createDirectory', 'dontAddToRecent'],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}
