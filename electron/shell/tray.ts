import { Menu, type MenuItemConstructorOptions, type Rectangle, Tray } from 'electron';
import type { AppSnapshot } from '../../shared/model/app-snapshot.ts';
import { trayImage } from './tray-images.ts';
import { type TrayAction, type TrayMenuItem, type TrayModel, trayModel } from './tray-model.ts';

/** Snapshots come up to ten times a second; a panel need not repaint that often. */
const UPDATE_MS = 200;
/** The tooltip says how long ago the last success was. */
const AGE_MS = 60_000;

export interface AppTrayOptions {
  /** One that stands there already, or null to make one. */
  readonly icon: Tray | null;
  readonly snapshot: () => AppSnapshot;
  readonly onClick: (icon: Rectangle) => void;
  /** With the connection that it is of, where the menu names one. */
  readonly onAction: (action: TrayAction, connection: string | null) => void;
}

/** The icon beside the clock. It renders the snapshot and holds no state of its own. */
export class AppTray {
  readonly #options: AppTrayOptions;
  readonly #tray: Tray;
  readonly #age: NodeJS.Timeout;
  #shown: TrayModel;
  #update: NodeJS.Timeout | undefined;

  constructor(options: AppTrayOptions) {
    this.#options = options;
    this.#shown = trayModel(options.snapshot(), Date.now());
    const picture = trayImage(this.#shown.icon);
    this.#tray = options.icon ?? new Tray(picture);
    if (options.icon !== null) this.#tray.setImage(picture);
    this.#tray.setToolTip(this.#shown.tooltip);
    this.#setMenu(this.#shown);
    this.#tray.on('click', (_event, bounds) => options.onClick(bounds));
    // macOS: with a menu set, every click would open it and none would reach the popup.
    this.#tray.on('right-click', () => this.#popUpMenu());
    this.#age = setInterval(() => this.#render(), AGE_MS);
  }

  /** All zeros on Linux, where nobody says. */
  bounds(): Rectangle {
    return this.#tray.getBounds();
  }

  /** Shows the newest snapshot soon. */
  refresh(): void {
    this.#update ??= setTimeout(() => this.#render(), UPDATE_MS);
  }

  /** For a panel that changed its colour. */
  repaint(): void {
    this.#tray.setImage(trayImage(this.#shown.icon));
  }

  end(): void {
    clearTimeout(this.#update);
    clearInterval(this.#age);
    this.#tray.destroy();
  }

  #render(): void {
    clearTimeout(this.#update);
    this.#update = undefined;
    const before = this.#shown;
    const model = trayModel(this.#options.snapshot(), Date.now());
    this.#shown = model;
    if (model.icon !== before.icon) this.#tray.setImage(trayImage(model.icon));
    if (model.tooltip !== before.tooltip) this.#tray.setToolTip(model.tooltip);
    if (JSON.stringify(model.menu) !== JSON.stringify(before.menu)) this.#setMenu(model);
  }

  /** Linux shows only what was set last: a menu that changes later is not seen (Tray, "Platform considerations"). */
  #setMenu(model: TrayModel): void {
    if (process.platform !== 'darwin') this.#tray.setContextMenu(this.#menu(model.menu));
  }

  #popUpMenu(): void {
    if (process.platform === 'darwin') this.#tray.popUpContextMenu(this.#menu(this.#shown.menu));
  }

  #menu(items: readonly TrayMenuItem[]): Menu {
    return Menu.buildFromTemplate(items.map((item) => this.#menuItem(item)));
  }

  #menuItem(item: TrayMenuItem): MenuItemConstructorOptions {
    switch (item.kind) {
      case 'separator':
        return { type: 'separator' };
      case 'text':
        return { label: escaped(item.label), enabled: false };
      case 'submenu':
        return { label: escaped(item.label), submenu: item.items.map((child) => this.#menuItem(child)) };
      case 'action':
        return {
          label: escaped(item.label),
          enabled: item.enabled,
          click: () => this.#options.onAction(item.action, item.connection ?? null),
        };
    }
  }
}

/** A single ampersand would underline the next letter. */
function escaped(label: string): string {
  return label.replace(/&/g, '&&');
}
