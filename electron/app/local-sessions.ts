import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import { ok, type Result } from '../../shared/model/sync-error.ts';
import { runCycle } from '../sync/cycle.ts';
import { passingTexts } from '../sync/heard-texts.ts';
import { conflictHandlers } from './conflict-handlers.ts';
import { historyHandlers } from './history-handlers.ts';
import type { EngineSource, OpenEngine } from './ports.ts';
import type {
  LookRequest,
  RunningSession,
  SessionFacts,
  SessionRequest,
  Sessions,
} from './running-session.ts';
import type { SessionCall } from './session-calls.ts';
import { createSyncSession, type SyncSessionPorts } from './sync-session.ts';

export interface LocalSessionPorts extends Omit<SyncSessionPorts, 'engines'> {
  /** Opens engines that go by these facts. */
  readonly engines: (facts: () => SessionFacts) => EngineSource;
}

/** Opens the connection to look only. */
async function looking<T>(
  { engines }: LocalSessionPorts,
  { connection, token, facts }: LookRequest,
  work: (open: OpenEngine) => Promise<Result<T>>,
): Promise<Result<T>> {
  const opened = await engines(facts).open(connection, token, 'look');
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

async function countItems({ engine }: OpenEngine): Promise<Result<{ readonly items: number }>> {
  // It is only counted.
  const answer = await engine.remote.pull({}, passingTexts(engine, () => false).keep);
  if (!answer.ok) return answer;
  const counts = [answer.value.config, answer.value.doc].map((section) =>
    section.state === 'items' ? section.items.length + section.rejected.length : 0,
  );
  return ok({ items: counts.reduce((sum, count) => sum + count, 0) });
}

function begin(ports: LocalSessionPorts, request: SessionRequest): RunningSession {
  const engines = ports.engines(request.facts);
  const session = createSyncSession({ ...ports, engines }, request);
  const handlers = {
    ...conflictHandlers((work) => work(session)),
    ...historyHandlers((work) => work(session)),
  };
  const { connection, scheduler, view, stop } = session;
  const { start, trigger, pause, resume } = scheduler;
  return {
    connection,
    start,
    trigger,
    pause,
    resume,
    view,
    call: <N extends SessionCall>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>> => {
      // A name and its handler belong together, which the compiler cannot follow across the union of calls.
      const handler = handlers[name] as (input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
      return handler(input);
    },
    factsChanged: () => void session.tidy(),
    stop,
  };
}

/** Sessions whose engine works in this very thread. */
export function localSessions(ports: LocalSessionPorts): Sessions {
  return {
    begin: (request) => begin(ports, request),
    countItems: (request) => looking(ports, request, countItems),
    planFirstSync: (request) =>
      looking(ports, request, async ({ engine }) => {
        const report = await runCycle(engine, { dryRun: true });
        return report.error ? { ok: false, error: report.error } : ok(report.plan ?? []);
      }),
  };
}
