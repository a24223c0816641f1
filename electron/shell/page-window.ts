import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron';
import type { WriteLog } from '../../shared/log-events.ts';
import { APP_ORIGIN } from './app-protocol.ts';
import { securePreferences } from './window-security.ts';

/** Painted until the page's own colour comes, so that nothing flashes. */
const BACKGROUND = { light: '#ffffff', dark: '#1e2023' } as const;

export interface PageWindowOptions {
  /** The window's name, and what it is to show: what stands behind `#`. */
  readonly address: string;
  readonly preload: string;
  readonly frame: BrowserWindowConstructorOptions;
  readonly log: WriteLog;
}

/** A window with one of our pages, hidden until its first paint; its maker shows it. */
export function pageWindow({ address, preload, frame, log }: PageWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Openclaw Sync',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    autoHideMenuBar: true,
    fullscreenable: false,
    ...frame,
    show: false,
    webPreferences: securePreferences(preload),
  });
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log('error', 'page-ended', { window: nameIn(address), reason, exitCode });
    if (!window.isDestroyed()) window.destroy();
  });
  showPage(window, address, log);
  return window;
}

/** Loads the page; where the window shows it already, the page follows its new address. */
export function showPage(window: BrowserWindow, address: string, log: WriteLog): void {
  window.loadURL(`${APP_ORIGIN}/index.html#${address}`).catch((cause: unknown) => {
    if (!window.isDestroyed()) log('error', 'page-not-loaded', { window: nameIn(address), cause });
  });
}

/** The log never names a person's file. */
function nameIn(address: string): string {
  return address.replace(/\?.*$/, '');
}
