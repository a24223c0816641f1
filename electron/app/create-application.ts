import type { SetupInput } from '../../shared/ipc/contract.ts';
import { type Language, languageFor } from '../../shared/language.ts';
import type { Connection } from '../../shared/model/app-snapshot.ts';
import type { Settings } from '../../shared/model/settings.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import { policyView } from '../../shared/policy/policy-view.ts';
import { createAgentToken } from './agent-token.ts';
import type { Application, ApplicationCall, Handlers, Nudge } from './application.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { configuredConnection, setupDefaults } from './configured-connection.ts';
import { factsNow } from './facts-now.ts';
import { pauseEnd } from './pause-end.ts';
import type { ApplicationPorts } from './ports.ts';
import type { RunningSession } from './running-session.ts';
import { sessionHandlers } from './session-handlers.ts';
import { createSessionSeat } from './session-seat.ts';
import { checkInput, planFirstSync, testConnection } from './setup.ts';
import { createSnapshotOutlet } from './snapshot-outlet.ts';
import type { TokenSource } from './token-source.ts';

/** What was chosen, or what the operating system speaks. */
function languageOf({ settings, systemLanguages }: ApplicationPorts): Language {
  const { language } = settings.get();
  return language === 'system' ? languageFor(systemLanguages()) : language;
}

/** The application: owns the one snapshot, the connection at work, and the commands that change them. */
export function createApplication(ports: ApplicationPorts): Application {
  let isRehearsal = false;
  let policyRevision = 0;
  let endPolicy: () => void = () => undefined;

  const agentToken = createAgentToken(ports);
  const seat = createSessionSeat(() => outlet.changed());
  const atWork = (): RunningSession | null => seat.current()?.session ?? null;

  const outlet = createSnapshotOutlet(ports.clock, (revision) =>
    buildSnapshot(revision, {
      connection: seat.shown()?.connection ?? null,
      rehearsal: isRehearsal,
      credential: isRehearsal ? 'this-run-only' : agentToken.state(),
      trayHost: ports.trayHost(),
      language: languageOf(ports),
      policyRevision,
      quitAllowed: ports.policy.current().rules.quitAllowed,
      session: seat.shown()?.view() ?? null,
    }),
  );

  function connect(connection: Connection, token: TokenSource): Promise<void> {
    return seat.take(() => ({
      session: ports.sessions.begin({
        connection,
        token,
        facts: () => factsNow(ports),
        onChange: sessionChanged,
        // A rehearsal is nothing that monitoring should count as a success.
        onCycleEnd: isRehearsal ? () => undefined : (report) => ports.monitor.ended({ connection, report }),
      }),
      atWork: {
        connection,
        token,
        tokenPlace: async () => (isRehearsal ? 'rehearsal' : agentToken.place()),
      },
    }));
  }

  function isRefused(): boolean {
    return atWork()?.view().outcome === 'unauthorized';
  }

  function sessionChanged(): void {
    outlet.changed();
    const session = atWork();
    if (session === null || isRehearsal || !isRefused()) return;
    agentToken.refused(session.connection.apiUrl, () => atWork()?.trigger('token'));
  }

  async function withSession<T>(work: (session: RunningSession) => Promise<Result<T>>): Promise<Result<T>> {
    const session = atWork();
    return session ? work(session) : fail('workspace-not-set');
  }

  async function startSyncing(input: SetupInput): Promise<Result<null>> {
    const entered = await checkInput(ports, input);
    if (!entered.ok) return entered;
    const { connection, token } = entered.value;
    const kept = await agentToken.enter(token, connection.apiUrl);
    if (!kept.ok) return kept;
    const updated = ports.settings.update(connection);
    if (!updated.ok) return updated;
    if (isRehearsal) await ports.rehearsal.stop();
    isRehearsal = false;
    await connect(connection, agentToken.source(connection));
    return ok(null);
  }

  async function rehearse(): Promise<Result<null>> {
    const { connection, token } = await ports.rehearsal.start();
    isRehearsal = true;
    await connect(connection, async () => ok(token));
    return ok(null);
  }

  async function act(work: (running: RunningSession) => void): Promise<Result<null>> {
    return withSession(async (running) => {
      work(running);
      return ok(null);
    });
  }

  function changeSettings(change: Partial<Settings>): Result<Settings> {
    const updated = ports.settings.update(change);
    if (updated.ok) atWork()?.factsChanged();
    if (change.proxy !== undefined || change.caFile !== undefined) atWork()?.trigger('online');
    outlet.changed();
    return updated;
  }

  const handlers: Handlers<ApplicationCall> = {
    'snapshot.get': async () => ok(outlet.current()),
    'sync.now': () => act((running) => running.trigger('manual')),
    'sync.pause': (pauseFor) => act((running) => running.pause(pauseEnd(pauseFor, ports.clock.now()))),
    'sync.resume': () => act((running) => running.resume()),
    ...sessionHandlers(withSession),
    'setup.candidates': async () => ok(await ports.giipConfigs.candidates(setupDefaults(ports).workspace)),
    'setup.defaults': async () => ok(setupDefaults(ports)),
    'setup.test': (input) => testConnection(ports, input),
    'setup.plan': (input) => planFirstSync(ports, input),
    'setup.start': startSyncing,
    'rehearsal.start': rehearse,
    'policy.get': async () => ok(policyView(ports.policy.current())),
    'settings.get': async () => ok(ports.settings.get()),
    'settings.update': async (change) => changeSettings(change),
  };

  /** A rehearsal goes on; what the policy says then holds for what comes after it. */
  async function followPolicy(): Promise<void> {
    policyRevision += 1;
    outlet.changed();
    atWork()?.factsChanged();
    if (isRehearsal) return;
    const wanted = configuredConnection(ports);
    const isSame = JSON.stringify(wanted) === JSON.stringify(atWork()?.connection ?? null);
    if (isSame) atWork()?.trigger(isRefused() ? 'token' : 'interval');
    else if (wanted) await connect(wanted, agentToken.source(wanted));
    else void seat.leave();
  }

  function nudge(what: Nudge): void {
    if (what === 'settings') atWork()?.factsChanged();
    if (what === 'trayHost' || what === 'settings') outlet.changed();
    else atWork()?.trigger(what === 'unlocked' ? 'token' : what);
  }

  return {
    snapshot: outlet.current,
    onChange: outlet.onChange,
    handlers,
    atWork() {
      const seated = seat.current();
      return seated === null ? fail('workspace-not-set') : ok(seated.atWork);
    },
    policy: () => ports.policy.current(),
    nudge,
    async start() {
      endPolicy = ports.policy.onChange(() => void followPolicy());
      const connection = configuredConnection(ports);
      if (connection) await connect(connection, agentToken.source(connection));
      else outlet.changed();
    },
    async stop() {
      endPolicy();
      agentToken.end();
      ports.policy.end();
      await seat.end();
      ports.monitor.end();
      if (isRehearsal) await ports.rehearsal.stop();
    },
  };
}
