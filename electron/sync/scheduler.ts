import type { SyncReport } from '../../shared/model/sync-report.ts';
import { assertNever } from '../../shared/util/assert-never.ts';
import type { Cancel, Clock, Random } from './ports.ts';
import { createQuietTimer } from './quiet-timer.ts';
import { retryDelay, withJitter } from './retry-delay.ts';

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
  /** A cycle threw what nobody expected; it counts as a failure and the schedule goes on. */
  readonly onUnexpected?: (error: unknown) => void;
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
  /** One that was paused before looks at the folder only. */
  start(): void;
  trigger(why: Trigger): void;
  /** Null: until resumed. */
  pause(untilMs: number | null): void;
  resume(): void;
  /** Ends the running cycle at its next safe point, whatever else was due; the next automatic one comes as planned. */
  cancel(): void;
  state(): SchedulerState;
  /** Ends at the next safe point of a running cycle. */
  stop(): Promise<void>;
}

/** After a resume the network needs a moment; a miss then would only start a back-off. */
const SETTLE_MS = 3_000;

/** These do not wait for a back-off to end, and of two that are due together the first one here is run. */
const URGENT: readonly Trigger[] = ['token', 'manual', 'resumed', 'online'];

/** The reason that asks for more, of two cycles that become one. */
function stronger(a: Trigger | null, b: Trigger): Trigger {
  const rank = (why: Trigger): number => (URGENT.includes(why) ? URGENT.indexOf(why) : URGENT.length);
  return a !== null && rank(a) <= rank(b) ? a : b;
}

/** One cycle at a time: by interval, by file changes, by hand, after resume. A trigger during a cycle makes one more due. */
export function createScheduler(ports: SchedulerPorts): Scheduler {
  const { clock, random } = ports;
  let isEnded = false;
  /** Of the cycle that ran last. */
  let cancel = { aborted: false };
  let running: Promise<void> | null = null;
  let due: Trigger | null = null;
  let armed: Trigger | null = null;
  let nextAt: number | null = null;
  let failures = 0;
  let paused: { readonly until: number | null } | null = null;
  let isRefused = false;
  let isStarted = false;
  let cancelTimer: () => void = () => undefined;
  let cancelPause: () => void = () => undefined;
  const quiet = createQuietTimer(clock, () => {
    // What a stopped cycle has written must not start the next one.
    if (paused || isRefused || failures > 0 || cancel.aborted) void ports.refresh();
    else begin('files');
  });

  function disarm(): void {
    cancelTimer();
    armed = null;
    nextAt = null;
  }

  function arm(ms: number, why: Trigger): void {
    disarm();
    armed = why;
    nextAt = clock.now() + ms;
    cancelTimer = clock.after(ms, () => begin(armed ?? why));
    ports.onChange();
  }

  function armAfter(report: SyncReport | null): void {
    isRefused = report?.outcome === 'unauthorized';
    // Stopped is neither a failure nor a success.
    if (!report?.stopped) failures = report && !report.error ? 0 : failures + 1;
    if (paused || isRefused || isEnded) return;
    const interval = ports.intervalMs();
    const asked = report?.error?.retryAfterMs ?? 0;
    arm(
      failures === 0 ? withJitter(interval, random) : retryDelay(failures, interval, asked, random),
      'interval',
    );
  }

  async function runOne(why: Trigger): Promise<void> {
    disarm();
    cancel = { aborted: false };
    ports.onChange();
    let report: SyncReport | null = null;
    try {
      report = await ports.run(why, cancel);
    } catch (error) {
      ports.onUnexpected?.(error);
    }
    armAfter(report);
  }

  /** What became due during a cycle; after a failure only what ends a back-off. */
  function takeDue(): Trigger | null {
    const why = due;
    due = null;
    if (why === null || why === 'manual' || why === 'token') return why;
    if (paused || isRefused) return null;
    return (failures === 0 && !cancel.aborted) || URGENT.includes(why) ? why : null;
  }

  function begin(why: Trigger): void {
    if (!isStarted || isEnded) return;
    if (running !== null) {
      due = stronger(due, why);
      return;
    }
    running = runOne(why).finally(() => {
      running = null;
      const next = takeDue();
      ports.onChange();
      if (next === 'resumed' || next === 'online') arm(SETTLE_MS, next);
      else if (next) begin(next);
    });
  }

  function endPause(): void {
    if (!paused) return;
    cancelPause();
    paused = null;
    ports.onChange();
    begin('manual');
  }

  /** Missed ticks collapse into one. Timers may have slept with the computer, so a pause may be over by now. */
  function settleThenBegin(why: Trigger): void {
    if (paused !== null && clock.now() >= (paused.until ?? Number.POSITIVE_INFINITY)) endPause();
    else if (paused || isRefused) return;
    else if (running !== null) begin(why);
    // A network that comes and goes must not put the cycle off each time.
    else if (armed === 'resumed' || armed === 'online') armed = stronger(armed, why);
    else arm(SETTLE_MS, armed === null ? why : stronger(armed, why));
  }

  function trigger(why: Trigger): void {
    if (!isStarted || isEnded) return;
    if (why === 'files') quiet.hint();
    else if (why === 'resumed' || why === 'online') settleThenBegin(why);
    else if (why === 'manual' || why === 'token') {
      isRefused = false;
      begin(why);
    } else if (why === 'start' || why === 'interval') {
      if (!paused && !isRefused) begin(why);
    } else assertNever(why, 'trigger');
  }

  return {
    start() {
      isStarted = true;
      if (paused === null) begin('start');
      else void ports.refresh();
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
    cancel() {
      if (running === null) return;
      cancel.aborted = true;
      due = null;
    },
    state: () => ({
      isRunning: running !== null,
      nextAt,
      failures,
      isPaused: paused !== null,
      pausedUntil: paused?.until ?? null,
    }),
    async stop() {
      isEnded = true;
      cancel.aborted = true;
      disarm();
      quiet.end();
      cancelPause();
      await running;
    },
  };
}
