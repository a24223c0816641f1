import type { SetupCandidate, SetupInput } from '../../shared/ipc/contract.ts';
import { type Language, languageFor } from '../../shared/language.ts';
import type { Connection, CredentialState } from '../../shared/model/app-snapshot.ts';
import type { TokenPlace } from '../../shared/model/doctor.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import { policyView } from '../../shared/policy/policy-view.ts';
import type { Application, ApplicationCall, Handlers, Nudge } from './application.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { conflictHandlers } from './conflict-handlers.ts';
import { historyHandlers } from './history-handlers.ts';
import { pauseEnd } from './pause-end.ts';
import type { ApplicationPorts, ConnectionAtWork, CycleMonitor, TokenSource } from './ports.ts';
import { createProvidedToken } from './provided-token.ts';
import { checkInput, planFirstSync, testConnection } from './setup.ts';
import { createSnapshotOutlet } from './snapshot-outlet.ts';
import { createSyncSession, type SyncSession } from './sync-session.ts';

/** A rehearsal is nothing that monitoring should count as a success. */
const UNWATCHED: CycleMonitor = { ended: () => undefined, end: () => undefined };

/** The origin that a token is bound to. */
function originOf(apiUrl: string): string {
  return new URL(apiUrl).origin;
}

/** Settings, then this run's options, then what IT decides. */
function connectionValues({ settings, overrides, policy }: ApplicationPorts) {
  return { ...settings.get(), ...overrides, ...policy.current().settings };
}

/** The connection that they make together, or null while set-up is needed. */
function configured(ports: ApplicationPorts): Connection | null {
  const { apiUrl, lssn, workspace } = connectionValues(ports);
  return lssn === null || workspace === null ? null : { apiUrl, lssn, workspace };
}

/** What was chosen, or what the operating system speaks. */
function languageOf({ settings, systemLanguages }: ApplicationPorts): Language {
  const { language } = settings.get();
  return language === 'system' ? languageFor(systemLanguages()) : language;
}

/** The application: owns the one snapshot, the connection at work, and the commands that change them. */
export function createApplication(ports: ApplicationPorts): Application {
  let session: SyncSession | null = null;
  /** What is shown: the last one stays until the next has begun, since in between there is no set-up to be done. */
  let shown: SyncSession | null = null;
  let atWork: ConnectionAtWork | null = null;
  let isRehearsal = false;
  let credential: CredentialState = 'missing';
  let policyRevision = 0;
  let changing: Promise<void> = Promise.resolve();
  let endPolicy: () => void = () => undefined;

  const providedToken = createProvidedToken(ports);

  const outlet = createSnapshotOutlet(ports.clock, (revision) =>
    buildSnapshot(revision, {
      connection: shown?.connection ?? null,
      rehearsal: isRehearsal,
      credential,
      trayHost: ports.trayHost(),
      language: languageOf(ports),
      policyRevision,
      quitAllowed: ports.policy.current().rules.quitAllowed,
      session: shown?.view() ?? null,
    }),
  );

  function storedToken(connection: Connection): TokenSource {
    return async () => {
      const provided = providedToken.source(connection.apiUrl);
      if (provided) credential = 'managed';
      if (provided) return provided();
      if (ports.givenToken !== null) credential = 'this-run-only';
      if (ports.givenToken !== null) return ok(ports.givenToken);
      const loaded = await ports.tokens.load(originOf(connection.apiUrl));
      credential = await ports.tokens.state();
      return loaded;
    };
  }

  /** One after another: a policy may change while somebody sets up. */
  function connect(connection: Connection, token: TokenSource): Promise<void> {
    changing = changing.then(() => reconnect(connection, token));
    return changing;
  }

  async function endSession(): Promise<void> {
    const before = session;
    session = null;
    atWork = null;
    await before?.stop();
  }

  async function disconnect(): Promise<void> {
    await endSession();
    shown = null;
    outlet.changed();
  }

  async function reconnect(connection: Connection, token: TokenSource): Promise<void> {
    await endSession();
    const watched = isRehearsal ? { ...ports, monitor: UNWATCHED } : ports;
    atWork = { connection, token, tokenPlace: async () => tokenPlace() };
    session = createSyncSession(watched, connection, token, sessionChanged);
    shown = session;
    session.scheduler.start();
    outlet.changed();
  }

  function isRefused(): boolean {
    return session?.view().outcome === 'unauthorized';
  }

  function sessionChanged(): void {
    outlet.changed();
    if (session === null || isRehearsal || !isRefused()) return;
    providedToken.refused(session.connection.apiUrl, () => session?.scheduler.trigger('token'));
  }

  function tokenPlace(): TokenPlace {
    if (isRehearsal) return 'rehearsal';
    if (credential === 'managed') return 'policy';
    if (ports.givenToken !== null) return 'environment';
    return credential === 'this-run-only' ? 'this-run-only' : 'store';
  }

  async function withSession<T>(work: (session: SyncSession) => Promise<Result<T>>): Promise<Result<T>> {
    return session ? work(session) : fail('workspace-not-set');
  }

  async function startSyncing(input: SetupInput): Promise<Result<null>> {
    const entered = await checkInput(ports, input);
    if (!entered.ok) return entered;
    const { connection, token } = entered.value;
    const isProvided = ports.policyToken(connection.apiUrl) !== null;
    const saved = isProvided
      ? ok('managed' as const)
      : await ports.tokens.save(token, originOf(connection.apiUrl));
    if (!saved.ok) return saved;
    credential = saved.value;
    const updated = ports.settings.update(connection);
    if (!updated.ok) return updated;
    if (isRehearsal) await ports.rehearsal.stop();
    isRehearsal = false;
    await connect(connection, storedToken(connection));
    return ok(null);
  }

  async function rehearse(): Promise<Result<null>> {
    const { connection, token } = await ports.rehearsal.start();
    isRehearsal = true;
    credential = 'this-run-only';
    await connect(connection, async () => ok(token));
    return ok(null);
  }

  async function act(work: (running: SyncSession) => void): Promise<Result<null>> {
    return withSession(async (running) => {
      work(running);
      return ok(null);
    });
  }

  const handlers: Handlers<ApplicationCall> = {
    'snapshot.get': async () => ok(outlet.current()),
    'sync.now': () => act((running) => running.scheduler.trigger('manual')),
    'sync.pause': (pauseFor) =>
      act((running) => running.scheduler.pause(pauseEnd(pauseFor, ports.clock.now()))),
    'sync.resume': () => act((running) => running.scheduler.resume()),
    ...conflictHandlers(withSession),
    ...historyHandlers(withSession),
    'setup.candidates': async () => ok(await candidates()),
    'setup.defaults': async () => ok(defaults()),
    'setup.test': (input) => testConnection(ports, input),
    'setup.plan': (input) => planFirstSync(ports, input),
    'setup.start': startSyncing,
    'rehearsal.start': rehearse,
    'policy.get': async () => ok(policyView(ports.policy.current())),
    'settings.get': async () => ok(ports.settings.get()),
    'settings.update': async (change) => {
      const updated = ports.settings.update(change);
      if (updated.ok) void session?.tidy();
      if (change.proxy !== undefined || change.caFile !== undefined) session?.scheduler.trigger('online');
      outlet.changed();
      return updated;
    },
  };

  /** A rehearsal goes on; what the policy says then holds for what comes after it. */
  async function followPolicy(): Promise<void> {
    policyRevision += 1;
    outlet.changed();
    if (isRehearsal) return;
    const wanted = configured(ports);
    const isSame = JSON.stringify(wanted) === JSON.stringify(session?.connection ?? null);
    if (isSame) session?.scheduler.trigger(isRefused() ? 'token' : 'interval');
    else if (wanted) await connect(wanted, storedToken(wanted));
    else changing = changing.then(disconnect);
    void session?.tidy();
  }

  function defaults(): { apiUrl: string; workspace: string; lssn: string } {
    const { apiUrl, lssn, workspace } = connectionValues(ports);
    return { apiUrl, workspace: workspace ?? ports.usualWorkspace, lssn: lssn === null ? '' : String(lssn) };
  }

  function candidates(): Promise<readonly SetupCandidate[]> {
    return ports.giipConfigs.candidates(defaults().workspace);
  }

  function nudge(what: Nudge): void {
    if (what === 'trayHost') outlet.changed();
    else session?.scheduler.trigger(what === 'unlocked' ? 'token' : what);
  }

  return {
    snapshot: outlet.current,
    onChange: outlet.onChange,
    handlers,
    atWork: () => (atWork === null ? fail('workspace-not-set') : ok(atWork)),
    policy: () => ports.policy.current(),
    nudge,
    async start() {
      endPolicy = ports.policy.onChange(() => void followPolicy());
      const connection = configured(ports);
      if (connection) await connect(connection, storedToken(connection));
      else outlet.changed();
    },
    async stop() {
      endPolicy();
      providedToken.end();
      ports.policy.end();
      await changing;
      await session?.stop();
      ports.monitor.end();
      if (isRehearsal) await ports.rehearsal.stop();
    },
  };
}
