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
import { FIRST_ID } from '../../shared/model/stored-connection.ts';
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
  compare: { width: 920, height: 680, minWidth: 480, minHeight: 420 },
  preview: { width: 640, height: 600, minWidth: 480, minHeight: 420 },
};

/** Where people write or read what is of one connection: each connection has its own. All others show one at a time. */
const PER_CONNECTION: readonly WindowName[] = [
  'setup',
  'conflicts',
  'history',
  'preview',
  'doctor',
  'support',
];

interface Framed {
  readonly name: FramedName;
  readonly window: BrowserWindow;
}

export interface AppWindowsOptions {
  readonly preload: string;
  readonly icon?: Electron.NativeImage;
  readonly popupKind: () => PopupKind;
  /** Where the tray icon is, as far as anybody knows. */
  readonly trayIcon: () => Rectangle | null;
  /** Tells the page of an open window which item it is asked for. */
  readonly itemOpened: (window: BrowserWindow, path: ItemPath) => void;
  /** A window shows another connection than before. */
  readonly shown: (window: BrowserWindow, connection: string) => void;
  /** This connection, or the one that stands in for it when it is gone: a notification may be clicked days later. */
  readonly existing: (connection: string) => string;
  readonly closed: (name: WindowName, connection: string) => void;
  readonly log: WriteLog;
}

/** Every window of the application, each at most once for a connection. */
export class AppWindows {
  readonly popup: PopupWindow;
  readonly #options: AppWindowsOptions;
  readonly #framed = new Map<string, Framed>();
  /** Which connection a window shows. */
  readonly #connections = new WeakMap<BrowserWindow, string>();
  #popupConnection = FIRST_ID;

  constructor(options: AppWindowsOptions) {
    this.#options = options;
    const create = (frame: BrowserWindowConstructorOptions) => this.#create(frame, 'popup');
    this.popup = new PopupWindow({ create, kind: options.popupKind });
  }

  /** Opens the window for this connection, or brings it to the front. */
  open(name: WindowName, asked: string): void {
    const connection = this.#options.existing(asked);
    if (name === 'popup') {
      this.#popup(connection);
      this.popup.show(this.#options.trayIcon());
    } else this.#openFramed(name, connection);
  }

  /** What a click on the tray icon does. */
  togglePopup(connection: string, icon: Rectangle | null): void {
    if (connection !== this.#popupConnection) this.#popup(connection);
    this.popup.toggle(icon);
  }

  /** Opens the window at one item, or brings the open one to the front and asks its page for it. */
  openItem(target: WindowTarget, asked: string): void {
    const connection = this.#options.existing(asked);
    const open = this.named(target.window, connection);
    if (!open) {
      this.#makeFramed(target.window, addressOf(target), connection);
      return;
    }
    present(open);
    // The plan of undoing is a place of its own in the page, which follows its address.
    if (target.undo) showPage(open, addressOf(target), this.#options.log);
    else if (target.path !== null) this.#askFor(open, target.path);
  }

  /** Opens the settings at one of their parts. */
  openSettings(section: SettingsSection, asked: string): void {
    const connection = this.#options.existing(asked);
    const open = this.named('settings');
    const address = `settings?${section}`;
    if (!open) this.#makeFramed('settings', address, connection);
    else {
      this.show(open, connection);
      showPage(open, address, this.#options.log);
      present(open);
    }
  }

  /** Which connection the window shows. */
  connectionOf(window: BrowserWindow): string {
    if (window === this.popup.window()) return this.#popupConnection;
    return this.#connections.get(window) ?? FIRST_ID;
  }

  /** The connection that the popup shows, or would. */
  popupConnection(): string {
    return this.#popupConnection;
  }

  /** The window shows this connection from now on. */
  show(window: BrowserWindow, asked: string): void {
    const connection = this.#options.existing(asked);
    if (window === this.popup.window()) this.#popupConnection = connection;
    else this.#connections.set(window, connection);
    this.#options.shown(window, connection);
  }

  /** A window of a connection that is gone closes, or shows this one: what is done there must not meet another. */
  leaveGone(isThere: (connection: string) => boolean, instead: string): void {
    if (!isThere(this.#popupConnection)) this.#popup(instead);
    for (const { name, window } of [...this.#framed.values()]) {
      if (window.isDestroyed() || isThere(this.connectionOf(window))) continue;
      if (PER_CONNECTION.includes(name)) window.close();
      else this.show(window, instead);
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
    const framed = [...this.#framed.values()].map(({ window }) => window);
    const windows = popup ? [popup, ...framed] : framed;
    return windows.filter((window) => !window.isDestroyed());
  }

  /** The window of this name, shown or not, or null; any connection's where none is named. */
  named(name: WindowName, connection?: string): BrowserWindow | null {
    if (name === 'popup') return this.popup.window();
    const all = [...this.#framed.values()].filter((one) => one.name === name).map(({ window }) => window);
    const isIts = (window: BrowserWindow): boolean => this.connectionOf(window) === connection;
    const isAnys = connection === undefined || !PER_CONNECTION.includes(name);
    return (isAnys ? all[0] : all.find(isIts)) ?? null;
  }

  /** The window of ours that shows these contents, or null. */
  windowOf(contents: WebContents): BrowserWindow | null {
    const window = BrowserWindow.fromWebContents(contents);
    return window && this.all().includes(window) ? window : null;
  }

  /** A popup that is kept out of sight is told, too. */
  #popup(connection: string): void {
    const window = this.popup.window();
    if (window && connection !== this.#popupConnection) this.show(window, connection);
    this.#popupConnection = connection;
  }

  #openFramed(name: FramedName, connection: string): void {
    const open = this.named(name, connection);
    if (!open) this.#makeFramed(name, name, connection);
    else {
      if (this.connectionOf(open) !== connection) this.show(open, connection);
      present(open);
    }
  }

  /** A page that is still loading would not hear it. */
  #askFor(window: BrowserWindow, path: ItemPath): void {
    const ask = (): void => this.#options.itemOpened(window, path);
    if (window.webContents.isLoadingMainFrame()) window.webContents.once('did-finish-load', ask);
    else ask();
  }

  #makeFramed(name: FramedName, address: string, connection: string): void {
    const window = this.#create(FRAMES[name], address);
    const key = PER_CONNECTION.includes(name) ? `${name} ${connection}` : name;
    this.#framed.set(key, { name, window });
    this.#connections.set(window, connection);
    window.once('ready-to-show', () => present(window));
    window.on('closed', () => {
      this.#framed.delete(key);
      this.#showInDock();
      this.#options.closed(name, connection);
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
