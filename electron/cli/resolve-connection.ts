import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Connection } from '../../shared/model/app-snapshot.ts';
import type { TokenPlace } from '../../shared/model/doctor.ts';
import type { MachinePolicy } from '../../shared/model/policy.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/model/settings.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import { parseApiUrl } from '../api/parse-api-url.ts';
import type { Cipher } from '../app/application.ts';
import { connectionsIn } from '../app/connection-list.ts';
import { trueName } from '../app/overlapping-folder.ts';
import type { TokenSource } from '../app/token-source.ts';
import { policyToken } from '../policy/policy-token.ts';
import { credentialsName } from '../stores/credentials-file.ts';
import { openJsonFileReader } from '../stores/json-file-reader.ts';
import { SettingsStore } from '../stores/settings-store.ts';
import { TokenStore } from '../stores/token-store.ts';
import { parseLssn, parseToken } from '../stores/token-text.ts';
import type { GiipConfig } from '../workspace/giip-config.ts';
import { readGiipConfig } from '../workspace/giip-config-files.ts';
import type { CommandLine } from './command-line.ts';

/** Where a command works, and with which token. */
export interface ResolvedConnection {
  readonly connection: Connection;
  readonly token: TokenSource;
  /** The first source that is there, whether it has a usable token or not. */
  readonly tokenPlace: () => Promise<TokenPlace>;
}

export interface ConnectionInputs {
  /** What IT decides, as it is now; it wins over everything else. */
  readonly policy: () => MachinePolicy;
  readonly line: CommandLine;
  readonly stateDir: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** All that standard input holds. */
  readonly stdin: () => Promise<string>;
}

/** Plain Node has no keyring: a token that the application stored stays sealed. */
const NO_CIPHER: Cipher = {
  state: async () => 'absent',
  encrypt: () => Promise.reject(new Error('there is no keyring')),
  decrypt: () => Promise.reject(new Error('there is no keyring')),
};

/** What the settings file says, and nothing of the defaults. */
export function ownSettings(stateDir: string): Partial<Settings> {
  return existsSync(join(stateDir, 'settings.json'))
    ? new SettingsStore(stateDir, openJsonFileReader).own()
    : {};
}

/** Settings are only read where there are some: a command leaves no files that nobody asked for. */
export function savedSettings(stateDir: string): Settings {
  return existsSync(join(stateDir, 'settings.json'))
    ? new SettingsStore(stateDir, openJsonFileReader).get()
    : DEFAULT_SETTINGS;
}

function giipConfig(line: CommandLine): Result<GiipConfig | null> {
  return line.giipConfig === undefined ? ok(null) : readGiipConfig(resolve(line.giipConfig));
}

function chooseLssn(
  line: CommandLine,
  config: GiipConfig | null,
  settings: Settings,
  managed: Partial<Settings>,
): Result<number> {
  if (typeof managed.lssn === 'number') return ok(managed.lssn);
  if (line.lssn !== undefined) return parseLssn(line.lssn);
  if (config?.lssn) return ok(config.lssn);
  if (config) return fail('giip-config-incomplete', config.problem ?? 'lssn is missing');
  return settings.lssn === null
    ? fail('lssn-invalid', 'give it by --lssn or --giip-config')
    : ok(settings.lssn);
}

/** The settings with the values of the stored connection that works in this folder in the place of the first one's. */
function settingsFor(workspace: string | undefined, settings: Settings): Settings {
  if (workspace === undefined) return settings;
  const wanted = trueName(workspace);
  const found = connectionsIn(settings).find((one) => trueName(one.workspace) === wanted);
  if (found === undefined) return settings;
  const { id: connectionId, apiUrl, lssn } = found;
  return { ...settings, connectionId, apiUrl, lssn };
}

async function storedToken(stateDir: string, origin: string, id: string): Promise<Result<string>> {
  if (!existsSync(join(stateDir, `${credentialsName(id)}.json`))) return fail('token-missing');
  const loaded = await new TokenStore(stateDir, openJsonFileReader, NO_CIPHER, id).load(origin);
  return loaded.ok ? ok(loaded.value.token) : loaded;
}

/** The first source that has a token: standard input, the environment, giipAgent.cfg, the application's store. */
function tokenSource(
  inputs: ConnectionInputs,
  config: GiipConfig | null,
  apiUrl: string,
  connectionId: string,
): TokenSource {
  const { line, environment, stdin, stateDir } = inputs;
  const provided = policyToken(inputs.policy(), apiUrl, environment);
  // Asked anew each time: the administrator may replace it while a loop runs.
  if (provided) return provided;
  const find = async (): Promise<Result<string>> => {
    if (line.tokenStdin) return parseToken(await stdin());
    const given = environment.OPENCLAW_SYNC_TOKEN;
    if (given) return parseToken(given);
    if (config?.token) return ok(config.token);
    if (config) return fail('giip-config-incomplete', config.problem ?? 'sk is missing');
    return storedToken(stateDir, new URL(apiUrl).origin, connectionId);
  };
  let found: Promise<Result<string>> | null = null;
  return () => {
    found ??= find();
    return found;
  };
}

function tokenPlace(
  { line, environment, policy }: ConnectionInputs,
  config: GiipConfig | null,
  apiUrl: string,
): TokenPlace {
  if (policyToken(policy(), apiUrl, environment)) return 'policy';
  if (line.tokenStdin) return 'stdin';
  if (environment.OPENCLAW_SYNC_TOKEN) return 'environment';
  return config === null ? 'store' : 'giip-config';
}

/** What IT decides, then options, then giipAgent.cfg, then the application's settings. Errors name the first value that cannot be used. */
export function resolveConnection(inputs: ConnectionInputs): Result<ResolvedConnection> {
  const { line } = inputs;
  const { settings: fixed } = inputs.policy();
  const saved = savedSettings(inputs.stateDir);
  const settings = fixed.workspace === undefined ? settingsFor(line.workspace, saved) : saved;
  // The number that IT has fixed is that of the first connection.
  const isFurther = settings.connectionId !== saved.connectionId;
  const managed = isFurther ? { ...fixed, lssn: null } : fixed;
  const config = giipConfig(line);
  if (!config.ok) return config;
  const lssn = chooseLssn(line, config.value, settings, managed);
  if (!lssn.ok) return lssn;
  const workspace = managed.workspace ?? line.workspace ?? settings.workspace;
  if (workspace === null || workspace === '') return fail('workspace-not-set');
  const apiUrl = parseApiUrl(managed.apiUrl ?? line.apiUrl ?? settings.apiUrl);
  if (!apiUrl.ok) return apiUrl;
  const url = apiUrl.value.href.replace(/\/$/, '');
  const connection = { apiUrl: url, lssn: lssn.value, workspace: resolve(workspace) };
  return ok({
    connection,
    token: tokenSource(inputs, config.value, url, settings.connectionId),
    tokenPlace: async () => tokenPlace(inputs, config.value, url),
  });
}
