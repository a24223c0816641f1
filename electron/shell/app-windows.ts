import {
  app,
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  type Rectangle,
  type WebContents,
} from 'electron';
import type { WindowName } from '../../shared/ipc/contract.ts';
import { pageWindow } from './page-window.ts';
import { type PopupKind, PopupWindow } from './popup-window.ts';

type FramedName = Exclude<WindowName, 'popup'>;

const FRAMES: Readonly<Record<FramedName, BrowserWindowConstructorOptions>> = {
  setup: { width: 720, height: 680, minWidth: 560, minHeight: 520, maximizable: false },
  settings: { width: 600, height: 560, minWidth: 480, minHeight: 420, maximizable: false },
};

export interface AppWindowsOptions {
  readonly preload: string;
  readonly icon?: Electron.NativeImage;
  readonly popupKind: () => PopupKind;
  /** Where the tray icon is, as far as anybody knows. */
  readonly trayIcon: () => Rectangle | null;
  readonly log: (message: string, cause?: unknown) => void;
}

/** Every window of the application, each at most once. */
export class AppWindows {
  readonly popup: PopupWindow;
  readonly #options: AppWindowsOptions;
  readonly #framed = new Map<FramedName, BrowserWindow>();

  constructor(options: AppWindowsOptions) {
    this.#options = options;
    const create = (frame: BrowserWindowConstructorOptions) => this.#create('popup', frame);
    this.popup = new PopupWindow({ create, kind: options.popupKind });
  }

  open(name: WindowName): void {
    if (name === 'popup') this.popup.show(this.#options.trayIcon());
    else this.#openFramed(name);
  }

  /** Ends the window; the popup is only put out of sight. */
  close(window: BrowserWindow): void {
    if (window === this.popup.window()) this.popup.hide();
    else window.close();
  }

  all(): readonly BrowserWindow[] {
    const popup = this.popup.window();
    return popup ? [popup, ...this.#framed.values()] : [...this.#framed.values()];
  }

  /** The window of ours that shows these contents, or null. */
  windowOf(contents: WebContents): BrowserWindow | null {
    const window = BrowserWindow.fromWebContents(contents);
    return window && this.all().includes(window) ? window : null;
  }

  #openFramed(name: FramedName): void {
    const open = this.#framed.get(name);
    if (open) present(open);
    else this.#makeFramed(name);
  }

  #makeFramed(name: FramedName): void {
    const window = this.#create(name, FRAMES[name]);
    this.#framed.set(name, window);
    window.once('ready-to-show', () => present(window));
    window.on('closed', () => {
      this.#framed.delete(name);
      this.#showInDock();
    });
    this.#showInDock();
  }

  #create(name: WindowName, frame: BrowserWindowConstructorOptions): BrowserWindow {
    const { preload, icon, log } = this.#options;
    return pageWindow({ name, preload, frame: icon ? { ...frame, icon } : frame, log });
  }

  /** macOS: an icon in the Dock only while a window stands there that one could want to return to. */
  #showInDock(): void {
    if (this.#framed.size === 0) app.dock?.hide();
    else void app.dock?.show();
  }
}

function present(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
