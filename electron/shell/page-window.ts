import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron';
import type { WindowName } from '../../shared/ipc/contract.ts';
import { APP_ORIGIN } from './app-protocol.ts';
import { securePreferences } from './window-security.ts';

/** Painted until the page's own colour comes, so that nothing flashes. */
const BACKGROUND = { light: '#ffffff', dark: '#1e2023' } as const;

export interface PageWindowOptions {
  readonly name: WindowName;
  readonly preload: string;
  readonly frame: BrowserWindowConstructorOptions;
  readonly log: (message: string, cause?: unknown) => void;
}

/** A window with one of our pages, hidden until its first paint; its maker shows it. */
export function pageWindow({ name, preload, frame, log }: PageWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Openclaw Sync',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    autoHideMenuBar: true,
    fullscreenable: false,
    ...frame,
    show: false,
    webPreferences: securePreferences(preload),
  });
  window.webContents.on('render-process-gone', (_event, details) => {
    log(`The page of the window ${name} ended: ${details.reason}, exit code ${details.exitCode}`);
    if (!window.isDestroyed()) window.destroy();
  });
  window.loadURL(`${APP_ORIGIN}/index.html#${name}`).catch((cause: unknown) => {
    if (!window.isDestroyed()) log(`The page of the window ${name} could not be loaded`, cause);
  });
  return window;
}
