import type { UpdateStatus, UpdatesOff } from '../../shared/model/updates.ts';
import type { Clock, Log, Random } from '../sync/ports.ts';
import { isNewer } from './judge-feed.ts';
import { firstLookDelay, nextLookDelay } from './look-delay.ts';
import { problemOf } from './update-failure.ts';

/** What fetches and installs: electron-updater, behind rules of our own. Each rejects on failure. */
export interface UpdateLibrary {
  /** The version that the signed feed offers to this computer, or null: none, or not its turn yet. */
  look(): Promise<string | null>;
  download(): Promise<void>;
  /** Only when nothing syncs any more: the program is replaced, and started again if asked. */
  install(restart: boolean): Promise<void>;
}

export interface UpdatesOptions {
  readonly version: string;
  /** Asked before every look and before the installation: policy and settings change while running. */
  readonly whyOff: () => Promise<UpdatesOff | null>;
  /** For one look: policy and settings may name another feed by the next one. */
  readonly library: () => Promise<UpdateLibrary>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly onChange: (status: UpdateStatus) => void;
}

/** Looks for new versions, has one ready, and installs it when the program ends. */
export interface Updates {
  status(): Promise<UpdateStatus>;
  /** Looks soon, and again every day. */
  start(): void;
  look(): Promise<void>;
  /** From now on the program starts again after the installation. False while nothing is ready. */
  wantRestart(): boolean;
  /** The last thing before the program ends. Never rejects. */
  installAtExit(): Promise<void>;
}

export function createUpdates(options: UpdatesOptions): Updates {
  const { version, clock, random, log } = options;
  let status: UpdateStatus = {
    version,
    off: null,
    lookedAt: null,
    stage: 'idle',
    next: null,
    problem: null,
  };
  let running: Promise<void> | null = null;
  let holder: UpdateLibrary | null = null;
  let restart = false;

  function tell(change: Partial<UpdateStatus>): void {
    status = { ...status, ...change };
    options.onChange(status);
  }

  async function current(): Promise<UpdateStatus> {
    status = { ...status, off: await options.whyOff() };
    return status;
  }

  async function lookAndDownload(): Promise<void> {
    const { off, stage } = await current();
    if (off !== null) return tell({ stage: 'idle', next: null, problem: null });
    if (stage === 'ready') return;
    tell({ stage: 'looking', problem: null });
    const library = await options.library();
    const offered = await library.look();
    // Its own look at the version, whatever the library was told: an older one is never fetched.
    const next = offered !== null && isNewer(offered, version) ? offered : null;
    log.write('info', 'update-looked', { version: next ?? 'none' });
    tell({ lookedAt: clock.now(), stage: next === null ? 'idle' : 'downloading', next });
    if (next === null) return;
    await library.download();
    holder = library;
    tell({ stage: 'ready' });
  }

  function failed(cause: unknown): void {
    const problem = problemOf(cause);
    log.write('warn', 'update-failed', { problem, cause });
    tell({ stage: 'idle', next: null, problem });
  }

  function look(): Promise<void> {
    running ??= lookAndDownload()
      .catch(failed)
      .finally(() => {
        running = null;
      });
    return running;
  }

  function lookAfter(ms: number): void {
    clock.after(ms, () => void look().then(() => lookAfter(nextLookDelay(random()))));
  }

  return {
    status: current,
    start: () => lookAfter(firstLookDelay(random())),
    look,
    wantRestart() {
      restart = status.stage === 'ready';
      return restart;
    },
    async installAtExit() {
      try {
        const { off, stage, next } = await current();
        if (off !== null || stage !== 'ready') return;
        log.write('info', 'update-installing', { version: next ?? '', restart });
        await holder?.install(restart);
      } catch (cause) {
        log.write('error', 'update-failed', { problem: 'notInstalled', cause });
      }
    },
  };
}
