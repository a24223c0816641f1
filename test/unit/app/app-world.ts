import type { Application } from '../../../electron/app/application.ts';
import { createApplication } from '../../../electron/app/create-application.ts';
import { localSessions } from '../../../electron/app/local-sessions.ts';
import type { ApplicationPorts, EngineSource, OpenEngine } from '../../../electron/app/ports.ts';
import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';
import { NO_POLICY } from '../../../shared/model/policy.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/model/settings.ts';
import { fail, ok } from '../../../shared/model/sync-error.ts';
import { settle } from '../sync/manual-clock.ts';
import { inStep, type Machine, type World } from '../sync/world.ts';

const CONNECTION = { apiUrl: 'https://api.example.com/api', lssn: 71, workspace: '/memory' };

/** The application on one computer of a pretend world: real handlers, sessions and engine, no disk and no window. */
export interface AppWorld extends World {
  readonly m: Machine;
  readonly app: Application;
  /** Time goes by until the snapshot is as asked. */
  until(isSo: (snapshot: AppSnapshot) => boolean): Promise<AppSnapshot>;
  /** Pulls from now on wait until the answer is called. */
  holdPulls(): () => void;
}

/** The engine of one computer, as the application is given it. */
export function openEngine({ engine }: Pick<Machine, 'engine'>): OpenEngine {
  return {
    engine,
    wasKilled: false,
    tidy: () => undefined,
    watch: async () => async () => undefined,
    interrupt: async () => undefined,
    close: async () => undefined,
  };
}

/** Ports, and where engines come from. */
export interface WorldPorts extends ApplicationPorts {
  readonly engines: EngineSource;
}

function portsOf(world: World & { m: Machine }, connected: boolean): Omit<WorldPorts, 'sessions'> {
  let settings: Settings = { ...DEFAULT_SETTINGS, ...(connected ? CONNECTION : {}) };
  const refused = (): never => {
    throw new Error('not part of this world');
  };
  return {
    engines: { open: async () => ok(openEngine(world.m)) },
    settings: {
      get: () => settings,
      update: (change) => {
        settings = { ...settings, ...change };
        return ok(settings);
      },
    },
    tokens: { save: refused, load: async () => ok('sk-test'), state: async () => 'stored' },
    rules: { apiUrl: ok, lssn: () => ok(71), token: ok, workspace: async (text) => ok(text) },
    giipConfigs: { candidates: async () => [], token: async () => fail('giip-config-unreadable') },
    rehearsal: { start: refused, stop: refused },
    clock: world.clock,
    monitor: { ended: () => undefined, end: () => undefined },
    trayHost: () => true,
    systemLanguages: () => ['en'],
    policy: { current: () => NO_POLICY, onChange: () => () => undefined, end: () => undefined },
    policyToken: () => null,
    overrides: {},
    givenToken: null,
    usualWorkspace: '/memory',
  };
}

/** Started, its first cycle ended. */
export async function startApp(
  items: Readonly<Record<string, string>>,
  before: (world: World & { m: Machine }) => void = () => undefined,
): Promise<AppWorld> {
  const world = await inStep(items);
  before(world);
  const made = appIn(world, true);
  await made.app.start();
  // Known since the first look after the first cycle.
  await made.until(({ lastSuccess, progress }) => lastSuccess !== null && progress === null);
  return made;
}

/** Not started; `connected` says whether set-up was done, `others` stand in the place of some ports. */
export function appIn(
  world: World & { m: Machine },
  connected: boolean,
  others: Partial<WorldPorts> = {},
): AppWorld {
  const ports = { ...portsOf(world, connected), ...others };
  const sessions = localSessions({
    engines: () => ports.engines,
    clock: world.clock,
    random: () => 0.5,
    log: { write: () => undefined },
  });
  const app = createApplication({ sessions, ...ports });
  const { remote } = world.m;
  const pull = remote.pull.bind(remote);
  return {
    ...world,
    app,
    async until(isSo) {
      for (let turn = 0; turn < 200; turn += 1) {
        await settle();
        if (isSo(app.snapshot())) return app.snapshot();
        world.clock.advance(Math.min(world.clock.untilNext() ?? 0, 1_000));
      }
      throw new Error(`it never came to this: ${JSON.stringify(app.snapshot())}`);
    },
    holdPulls() {
      let resolve = (): void => undefined;
      const promise = new Promise<void>((done) => {
        resolve = done;
      });
      Object.assign(remote, { pull: (known: Parameters<typeof pull>[0]) => promise.then(() => pull(known)) });
      return () => {
        Object.assign(remote, { pull });
        resolve();
      };
    },
  };
}
