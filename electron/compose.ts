import { access, constants, stat } from 'node:fs/promises';
import { homedir, release, type } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Connection } from '../shared/model/app-snapshot.ts';
import type { AutostartState } from '../shared/model/autostart.ts';
import { DEFAULT_SETTINGS, type LogLevel } from '../shared/model/settings.ts';
import { fail, ok, type Result } from '../shared/model/sync-error.ts';
import { parseApiUrl } from './api/parse-api-url.ts';
import type { Application, Cipher } from './app/application.ts';
import { createApplication } from './app/create-application.ts';
import type { NetworkDesk } from './app/network-desk.ts';
import type { GiipConfigs, InputRules, TokenKeeper } from './app/ports.ts';
import { systemClock } from './app/system-clock.ts';
import { composeEngines } from './compose-engine.ts';
import { composeNetwork, type ShellNetwork } from './compose-network.ts';
import type { DesktopFacts, DoctorScene } from './doctor/check.ts';
import { createDoctor, type Doctor } from './doctor/doctor.ts';
import { createMonitor } from './monitor/create-monitor.ts';
import { systemLog, thisPlace } from './monitor/system-log.ts';
import { openPolicy } from './policy/follow-policy.ts';
import { followPolicyToken } from './policy/follow-policy-token.ts';
import { logPolicy } from './policy/log-policy.ts';
import { ManagedSettings } from './policy/managed-settings.ts';
import { machinePolicySource, policyPlace } from './policy/policy-source.ts';
import { createRehearsal } from './rehearsal/rehearsal.ts';
import { openElectronStore } from './stores/electron-store-backend.ts';
import { askedLogLevel, createLog, type HidingLog } from './stores/log-file.ts';
import { SettingsStore } from './stores/settings-store.ts';
import { TokenStore } from './stores/token-store.ts';
import { parseLssn, parseToken } from './stores/token-text.ts';
import { createSupportDesk, type SupportDesk } from './support/support-desk.ts';
import { supportPorts } from './support/support-ports.ts';
import { findGiipConfigs, readGiipConfig } from './workspace/giip-config-files.ts';

/** The application's one log. */
export interface ApplicationLog extends HidingLog {
  /** Where the level stands from now on. What the environment asks for wins, unless IT decides. */
  follow(level: () => LogLevel, managed: () => LogLevel | undefined): void;
}

export interface ComposeOptions {
  readonly stateDir: string;
  /** As they were typed on the command line, for this run only. */
  readonly overrides: { readonly workspace?: string; readonly apiUrl?: string; readonly lssn?: string };
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

async function usableFolder(text: string): Promise<Result<string>> {
  const folder = text.trim();
  if (!isAbsolute(folder)) return fail('workspace-missing', 'give the whole path, from the root of the disk');
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) return fail('workspace-missing', folder);
  const isOpen = await access(folder, constants.R_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  return isOpen ? ok(folder) : fail('workspace-unreadable', folder);
}

const rules: InputRules = {
  apiUrl(text) {
    const url = parseApiUrl(text);
    return url.ok ? ok(url.value.href.replace(/\/$/, '')) : url;
  },
  lssn: parseLssn,
  token: parseToken,
  workspace: usableFolder,
};

const giipConfigs: GiipConfigs = {
  candidates: async (workspace) =>
    findGiipConfigs(workspace, homedir()).map((found) => ({ id: found.file, ...found })),
  async token(file) {
    const read = readGiipConfig(file);
    if (!read.ok) return read;
    const { token, problem } = read.value;
    return token === null ? fail('giip-config-incomplete', problem ?? undefined) : ok(token);
  },
};

/** The log must know every token to keep it out, wherever it came from. */
function tokenKeeper(store: TokenStore, log: HidingLog): TokenKeeper {
  return {
    save(token, origin) {
      log.hide(token.trim());
      return store.save(token, origin);
    },
    async load(origin) {
      const loaded = await store.load(origin);
      if (loaded.ok) log.hide(loaded.value.token);
      return loaded.ok ? ok(loaded.value.token) : loaded;
    },
    state: () => store.state(),
  };
}

/** The command line's values, checked as a person's are. A wrong one is an error to see, not one to pass over. */
function checkedOverrides(given: ComposeOptions['overrides']): Partial<Connection> {
  const apiUrl = given.apiUrl === undefined ? null : rules.apiUrl(given.apiUrl);
  const lssn = given.lssn === undefined ? null : rules.lssn(given.lssn);
  for (const result of [apiUrl, lssn])
    if (result && !result.ok) throw new Error(`${result.error.code}: ${result.error.detail ?? ''}`);
  return {
    ...(apiUrl?.ok ? { apiUrl: apiUrl.value } : {}),
    ...(lssn?.ok ? { lssn: lssn.value } : {}),
    ...(given.workspace === undefined ? {} : { workspace: given.workspace }),
  };
}

/** The log of the application and its windows: one, because files rotate per process. */
export function composeLog(stateDir: string, environment: ComposeOptions['environment']): ApplicationLog {
  const asked = askedLogLevel(environment);
  let level = (): LogLevel => DEFAULT_SETTINGS.logLevel;
  let managed = (): LogLevel | undefined => undefined;
  const log = createLog({
    folder: join(stateDir, 'logs'),
    name: 'application',
    level: () => managed() ?? asked ?? level(),
    writer: { pid: process.pid, version: __APP_VERSION__ },
  });
  log.hide(environment.OPENCLAW_SYNC_TOKEN ?? '');
  return {
    ...log,
    follow(now, decided) {
      level = now;
      managed = decided;
    },
  };
}

export interface Composed {
  readonly application: Application;
  readonly network: NetworkDesk;
  readonly doctor: Doctor;
  readonly support: SupportDesk;
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
  const overrides = checkedOverrides(options.overrides);
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
  const engines = composeEngines({
    stateDir,
    network,
    log,
    retention: () => settings.get(),
    secretGate: () => settings.get().secretGate,
    rules: () => policy.current().rules,
  });
  const application = createApplication({
    engines,
    settings,
    tokens: tokenKeeper(new TokenStore(stateDir, openElectronStore, options.cipher), log),
    rules,
    giipConfigs,
    rehearsal: createRehearsal(),
    clock: systemClock,
    random: Math.random,
    log,
    monitor: createMonitor({
      stateDir,
      program: 'tray',
      version: __APP_VERSION__,
      clock: systemClock,
      log,
      systemLog: systemLog(thisPlace(environment, 'desktop'), process.stderr),
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
  const scene = (): DoctorScene => ({
    subject: application.atWork(),
    policy: policy.current(),
    stateDir,
    platform: process.platform,
    engines,
    network,
    clock: systemClock,
    desktop,
  });
  const place = () => ({
    version: __APP_VERSION__,
    system: `${type()} ${release()}`,
    home: homedir(),
    secrets: log.secrets(),
  });
  const support = createSupportDesk(
    supportPorts({
      doctor: scene,
      version: __APP_VERSION__,
      settings: () => settings.get(),
      secrets: log.secrets,
      log,
    }),
  );
  const networkDesk = desk(
    () => policy.current().settings.apiUrl ?? overrides.apiUrl ?? settings.get().apiUrl,
    () => application.nudge('online'),
  );
  return { application, network: networkDesk, doctor: createDoctor({ scene, place }), support };
}
