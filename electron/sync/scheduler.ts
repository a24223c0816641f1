import type { SyncReport } from '../../shared/model/sync-report.ts';
import { assertNever } from '../../shared/util/assert-never.ts';
import type { Cancel, Clock, Random } from './ports.ts';

/** Why a cycle starts. `manual`, `resumed`, `online` and `token` also end a back-off. */
export type Trigger = 'start' | 'interval' | 'files' | 'manual' | 'resumed' | 'online' | 'token';

export interface SchedulerPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly intervalMs: () => number;
  /** Runs one cycle; must not throw for expected failures. */
  readonly run: (trigger: Trigger, cancel: Cancel) => Promise<SyncReport>;
  /** Looks at the folder only, while no cycle may run (paused, backing off, token refused). */
  readonly refresh: () => Promise<void>;
  readonly onChange: () => void;
}

export interface SchedulerState {
  readonly isRunning: boolean;
  /** Epoch milliseconds of the next automatic cycle, or null while there is none. */
  readonly nextAt: number | null;
  /** Failed cycles in a row. */
  readonly failures: number;
  readonly isPaused: boolean;
  /** Epoch milliseconds; null while paused means "until resumed". */
  readonly pausedUntil: number | null;
}

export interface Scheduler {
  start(): void;
  trigger(why: Trigger): void;
  /** Null: until resumed. */
  pause(untilMs: number | null): void;
  resume(): void;
  state(): SchedulerState;
  /** Ends at the next safe point of a running cycle. */
  stop(): Promise<void>;
}

/** Editors write twice; a burst of saves is one batch. At most this quiet, so that a saved file is soon safe (research/performance.md, goal 6). */
const QUIET_MS = 100;
/** A folder that never gets quiet is looked at all the same. */
const MAX_QUIET_MS = 2_000;
const FIRST_RETRY_MS = 5_000;
/** Backing off ends here: syncing is never switched off by failures. */
const LAST_RETRY_MS = 15 * 60_000;
/** Hundreds of machines must not come at once: up to a fifth is added. */
const JITTER = 0.2;
/** After a resume the network needs a moment; a miss then would only start a back-off. */
const SETTLE_MS = 3_000;

function isFailure(report: SyncReport): boolean {
  return report.error !== undefined;
}

/** Milliseconds until the next attempt after so many failures in a row; the server's own wish is a lower bound. */
export function retryDelay(failures: number, intervalMs: number, askedMs: number, random: Random): number {
  const doubled = FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 20);
  const delay = Math.min(doubled, Math.max(LAST_RETRY_MS, intervalMs));
  return Math.max(delay, askedMs) * (1 + JITTER * random());
}

/** One cycle at a time: by interval, by file changes, by hand, after resume. A trigger during a cycle makes one more due. */
export function createScheduler(ports: SchedulerPorts): Scheduler {
  const { clock, random } = ports;
  let running: Promise<void> | null = null;
  let due: Trigger | null = null;
  let cancelTimer: () => void = () => undefined;
  let cancelQuiet: () => void = () => undefined;
  let cancelPause: () => void = () => undefined;
  let firstHint: number | null = null;
  let nextAt: number | null = null;
  let failures = 0;
  let paused: { readonly until: number | null } | null = null;
  let isRefused = false;
  let isStarted = false;
  const cancel = { aborted: false };

  function arm(ms: number, why: Trigger = 'interval'): void {
    cancelTimer();
    nextAt = clock.now() + ms;
    cancelTimer = clock.after(ms, () => begin(why));
    ports.onChange();
  }

  function disarm(): void {
    cancelTimer();
    nextAt = null;
  }

  function armAfter(report: SyncReport): void {
    const interval = ports.intervalMs();
    isRefused = report.outcome === 'unauthorized';
    failures = isFailure(report) ? failures + 1 : 0;
    if (paused || isRefused) return disarm();
    const wait = failures === 0 ? interval * (1 + JITTER * random()) : retryDelay(failures, interval, report.error?.retryAfterMs ?? 0, random);
    arm(wait);
  }

  async function runOne(why: Trigger): Promise<void> {
    disarm();
    ports.onChange();
    armAfter(await ports.run(why, cancel));
  }

  function begin(why: Trigger): void {
    if (!isStarted || cancel.aborted) return;
    if (running) {
      due = why;
      return;
    }
    running = runOne(why).finally(() => {
      running = null;
      const next = due;
      due = null;
      ports.onChange();
      if (next && !isRefused) begin(next);
    });
  }

  function hinted(): void {
    const now = clock.now();
    firstHint ??= now;
    cancelQuiet();
    const left = Math.max(0, Math.min(QUIET_MS, firstHint + MAX_QUIET_MS - now));
    cancelQuiet = clock.after(left, () => {
      firstHint = null;
      if (paused || isRefused || failures > 0) void ports.refresh();
      else begin('files');
    });
  }

  function endPause(): void {
    if (!paused) return;
    cancelPause();
    paused = null;
    ports.onChange();
    begin('manual');
  }

  function trigger(why: Trigger): void {
    if (!isStarted || cancel.aborted) return;
    switch (why) {
      case 'files':
        return hinted();
      case 'manual':
      case 'token':
        isRefused = false;
        return begin(why);
      case 'resumed':
      case 'online':
        // Missed ticks collapse into one.
        return paused || isRefused ? undefined : arm(SETTLE_MS, why);
      case 'start':
      case 'interval':
        return paused || isRefused ? undefined : begin(why);
      default:
        return assertNever(why, 'trigger');
    }
  }

  return {
    start() {
      isStarted = true;
      begin('start');
    },
    trigger,
    pause(until) {
      cancelPause();
      paused = { until };
      disarm();
      if (until !== null) cancelPause = clock.after(Math.max(0, until - clock.now()), endPause);
      ports.onChange();
    },
    resume: endPause,
    state: () => ({ isRunning: running !== null, nextAt, failures, isPaused: paused !== null, pausedUntil: paused?.until ?? null }),
    async stop() {
      cancel.aborted = true;
      for (const end of [cancelTimer, cancelQuiet, cancelPause]) end();
      await running;
    },
  };
}
