import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SyncReport } from '../../../shared/model/sync-report.ts';
import { type Ran, type Running, type RunOptions, runProgram, startProgram } from './run-program.ts';

export const TOKEN = 'sk-test';
export const LSSN = 71;

/** What `sync --json` prints: the report with words for the error and for what is held. */
export interface SyncJson extends Omit<SyncReport, 'held' | 'error' | 'plan'> {
  readonly held: readonly { readonly path: string; readonly reason: string }[];
  readonly error?: { readonly code: string; readonly message: string; readonly help: string };
  readonly plan?: readonly {
    readonly path: string;
    readonly action: string;
    readonly reason: string;
    readonly overwrites: boolean;
  }[];
  readonly pending?: readonly { readonly path: string; readonly change: string }[];
  readonly lastSuccess?: string | null;
}

export interface Synced extends SyncJson {
  readonly code: number | null;
}

/** One computer: a home with an Openclaw folder and a state folder, and the command line on it. */
export class Machine {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'openclaw-scenario-')));
  readonly home = join(this.root, 'home');
  readonly workspace = join(this.home, '.openclaw');
  readonly stateDir = join(this.root, 'state');
  readonly #apiUrl: string;
  readonly #started: Running[] = [];

  constructor(apiUrl: string) {
    this.#apiUrl = apiUrl;
    for (const folder of ['configs', 'docs']) mkdirSync(join(this.workspace, folder), { recursive: true });
  }

  /** A file of the folder, as an editor saves it. */
  write(path: string, content: string | Buffer): void {
    const file = join(this.workspace, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  /** Byte for byte: a byte order mark is part of the text. */
  read(path: string): string | null {
    const file = join(this.workspace, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  }

  remove(path: string): void {
    rmSync(join(this.workspace, path), { recursive: true });
  }

  /** The options that say where this computer works. */
  get connection(): readonly string[] {
    const where = ['--workspace', this.workspace, '--state-dir', this.stateDir];
    return [...where, '--api-url', this.#apiUrl, '--lssn', String(LSSN)];
  }

  get environment(): Readonly<Record<string, string>> {
    return { HOME: this.home, OPENCLAW_SYNC_TOKEN: TOKEN };
  }

  run(command: string, ...args: readonly string[]): Promise<Ran> {
    return this.runWith({}, command, ...args);
  }

  runWith(options: RunOptions, command: string, ...args: readonly string[]): Promise<Ran> {
    return runProgram([command, ...this.connection, ...args], { env: this.environment, ...options });
  }

  start(command: string, ...args: readonly string[]): Running {
    return this.startWith({}, command, ...args);
  }

  startWith(options: RunOptions, command: string, ...args: readonly string[]): Running {
    return this.startBare(options, command, ...this.connection, ...args);
  }

  /** Without being told where this computer works. */
  startBare(options: RunOptions, ...words: readonly string[]): Running {
    const running = startProgram(words, { env: this.environment, ...options });
    this.#started.push(running);
    return running;
  }

  /** A command with `--json`: its object and its exit code. */
  async json(command: string, ...args: readonly string[]): Promise<Synced> {
    const { code, stdout, stderr } = await this.run(command, '--json', ...args);
    if (stdout === '') throw new Error(`nothing on standard output, exit code ${code}: ${stderr}`);
    return { ...(JSON.parse(stdout) as SyncJson), code };
  }

  sync(...args: readonly string[]): Promise<Synced> {
    return this.json('sync', ...args);
  }

  /** A test that failed has left its programs running. */
  async dispose(): Promise<void> {
    for (const { child } of this.#started) child.kill('SIGKILL');
    await Promise.all(this.#started.map(({ ended }) => ended));
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
}
