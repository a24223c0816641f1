import { app, type BrowserWindow, type NativeImage, nativeTheme, type Rectangle, screen } from 'electron';
import type { Language } from '../../shared/language.ts';
import type { WriteLog } from '../../shared/log-events.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import { needsPerson } from '../../shared/model/worst-first.ts';
import type { Connections } from '../app/application.ts';
import { AppWindows } from './app-windows.ts';
import type { EarlyTray } from './early-tray.ts';
import { endWithSystem } from './end-with-system.ts';
import { isWaylandSession } from './is-wayland-session.ts';
import { AppTray } from './tray.ts';
import type { TrayHost } from './tray-host.ts';
import type { TrayAction } from './tray-model.ts';
import { watchPowerEvents } from './watch-power-events.ts';
import { openFolder } from './window-calls.ts';

/** A push may take minutes. Quitting in the middle of one is safe: the next start finds out what came of it. */
const STOP_LIMIT_MS = 20_000;
/** Putting a new version in place copies some hundred megabytes. */
const AT_REST_LIMIT_MS = 60_000;
/** Without bounds, a click this near to the edge of the screen was on a panel there. */
const PANEL_DEPTH = 64;

export interface DesktopOptions {
  readonly connections: Connections;
  readonly host: TrayHost;
  /** The icon that stands there already, for as long as there is a host. */
  readonly early: EarlyTray;
  readonly preload: string;
  readonly icon: NativeImage | null;
  /** Tells the page of an open window which item it is asked for. */
  readonly itemOpened: (window: BrowserWindow, path: ItemPath) => void;
  /** A window shows another connection than before. */
  readonly shown: (window: BrowserWindow, connection: string) => void;
  /** The last thing before the program ends, when the engine has come to rest. */
  readonly atRest: () => Promise<void>;
  readonly log: WriteLog;
}

/** The application on the desktop: tray, windows and what the computer tells. It decides nothing about syncing. */
export class Desktop {
  readonly windows: AppWindows;
  readonly #options: DesktopOptions;
  #tray: AppTray | null = null;
  #stopping: Promise<void> | null = null;
  #early: EarlyTray | null;

  constructor(options: DesktopOptions) {
    this.#options = options;
    this.#early = options.early;
    const { connections, host, preload, icon, itemOpened, shown, log } = options;
    this.windows = new AppWindows({
      preload,
      ...(icon ? { icon } : {}),
      popupKind: () => (host.available() && !isWaylandSession() ? 'flyout' : 'ordinary'),
      trayIcon: () => knownPlace(this.#tray?.bounds()),
      itemOpened,
      shown,
      existing: (id) => connections.snapshot(id).connectionId,
      closed: (name, connection) => name === 'setup' && connections.dropDraft(connection),
      log,
    });
  }

  /** Puts the icon there, then the window that a person needs to see, if any. */
  start(hidden: boolean): void {
    const { connections, early } = this.#options;
    const isClicked = early.taken();
    this.updateTray();
    connections.onChange(() => this.#tray?.refresh());
    nativeTheme.on('updated', () => this.#tray?.repaint());
    watchPowerEvents((what) => connections.nudge(what));
    // The application lives in the tray: it ends by Quit only.
    app.on('window-all-closed', () => undefined);
    app.on('activate', () => this.openMain());
    app.on('before-quit', (event) => this.#beforeQuit(event));
    endWithSystem(() => this.end());
    const needed = connections.worst().state === 'setup' || !this.#options.host.available();
    if (isClicked || (needed && !hidden)) this.openMain();
  }

  /** What its windows speak. */
  language(): Language {
    return this.#options.connections.worst().language;
  }

  /** The window that starting the program again brings: set-up until it is done, then the popup. */
  openMain(): void {
    const { state, connectionId } = this.#options.connections.worst();
    if (state === 'setup') this.windows.open('setup', connectionId);
    else this.windows.open('popup', this.#mainConnection());
  }

  /** What the popup shows now; when it is not there, the connection that a person must look at, or the one of last time. */
  #mainConnection(): string {
    const { connections } = this.#options;
    const last = connections.snapshot(this.windows.popupConnection()).connectionId;
    const { state, connectionId } = connections.worst();
    const isShown = this.windows.popup.window()?.isVisible() === true;
    return !isShown && needsPerson(state) ? connectionId : last;
  }

  /** A panel came or went: the icon follows it, and so does the sentence about it in the window. */
  trayHostChanged(): void {
    this.updateTray();
    this.#options.connections.nudge('trayHost');
  }

  /** Makes the icon when a host appears: one that was made before is never shown by it. */
  updateTray(): void {
    this.#tray?.end();
    this.#tray = null;
    const early = this.#early;
    this.#early = null;
    if (!this.#options.host.available()) {
      early?.icon.destroy();
      return;
    }
    const failed = (action: TrayAction, cause: unknown): void =>
      this.#options.log('error', 'tray-action-failed', { action, cause });
    this.#tray = new AppTray({
      icon: early?.icon ?? null,
      snapshot: () => this.#options.connections.worst(),
      onClick: (icon) => this.#clicked(icon),
      onAction: (action, id) => void this.#act(action, id).catch((cause: unknown) => failed(action, cause)),
    });
  }

  #clicked(icon: Rectangle): void {
    const { state, connectionId } = this.#options.connections.worst();
    if (state === 'setup') this.windows.open('setup', connectionId);
    else this.windows.togglePopup(this.#mainConnection(), knownPlace(icon) ?? clickedPlace());
  }

  /** Of the connection that the menu named, or of all. */
  async #act(action: TrayAction, named: string | null): Promise<void> {
    const { connections } = this.#options;
    const id = named ?? this.#mainConnection();
    const each = async (work: (handlers: ReturnType<Connections['handlers']>) => Promise<unknown>) => {
      const ids = named === null ? connections.ids() : [named];
      await Promise.all(ids.map((one) => work(connections.handlers(one))));
    };
    switch (action) {
      case 'open':
        return named === null ? this.openMain() : this.windows.open('popup', named);
      case 'doctor':
      case 'compare':
      case 'settings':
      case 'setup':
      case 'conflicts':
      case 'history':
      case 'preview':
        return this.windows.open(action, id);
      case 'undo':
        return this.windows.openItem({ window: 'history', path: null, undo: true }, id);
      case 'syncNow':
        return each((handlers) => handlers['sync.now'](null));
      case 'stopSyncing':
        return each((handlers) => handlers['sync.cancel'](null));
      case 'pauseHour':
        return each((handlers) => handlers['sync.pause']('hour'));
      case 'pauseTomorrow':
        return each((handlers) => handlers['sync.pause']('tomorrow'));
      case 'pauseResumed':
        return each((handlers) => handlers['sync.pause']('resumed'));
      case 'resume':
        return each((handlers) => handlers['sync.resume'](null));
      case 'openFolder':
        return void (await openFolder(connections.snapshot(id).connection?.workspace ?? null));
      case 'quit':
        return app.quit();
    }
  }

  /** Holds quitting until the engine has reached a safe point, but not for ever; where IT forbids it, altogether. */
  #beforeQuit(event: { preventDefault(): void }): void {
    event.preventDefault();
    if (this.#options.connections.worst().quitAllowed) this.end();
  }

  /** Ends whatever a person may do: for the system, for the package manager, for an update. */
  end(): void {
    this.#stopping ??= this.#stop();
  }

  /** Whatever goes wrong on the way, it ends: a program that neither works nor goes is the worst of all. */
  async #stop(): Promise<void> {
    try {
      this.#leaveTheScreen();
      await this.#comeToRest();
    } catch (cause) {
      this.#options.log('error', 'application-not-stopped', { cause });
    }
    app.exit(0);
  }

  #leaveTheScreen(): void {
    for (const window of this.windows.all()) window.hide();
    this.#tray?.end();
    this.#tray = null;
    this.#options.host.end();
  }

  async #comeToRest(): Promise<void> {
    const { connections, atRest } = this.#options;
    const stopped = connections.stop().then(() => true);
    if (await within(STOP_LIMIT_MS, stopped)) await within(AT_REST_LIMIT_MS, atRest());
  }
}

/** What it answers, or undefined when it takes longer. */
function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  const limit = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), ms));
  return Promise.race([work, limit]);
}

/** Linux answers all zeros, which is no place. */
function knownPlace(icon: Rectangle | undefined): Rectangle | null {
  return icon && icon.width > 0 && icon.height > 0 ? icon : null;
}

/** Where the icon must be when it was just clicked: under the pointer, if that is at an edge where panels are. */
function clickedPlace(): Rectangle | null {
  if (isWaylandSession()) return null;
  const pointer = screen.getCursorScreenPoint();
  const { bounds } = screen.getDisplayNearestPoint(pointer);
  const depths = [
    pointer.x - bounds.x,
    pointer.y - bounds.y,
    bounds.x + bounds.width - pointer.x,
    bounds.y + bounds.height - pointer.y,
  ];
  return Math.min(...depths) <= PANEL_DEPTH ? { ...pointer, width: 1, height: 1 } : null;
}
