import type { Connection, Progress } from '../../shared/model/app-snapshot.ts';
import type { Result, SyncError } from '../../shared/model/sync-error.ts';
import type { SyncReport } from '../../shared/model/sync-report.ts';
import { runCycle } from '../sync/cycle.ts';
import type { Engine } from '../sync/engine.ts';
import type { Cancel, Clock, Log, Random } from '../sync/ports.ts';
import { createScheduler, type Scheduler, type Trigger } from '../sync/scheduler.ts';
import { StateWriteError } from '../sync/state-write-error.ts';
import { type CurrentStatus, currentStatus } from './current-status.ts';
import { cycleFields } from './cycle-fields.ts';
import { failedReport } from './failed-report.ts';
import type { EngineSource, OpenEngine } from './ports.ts';
import type { SessionRequest, SessionView } from './running-session.ts';

/** One connection at work: the engine, its schedule and what it last found. */
export interface SyncSession {
  readonly connection: Connection;
  readonly scheduler: Scheduler;
  view(): SessionView;
  /** Runs a decision between two cycles, never during one; then a cycle follows. Errors: whatever opening or the decision says. */
  decide<T>(work: (engine: Engine) => Result<T> | Promise<Result<T>>): Promise<Result<T>>;
  /** Looks between two cycles, never during one. Nothing follows. */
  between<T>(work: (engine: Engine) => Promise<Result<T>>): Promise<Result<T>>;
  /** Reads without waiting for a cycle. */
  read<T>(work: (engine: Engine) => Promise<Result<T>>): Promise<Result<T>>;
  /** Drops history that is no longer to be kept, between two cycles. */
  tidy(): Promise<void>;
  /** Ends the running cycle at its next safe point. */
  cancel(): void;
  stop(): Promise<void>;
}

/** These ask for everything: what was adopted before may not be what GIIP holds now (api.md). */
const AUDITS: readonly Trigger[] = ['start', 'resumed', 'token'];

/** Who quits does not wait for a server that does not answer. A push that is cut off is looked for by the next cycle. */
const PATIENCE_MS = 3_000;

/** A chain of works, one at a time. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** A database that cannot be written is an expected failure: what was committed before stands. */
async function orStateError<T>(work: () => Result<T> | Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StateWriteError) return { ok: false, error: error.error };
    throw error;
  }
}

export interface SyncSessionPorts {
  readonly engines: EngineSource;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** Starts nothing by itself: call `scheduler.start()`. `onChange` follows every change of `view()`. */
export function createSyncSession(
  ports: SyncSessionPorts,
  { connection, token, facts, onChange, onCycleEnd }: SessionRequest,
): SyncSession {
  const inTurn = createQueue();
  let opened: OpenEngine | null = null;
  let endWatch: (() => Promise<void>) | null = null;
  let progress: Progress | null = null;
  let status: CurrentStatus | null = null;
  let report: SyncReport | null = null;
  let localError: SyncError | null = null;
  /** Of the cycle that runs now. */
  let atWork: Cancel | null = null;

  async function close(): Promise<void> {
    const [end, engine] = [endWatch, opened];
    endWatch = null;
    opened = null;
    await end?.();
    await engine?.close();
  }

  async function open(): Promise<Result<OpenEngine>> {
    if (opened) return { ok: true, value: opened };
    const result = await ports.engines.open(connection, token, 'work');
    if (!result.ok) return result;
    opened = result.value;
    endWatch = await opened.watch(() => scheduler.trigger('files'));
    return result;
  }

  async function refresh(isAfterCycle = false): Promise<void> {
    if (!opened) return;
    const found = await currentStatus(opened.engine, isAfterCycle);
    status = found.ok ? found.value : status;
    localError = found.ok ? null : found.error;
    onChange();
  }

  async function cycle(why: Trigger, cancel: Cancel): Promise<SyncReport> {
    // Once refused, the client makes no more calls: only a person who acts gets a new one.
    if (report?.outcome === 'unauthorized') await close();
    const ready = await open();
    if (!ready.ok) return failedReport(ready.error);
    const { engine, wasKilled } = ready.value;
    const isFirst = report === null;
    // Who asks for a sync by hand may have a reason to doubt what was seen so far.
    if (why === 'manual') engine.recall?.touch(null);
    return runCycle(engine, {
      audit: AUDITS.includes(why) || isFirst,
      wasKilled: wasKilled && isFirst,
      cancel,
      onProgress: (now) => {
        progress = now;
        onChange();
      },
    });
  }

  async function run(why: Trigger, cancel: Cancel): Promise<SyncReport> {
    return inTurn(async () => {
      atWork = cancel;
      const ended = await cycle(why, cancel).finally(() => {
        atWork = null;
      });
      report = ended;
      progress = null;
      ports.log.write('info', 'cycle-ended', cycleFields(why, ended));
      onCycleEnd(ended);
      opened?.tidy();
      await refresh(ended.error === undefined && !ended.stopped);
      return ended;
    });
  }

  const scheduler = createScheduler({
    clock: ports.clock,
    random: ports.random,
    intervalMs: () => facts().settings.intervalSeconds * 1000,
    run,
    refresh: () => inTurn(() => refresh()),
    onChange,
  });

  /** A cycle that is to end does not wait for a server that does not answer, nor for the one it asks after that. */
  function hurry(cycle: Cancel | null): void {
    ports.clock.after(PATIENCE_MS, () => {
      if (cycle === null || atWork !== cycle) return;
      void opened?.interrupt();
      hurry(cycle);
    });
  }

  return {
    connection,
    scheduler,
    view: () => ({
      schedule: scheduler.state(),
      progress,
      status,
      error: report?.error ?? localError,
      outcome: report?.outcome ?? null,
      stopped: report?.stopped === true,
    }),
    decide: (work) =>
      inTurn(async () => {
        const ready = await open();
        if (!ready.ok) return ready;
        const result = await orStateError(() => work(ready.value.engine));
        await refresh();
        if (result.ok) scheduler.trigger('manual');
        return result;
      }),
    between: (work) =>
      inTurn(async () => {
        const ready = await open();
        return ready.ok ? orStateError(() => work(ready.value.engine)) : ready;
      }),
    async read(work) {
      const ready = opened ? { ok: true as const, value: opened } : await inTurn(open);
      return ready.ok ? orStateError(() => work(ready.value.engine)) : ready;
    },
    tidy: () => inTurn(async () => opened?.tidy()),
    cancel() {
      scheduler.cancel();
      hurry(atWork);
    },
    async stop() {
      const endPatience = ports.clock.after(PATIENCE_MS, () => void opened?.interrupt());
      await scheduler.stop();
      endPatience();
      await inTurn(close);
    },
  };
}
