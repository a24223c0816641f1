import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import { fail, type Result } from '../../shared/model/sync-error.ts';
import { failedReport } from '../app/failed-report.ts';
import { IDLE_VIEW } from '../app/idle-view.ts';
import type { RunningSession, SessionRequest, SessionView } from '../app/running-session.ts';
import type { SessionCall } from '../app/session-calls.ts';
import type { Clock, Random } from '../sync/ports.ts';
import { retryDelay } from '../sync/retry-delay.ts';
import type { EngineClients } from './engine-clients.ts';
import type { Pause, SessionAct, ViewChange } from './engine-messages.ts';
import { type EngineChannel, EngineEnded, type EngineThread } from './engine-thread.ts';
import { withChange } from './view-changes.ts';

export interface RemoteSessionPorts {
  readonly thread: EngineThread;
  readonly clients: EngineClients;
  readonly clock: Clock;
  readonly random: Random;
}

const ENGINE_ENDED = { code: 'engine-ended' } as const;

/** A thread that has died is an expected failure; whatever else comes is a surprise. */
export async function orEngineEnded<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EngineEnded) return fail(ENGINE_ENDED.code);
    throw error;
  }
}

/** As it stands when the thread has died in the middle of it. */
function viewAfterDeath(view: SessionView, nextAt: number): SessionView {
  const { schedule } = view;
  return {
    ...view,
    progress: null,
    error: ENGINE_ENDED,
    outcome: 'failed',
    schedule: {
      ...schedule,
      isRunning: false,
      failures: schedule.failures + 1,
      nextAt: schedule.isPaused ? null : nextAt,
    },
  };
}

function withPause(view: SessionView, pause: Pause | null): SessionView {
  const schedule = { ...view.schedule, isPaused: pause !== null, pausedUntil: pause?.until ?? null };
  return { ...view, schedule };
}

/**
 * A session whose engine works in the other thread. When that dies, it says so, and begins again by itself after a
 * while, or at once when something is asked of it.
 */
export function remoteSession(ports: RemoteSessionPorts, request: SessionRequest): RunningSession {
  const { thread, clients, clock, random } = ports;
  const { connection, token, facts, onChange, onCycleEnd } = request;
  let view = IDLE_VIEW;
  let begunOn: EngineChannel | null = null;
  let deaths = 0;
  let isStopped = false;
  let cancelRetry: () => void = () => undefined;

  function viewChanged(change: ViewChange): void {
    view = withChange(view, change);
    onChange();
  }

  function died(): void {
    if (begunOn === null || isStopped) return;
    begunOn = null;
    deaths += 1;
    const delay = retryDelay(deaths, facts().settings.intervalSeconds * 1000, 0, random);
    view = viewAfterDeath(view, clock.now() + delay);
    cancelRetry = clock.after(delay, () => void reach());
    onCycleEnd(failedReport(ENGINE_ENDED));
    onChange();
  }

  const client = clients.add({
    token,
    viewChanged,
    died,
    cycleEnded(end) {
      deaths = 0;
      onCycleEnd(end);
    },
  });

  /** The thread, with this session begun in it. */
  function reach(): EngineChannel {
    const engine = thread.reach();
    if (engine === begunOn) return engine;
    cancelRetry();
    begunOn = engine;
    const { isPaused, pausedUntil } = view.schedule;
    const pause = isPaused ? { until: pausedUntil } : null;
    engine.tell('session.begin', { client, connection, facts: facts(), pause });
    return engine;
  }

  function act(what: SessionAct): void {
    if (!isStopped) reach().tell('session.act', { client, facts: facts(), act: what });
  }

  return {
    connection,
    view: () => view,
    start: () => void reach(),
    trigger: (why) => act({ act: 'trigger', why }),
    pause(until) {
      view = withPause(view, { until });
      act({ act: 'pause', until });
    },
    resume() {
      view = withPause(view, null);
      act({ act: 'resume' });
    },
    factsChanged: () => act({ act: 'follow-facts' }),
    call: <N extends SessionCall>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>> =>
      orEngineEnded(async () => {
        if (isStopped) return fail(ENGINE_ENDED.code);
        const answer = await reach().ask('session.call', { client, facts: facts(), name, input });
        // The other side answers by the same name.
        return answer as Result<CallOutput<N>>;
      }),
    async stop() {
      isStopped = true;
      cancelRetry();
      await orEngineEnded(async () => {
        await begunOn?.ask('session.stop', { client });
        return { ok: true, value: null };
      });
      clients.remove(client);
    },
  };
}
