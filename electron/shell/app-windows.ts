import {
  app,
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  type Rectangle,
  type WebContents,
} from 'electron';
import type { WindowName, WindowTarget } from '../../shared/ipc/contract.ts';
import type { WriteLog } from '../../shared/log-events.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import type { SettingsSection } from '../../shared/model/settings-section.ts';
import { pageWindow, showPage } from './page-window.ts';
import { type PopupKind, PopupWindow } from './popup-window.ts';

type FramedName = Exclude<WindowName, 'popup'>;

const FRAMES: Readonly<Record<FramedName, BrowserWindowConstructorOptions>> = {
  setup: { width: 720, height: 680, minWidth: 560, minHeight: 520, maximizable: false },
  settings: { width: 780, height: 600, minWidth: 480, minHeight: 420, maximizable: false },
  conflicts: { width: 1040, height: 720, minWidth: 680, minHeight: 480 },
  history: { width: 920, height: 680, minWidth: 600, minHeight: 440 },
  doctor: { width: 680, height: 720, minWidth: 480, minHeight: 420 },
  support: { width: 860, height: 720, minWidth: 480, minHeight: 420 },
  preview: { width: 640, height: 600, minWidth: 480, minHeight: 420 },
};

export interface AppWindowsOptions {
  readonly preload: string;
  readonly icon?: Electron.NativeImage;
  readonly popupKind: () => PopupKind;
  /** Where the tray icon is, as far as anybody knows. */
  readonly trayIcon: () => Rectangle | null;
  /** Tells the page of an open window which item it is asked for. */
  readonly itemOpened: (window: BrowserWindow, path: ItemPath) => void;
  readonly log: WriteLog;
}

/** Every window of the application, each at most once. */
export class AppWindows {
  readonly popup: PopupWindow;
  readonly #options: AppWindowsOptions;
  readonly #framed = new Map<FramedName, BrowserWindow>();

  constructor(options: AppWindowsOptions) {
    this.#options = options;
    const create = (frame: BrowserWindowConstructorOptions) => this.#create(frame, 'popup');
    this.popup = new PopupWindow({ create, kind: options.popupKind });
  }

  open(name: WindowName): void {
    if (name === 'popup') this.popup.show(this.#options.trayIcon());
    else this.#openFramed(name);
  }

  /** Opens the window at one item, or brings the open one to the front and asks its page for it. */
  openItem(target: WindowTarget): void {
    const open = this.#framed.get(target.window);
    if (!open) {
      this.#makeFramed(target.window, addressOf(target));
      return;
    }
    present(open);
    // The plan of undoing is a place of its own in the page, which follows its address.
    if (target.undo) showPage(open, addressOf(target), this.#options.log);
    else if (target.path !== null) this.#askFor(open, target.path);
  }

  /** Opens the settings at one of their parts. */
  openSettings(section: SettingsSection): void {
    const open = this.#framed.get('settings');
    const address = `settings?${section}`;
    if (!open) this.#makeFramed('settings', address);
    else {
      showPage(open, address, this.#options.log);
      present(open);
    }
  }

  /** Ends the window; the popup is only put out of sight. */
  close(window: BrowserWindow): void {
    if (window === this.popup.window()) this.popup.hide();
    else window.close();
  }

  /** Without those that are being closed at this moment: their pages are gone, `closed` has not come yet. */
  all(): readonly BrowserWindow[] {
    const popup = this.popup.window();
    const windows = popup ? [popup, ...this.#framed.values()] : [...this.#framed.values()];
    return windows.filter((window) => !window.isDestroyed());
  }

  /** The window of this name, shown or not, or null. */
  named(name: WindowName): BrowserWindow | null {
    return (name === 'popup' ? this.popup.window() : this.#framed.get(name)) ?? null;
  }

  /** The window of ours that shows these contents, or null. */
  windowOf(contents: WebContents): BrowserWindow | null {
    const window = BrowserWindow.fromWebContents(contents);
    return window && this.all().includes(window) ? window : null;
  }

  #openFramed(name: FramedName): void {
    const open = this.#framed.get(name);
    if (open) present(open);
    else this.#makeFramed(name, name);
  }

  /** A page that is still loading would not hear it. */
  #askFor(window: BrowserWindow, path: ItemPath): void {
    const ask = (): void => this.#options.itemOpened(window, path);
    if (window.webContents.isLoadingMainFrame()) window.webContents.once('did-finish-load', ask);
    else ask();
  }

  #makeFramed(name: FramedName, address: string): void {
    const window = this.#create(FRAMES[name], address);
    this.#framed.set(name, window);
    window.once('ready-to-show', () => present(window));
    window.on('closed', () => {
      this.#framed.delete(name);
      this.#showInDock();
    });
    this.#showInDock();
  }

  #create(frame: BrowserWindowConstructorOptions, address: string): BrowserWindow {
    const { preload, icon, log } = this.#options;
    return pageWindow({ address, preload, frame: icon ? { ...frame, icon } : frame, log });
  }

  /** macOS: an icon in the Dock only while a window stands there that one could want to return to. */
  #showInDock(): void {
    if (this.#framed.size === 0) app.dock?.hide();
    else void app.dock?.show();
  }
}

/** What stands behind `#` in the page's address. */
function addressOf({ window, path, undo }: WindowTarget): string {
  if (undo) return `${window}?undo`;
  return path === null ? window : `${window}?path=${encodeURIComponent(path)}`;
}

function present(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
