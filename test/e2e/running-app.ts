import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import type { WindowName } from '../../shared/ipc/contract.ts';
import type { Place } from './app-fixture.ts';

export const PROGRAM = process.env.OPENCLAW_SYNC_PROGRAM ?? 'dist/linux-unpacked/openclaw-sync';
/** Chromium has no sandbox for root; the keyring is named so that the desktop need not be recognised. */
const SWITCHES = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--password-store=gnome-libsecret'];
/** To GNOME Chromium sends the name of a temporary file for the tray's picture, to others the picture itself. */
const DESKTOP = 'KDE';

/** Another program than the tested one, and what it finds in its environment. */
interface GivenProgram {
  readonly program?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The packaged application as a person has it before them: its windows, its process, a second start. */
export class RunningApp {
  readonly electron: ElectronApplication;
  readonly #place: Place;
  #ended = false;

  private constructor(app: ElectronApplication, place: Place) {
    this.electron = app;
    this.#place = place;
  }

  static async start(
    place: Place,
    options: readonly string[],
    given: GivenProgram = {},
  ): Promise<RunningApp> {
    const args = [...SWITCHES, '--state-dir', place.stateDir, ...options];
    const env = { ...envOf(place), ...given.environment };
    const executablePath = given.program ?? PROGRAM;
    return new RunningApp(await electron.launch({ executablePath, args, env }), place);
  }

  /** The page of this window, as soon as it is there. */
  async window(name: WindowName): Promise<Page> {
    const intervals = [20, 50, 100];
    await expect
      .poll(() => this.#page(name) !== undefined, { message: `the window ${name}`, intervals })
      .toBe(true);
    return this.#page(name) as Page;
  }

  hasWindow(name: WindowName): boolean {
    return this.#page(name) !== undefined;
  }

  /** Whether this window stands on the screen. */
  async isShown(name: WindowName): Promise<boolean> {
    return (
      this.hasWindow(name) && this.inWindow(name, (window) => window.isVisible() && !window.isMinimized())
    );
  }

  /** Runs this in the main process, with the window. */
  async inWindow<T>(name: WindowName, act: (window: BrowserWindow) => T): Promise<T> {
    const window = await this.electron.browserWindow(await this.window(name));
    return window.evaluate(act);
  }

  /** The exit code, once the program has ended by itself. */
  async ended(): Promise<number> {
    this.#ended = true;
    const [code] = await once(this.electron.process(), 'exit');
    return code;
  }

  /** Starts the program once more, as a person does who clicks its launcher again. Answers its exit code. */
  async startAgain(...options: readonly string[]): Promise<number> {
    // The inspector of the test build is what lets `--no-sandbox` pass (electron/shell/hostile-switches.ts).
    const args = ['--inspect=0', ...SWITCHES, '--state-dir', this.#place.stateDir, ...options];
    const again = spawn(PROGRAM, args, { env: envOf(this.#place), stdio: 'ignore' });
    const [code] = await once(again, 'exit');
    return code;
  }

  /** Quits as the menu does, and waits until the process is gone. */
  async quit(): Promise<void> {
    this.#ended = true;
    await this.electron.close();
  }

  /** Pulls the plug. */
  async kill(): Promise<void> {
    this.#ended = true;
    const ended = once(this.electron.process(), 'exit');
    this.electron.process().kill('SIGKILL');
    await ended;
  }

  async end(): Promise<void> {
    if (!this.#ended) await this.quit();
  }

  #page(name: WindowName): Page | undefined {
    return this.electron.windows().find((page) => new URL(page.url()).hash.split('?')[0] === `#${name}`);
  }
}

function envOf({ root, config }: Place): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]);
  const own = { HOME: join(root, 'home'), XDG_CONFIG_HOME: config, XDG_CURRENT_DESKTOP: DESKTOP };
  return { ...Object.fromEntries(inherited), ...own };
}
