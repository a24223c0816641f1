import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TrayHost } from '../../e2e/tray/tray-host.ts';
import type { TrayItem } from '../../e2e/tray/tray-item.ts';

/** What is started, and what it is given. */
export interface Program {
  readonly file: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Chromium has no sandbox for root, which a packaged program accepts only where an inspector listens. */
const SWITCHES = [
  ...(process.getuid?.() === 0 ? ['--inspect=0', '--no-sandbox'] : []),
  '--password-store=gnome-libsecret',
];
const LIMIT_MS = 60_000;

/** The packaged application, which build/run-bench.mjs packs and names. */
export function packagedProgram(): string {
  const program = process.env.OPENCLAW_SYNC_PROGRAM;
  if (program === undefined) throw new Error('it needs a desktop session: npm run bench starts one');
  return program;
}

/** A tray program as a desktop has it: a process, and an icon on the bus. */
export class StartedProgram {
  readonly #process: ChildProcess;
  readonly #host: TrayHost;
  readonly #ended: Promise<unknown>;
  readonly #startedAt = performance.now();

  constructor(program: Program, host: TrayHost) {
    this.#host = host;
    const env = { ...process.env, XDG_CURRENT_DESKTOP: 'KDE', ...program.environment };
    this.#process = spawn(program.file, [...SWITCHES, ...program.args], { env, stdio: 'ignore' });
    this.#ended = once(this.#process, 'exit');
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** The icon, and how many milliseconds after the start it came. */
  async icon(): Promise<{ readonly item: TrayItem; readonly ms: number }> {
    await this.#until(() => this.#host.item() !== undefined, 'an icon');
    return { item: this.#host.item() as TrayItem, ms: performance.now() - this.#startedAt };
  }

  /** Milliseconds from the start until the icon says this. */
  async untilSaid(words: RegExp): Promise<number> {
    await this.#until(async () => words.test((await this.#host.item()?.tooltip()) ?? ''), String(words));
    return performance.now() - this.#startedAt;
  }

  async end(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
    this.#host.forget();
  }

  async #until(isTrue: () => boolean | Promise<boolean>, what: string): Promise<void> {
    while (!(await isTrue())) {
      const isLate = performance.now() - this.#startedAt > LIMIT_MS;
      if (isLate || this.#process.exitCode !== null) throw new Error(`There was no ${what} in time.`);
      await pause(1);
    }
  }
}

/** The environment of somebody who has just that folder as home. */
export function homeIn(home: string): Readonly<Record<string, string>> {
  const config = join(home, '.config');
  mkdirSync(config, { recursive: true });
  return { HOME: home, XDG_CONFIG_HOME: config };
}
