import { randomBytes } from 'node:crypto';
import { homedir, release, type } from 'node:os';
import { join } from 'node:path';
import type { AutostartState } from '../shared/model/autostart.ts';
import type { DoctorReport } from '../shared/model/doctor.ts';
import type { Cipher, Connections } from './app/application.ts';
import { checkedOverrides, type GivenOverrides } from './app/checked-overrides.ts';
import { factsNow } from './app/facts-now.ts';
import { createFleet } from './app/fleet.ts';
import type { NetworkDesk } from './app/network-desk.ts';
import { systemClock } from './app/system-clock.ts';
import { giipConfigs, inputRules } from './compose-input.ts';
import type { ApplicationLog } from './compose-log.ts';
import { composeNetwork, type ShellNetwork } from './compose-network.ts';
import type { DesktopFacts } from './doctor/check.ts';
import { createDoctor, type Doctor } from './doctor/doctor.ts';
import { openEngineHost } from './engine-host/engine-host.ts';
import { createMonitor } from './monitor/create-monitor.ts';
import { systemLog, thisPlace } from './monitor/system-log.ts';
import { openPolicy } from './policy/follow-policy.ts';
import { followPolicyToken } from './policy/follow-policy-token.ts';
import { logPolicy } from './policy/log-policy.ts';
import { ManagedSettings } from './policy/managed-settings.ts';
import { machinePolicySource, policyPlace } from './policy/policy-source.ts';
import { createRehearsal } from './rehearsal/rehearsal.ts';
import { createSecretScanner } from './secrets/secret-scanner.ts';
import { openElectronStore } from './stores/electron-store-backend.ts';
import { hiddenTokens } from './stores/hidden-tokens.ts';
import { redactSecrets } from './stores/redact-secrets.ts';
import { SettingsStore } from './stores/settings-store.ts';
import { TokenStore } from './stores/token-store.ts';
import { createSupportDesk, type SupportDesk } from './support/support-desk.ts';
import { supportPorts } from './support/support-ports.ts';
import { createNodeWorkspace } from './workspace/node-workspace.ts';
import { watchWorkspace } from './workspace/workspace-watcher.ts';

export interface ComposeOptions {
  readonly stateDir: string;
  /** The program of the engine's thread. */
  readonly engineProgram: string;
  readonly overrides: GivenOverrides;
  readonly cipher: Cipher;
  readonly network: ShellNetwork;
  readonly trayHost: () => boolean;
  /** What only the desktop knows, for the doctor. */
  readonly keyring: () => string;
  readonly autostart: () => AutostartState;
  readonly systemLanguages: () => readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: ApplicationLog;
}

export interface Composed {
  readonly connections: Connections;
  readonly network: NetworkDesk;
  /** One for each connection: what it found last is of that one. */
  readonly doctor: (connection: string) => Doctor;
  readonly support: (connection: string) => SupportDesk;
}

/** What is made for each connection when it is first asked for. */
function once<T>(make: (id: string) => T): (id: string) => T {
  const made = new Map<string, T>();
  return (id) => {
    const found = made.get(id) ?? make(id);
    made.set(id, found);
    return found;
  };
}

/** Builds every object of the application once, top to bottom. */
export async function composeApplication(options: ComposeOptions): Promise<Composed> {
  const { stateDir, environment, log } = options;
  const givenToken = environment.OPENCLAW_SYNC_TOKEN ?? null;
  const policy = await openPolicy(
    machinePolicySource(process.platform),
    policyPlace(environment),
    systemClock,
  );
  const overrides = checkedOverrides(options.overrides, inputRules);
  logPolicy(policy, Object.keys(overrides), log);
  policy.follow();
  const settings = new ManagedSettings(new SettingsStore(stateDir, openElectronStore), policy);
  log.follow(
    () => settings.get().logLevel,
    () => policy.current().settings.logLevel,
  );
  const { network, desk } = composeNetwork({
    ...options.network,
    ...options,
    settings: () => settings.get(),
  });
  const engine = openEngineHost({
    program: options.engineProgram,
    start: { stateDir },
    environment,
    network: { ...options.network, user: network.user },
    watch: watchWorkspace,
    clock: systemClock,
    random: Math.random,
    log,
  });
  const connections = createFleet({
    sessions: engine,
    settings,
    tokensFor: once((id) =>
      hiddenTokens(new TokenStore(stateDir, openElectronStore, options.cipher, id), log.hide),
    ),
    newId: () => randomBytes(6).toString('hex'),
    compare: {
      workspace: (root) => createNodeWorkspace({ root }),
      scanner: (token) => createSecretScanner({ isOn: () => true, token: async () => token }),
      redact: redactSecrets,
    },
    rules: inputRules,
    giipConfigs,
    rehearsal: createRehearsal(),
    clock: systemClock,
    monitor: createMonitor({
      stateDir,
      program: 'tray',
      version: __APP_VERSION__,
      clock: systemClock,
      log,
      systemLog: systemLog(thisPlace(environment, 'desktop'), process.stderr),
      connections: () => connections.ids().flatMap((id) => connections.snapshot(id).connection ?? []),
    }),
    trayHost: options.trayHost,
    systemLanguages: options.systemLanguages,
    policy,
    policyToken: followPolicyToken(policy, environment, (token) => log.hide(token)),
    overrides,
    givenToken,
    usualWorkspace: join(homedir(), '.openclaw'),
  });
  const desktop: DesktopFacts = {
    keyring: async () => ({ state: await options.cipher.state(), backend: options.keyring() }),
    trayHost: options.trayHost,
    autostart: () => ({ isWanted: settings.get().autostart, state: options.autostart() }),
  };
  const facts = () => factsNow({ settings, policy });
  const atWork = (id: string) => connections.application(id).atWork();
  const examine = (id: string) => (onProgress: (report: DoctorReport) => void) =>
    engine.examine({ subject: atWork(id), facts: facts(), policy: policy.current(), desktop }, onProgress);
  const place = () => ({
    version: __APP_VERSION__,
    system: `${type()} ${release()}`,
    home: homedir(),
    secrets: log.secrets(),
  });
  const doctor = once((id) => createDoctor({ examine: examine(id), place }));
  const support = once((id) =>
    createSupportDesk(
      supportPorts({
        subject: () => atWork(id),
        policy: policy.current,
        stateDir,
        examine: () => examine(id)(() => undefined),
        async items() {
          const subject = atWork(id);
          return subject.ok ? engine.items({ ...subject.value, facts }) : subject;
        },
        version: __APP_VERSION__,
        settings: () => settings.get(),
        secrets: log.secrets,
        log,
      }),
    ),
  );
  const networkDesk = desk(
    () => policy.current().settings.apiUrl ?? overrides.apiUrl ?? settings.get().apiUrl,
    () => connections.nudge('online'),
  );
  const stop = (): Promise<void> => connections.stop().finally(engine.end);
  return { connections: { ...connections, stop }, network: networkDesk, doctor, support };
}
