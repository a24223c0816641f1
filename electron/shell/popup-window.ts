import { type BrowserWindow, type BrowserWindowConstructorOptions, type Rectangle, screen } from 'electron';
import { popupPlacement } from './popup-placement.ts';

const SIZE = { width: 380, height: 560 } as const;
/** A hidden window costs about 120 MB; somebody who just looked may look again. */
const KEEP_HIDDEN_MS = 60_000;
/** A click on the tray icon takes the focus away first: within this time it means "close", not "open again". */
const SAME_CLICK_MS = 200;

/** A flyout at the tray icon, or an ordinary window where there is no tray or nobody may place windows. */
export type PopupKind = 'flyout' | 'ordinary';

export interface PopupOptions {
  readonly create: (frame: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly kind: () => PopupKind;
}

/** The popup: made at first use, hidden rather than closed, given back after a minute out of sight. */
export class PopupWindow {
  readonly #options: PopupOptions;
  #window: BrowserWindow | null = null;
  #kind: PopupKind = 'flyout';
  #painted = false;
  #blurredAt = Number.NEGATIVE_INFINITY;
  #dialogs = 0;
  #release: NodeJS.Timeout | undefined;

  constructor(options: PopupOptions) {
    this.#options = options;
  }

  window(): BrowserWindow | null {
    return this.#window;
  }

  /** What a click on the tray icon does. */
  toggle(icon: Rectangle | null): void {
    if (this.#window?.isVisible() && this.#kind === 'flyout') this.hide();
    else if (performance.now() - this.#blurredAt > SAME_CLICK_MS) this.show(icon);
  }

  /** Shows it beside the icon, or in the middle of the screen when nobody knows where the icon is. */
  show(icon: Rectangle | null): void {
    clearTimeout(this.#release);
    const window = this.#ready();
    if (window.isMinimized()) window.restore();
    if (!window.isVisible()) this.#place(window, icon);
    if (this.#painted) present(window);
    else window.once('ready-to-show', () => present(window));
  }

  hide(): void {
    this.#window?.hide();
  }

  /** Runs a dialog of the operating system, which takes the focus away: that must not hide the popup. */
  async duringDialog<T>(run: () => Promise<T>): Promise<T> {
    this.#dialogs += 1;
    try {
      return await run();
    } finally {
      this.#dialogs -= 1;
    }
  }

  /** The window of the kind that fits the desktop now. */
  #ready(): BrowserWindow {
    const kind = this.#options.kind();
    if (this.#window && this.#kind === kind) return this.#window;
    this.#window?.destroy();
    this.#kind = kind;
    this.#painted = false;
    const window = this.#options.create(kind === 'flyout' ? FLYOUT : ORDINARY);
    this.#window = window;
    this.#follow(window);
    return window;
  }

  #follow(window: BrowserWindow): void {
    window.once('ready-to-show', () => (this.#painted = true));
    window.on('blur', () => this.#lostFocus());
    window.on('hide', () => this.#releaseLater(window));
    window.on('show', () => clearTimeout(this.#release));
    window.on('close', (event) => {
      event.preventDefault();
      window.hide();
    });
    window.on('closed', () => {
      if (this.#window === window) this.#window = null;
    });
  }

  #lostFocus(): void {
    if (this.#kind === 'ordinary' || this.#dialogs > 0) return;
    if (this.#window?.webContents.isDevToolsOpened()) return;
    this.#blurredAt = performance.now();
    this.hide();
  }

  #releaseLater(window: BrowserWindow): void {
    clearTimeout(this.#release);
    this.#release = setTimeout(() => {
      if (!window.isDestroyed() && !window.isVisible()) window.destroy();
    }, KEEP_HIDDEN_MS);
  }

  #place(window: BrowserWindow, icon: Rectangle | null): void {
    if (this.#kind === 'ordinary') return;
    const display = icon ? screen.getDisplayMatching(icon) : screen.getPrimaryDisplay();
    const at = icon && popupPlacement(icon, display, SIZE);
    if (at) window.setBounds({ ...at, ...SIZE });
    else window.center();
  }
}

const FLYOUT: BrowserWindowConstructorOptions = {
  ...SIZE,
  frame: false,
  resizable: false,
  minimizable: false,
  maximizable: false,
  skipTaskbar: true,
  alwaysOnTop: true,
};

const ORDINARY: BrowserWindowConstructorOptions = { ...SIZE, minWidth: 340, minHeight: 420 };

function present(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  window.show();
  window.focus();
}
