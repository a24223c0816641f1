import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BrowserStack } from '../../../electron/api/browser-stack.ts';
import type { RunningSession, SessionFacts, SessionView } from '../../../electron/app/running-session.ts';
import { systemClock } from '../../../electron/app/system-clock.ts';
import { type EngineHost, openEngineHost } from '../../../electron/engine-host/engine-host.ts';
import { watchWorkspace } from '../../../electron/workspace/workspace-watcher.ts';
import { DEFAULT_MACHINE_RULES } from '../../../shared/model/policy.ts';
import { DEFAULT_SETTINGS } from '../../../shared/model/settings.ts';
import { ok, type SyncError } from '../../../shared/model/sync-error.ts';

export const TOKEN = 'sk-of-the-engine-room';
export const FACTS: SessionFacts = { settings: DEFAULT_SETTINGS, rules: DEFAULT_MACHINE_RULES };

const ENGINE = join(import.meta.dirname, '..', '..', '..', 'electron', 'engine-worker.ts');

/** A connection at work in the real thread, and what it said. */
export interface Connected {
  readonly session: RunningSession;
  /** Of each cycle that has ended, its error. */
  readonly ends: (SyncError | undefined)[];
  /** Resolves when the view is as asked. */
  until(isSo: (view: SessionView) => boolean): Promise<SessionView>;
}

export interface EngineRoomOptions {
  readonly program?: string;
  readonly token?: string;
  readonly browser?: BrowserStack;
  readonly environment?: Readonly<Record<string, string>>;
  /** The system's proxy, in the words of a PAC file. */
  readonly proxy?: string;
}

const NO_BROWSER: BrowserStack = { request: () => Promise.reject(new Error('net::ERR_FAILED')) };

/** The engine's real thread, as main has it, with folders of its own. */
export class EngineRoom {
  readonly root = mkdtempSync(join(tmpdir(), 'openclaw-engine-'));
  readonly host: EngineHost;
  readonly said: { readonly event: string; readonly fields: object }[] = [];
  readonly tokensAsked: number[] = [];
  readonly #giipUrl: string;
  readonly #token: string;
  #sessions: RunningSession[] = [];

  constructor(giipUrl: string, options: EngineRoomOptions = {}) {
    this.#giipUrl = giipUrl;
    const { program = ENGINE, browser = NO_BROWSER, proxy = 'DIRECT', environment = {} } = options;
    this.#token = options.token ?? TOKEN;
    this.host = openEngineHost({
      program,
      start: { stateDir: join(this.root, 'state') },
      environment: { ...process.env, ...environment },
      network: { system: async () => proxy, browser, user: async () => null },
      watch: watchWorkspace,
      clock: systemClock,
      random: () => 0,
      log: { write: (_, event, fields = {}) => void this.said.push({ event, fields }) },
    });
  }

  /** A folder with these files. */
  folder(name: string, files: Readonly<Record<string, string>>): string {
    const workspace = join(this.root, name);
    for (const top of ['configs', 'docs']) mkdirSync(join(workspace, top), { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true });
      writeFileSync(join(workspace, path), text);
    }
    return workspace;
  }

  connect(workspace: string, lssn = 71, facts: () => SessionFacts = () => FACTS): Connected {
    const waiting = new Set<() => void>();
    const ends: Connected['ends'] = [];
    const session = this.host.begin({
      connection: { apiUrl: this.#giipUrl, lssn, workspace },
      facts,
      token: async () => {
        this.tokensAsked.push(lssn);
        return ok(this.#token);
      },
      onChange: () => {
        for (const look of waiting) look();
      },
      onCycleEnd: ({ error }) => void ends.push(error),
    });
    this.#sessions.push(session);
    return {
      session,
      ends,
      until: (isSo) =>
        new Promise((resolve) => {
          const look = (): void => {
            if (!isSo(session.view())) return;
            waiting.delete(look);
            resolve(session.view());
          };
          waiting.add(look);
          look();
        }),
    };
  }

  async close(): Promise<void> {
    for (const session of this.#sessions) await session.stop();
    await this.host.end();
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Nothing runs, and a look came after the last cycle. */
export function isAtRest({ schedule, status, progress }: SessionView): boolean {
  return !schedule.isRunning && status !== null && progress === null;
}
