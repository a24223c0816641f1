import type { SetupCandidate } from '../../shared/ipc/contract.ts';
import type { Connection, CredentialState } from '../../shared/model/app-snapshot.ts';
import type { TokenPlace } from '../../shared/model/doctor.ts';
import type { MachinePolicy } from '../../shared/model/policy.ts';
import type { Settings } from '../../shared/model/settings.ts';
import type { Result } from '../../shared/model/sync-error.ts';
import type { Engine } from '../sync/engine.ts';
import type { Clock } from '../sync/ports.ts';
import type { CycleEnd, Sessions } from './running-session.ts';
import type { TokenSource } from './token-source.ts';

/** The connection that syncs now, its token, and where that is from. */
export interface ConnectionAtWork {
  readonly connection: Connection;
  readonly token: TokenSource;
  readonly tokenPlace: () => Promise<TokenPlace>;
}

/** The engine on one folder and one server number, with what it holds open. */
export interface OpenEngine {
  readonly engine: Engine;
  /** The process that worked here before was killed. */
  readonly wasKilled: boolean;
  /** Drops history that is no longer to be kept, when that is due. */
  tidy(): void;
  /** Hints that something in the folder moved; answers a function that ends them. */
  watch(onHint: () => void): Promise<() => Promise<void>>;
  /** Ends requests under way: what they asked for is then unknown, and the next cycle looks. */
  interrupt(): Promise<void>;
  close(): Promise<void>;
}

/** `work`: takes the folder's lock. `look`: no lock, nothing is written, GIIP may be asked. `local`: as `look`, and GIIP is not asked. */
export type OpenMode = 'work' | 'look' | 'local';

export interface EngineSource {
  open(connection: Connection, token: TokenSource, mode: OpenMode): Promise<Result<OpenEngine>>;
}

export interface SettingsKeeper {
  get(): Settings;
  update(change: Partial<Settings>): Result<Settings>;
}

/** The machine's policy, as it is followed. */
export interface PolicyKeeper {
  current(): MachinePolicy;
  /** Called after every change; answers a function that ends it. */
  onChange(listener: (policy: MachinePolicy) => void): () => void;
  end(): void;
}

export interface TokenKeeper {
  save(token: string, origin: string): Promise<Result<CredentialState>>;
  load(origin: string): Promise<Result<string>>;
  state(): Promise<CredentialState>;
}

/** What people type, made usable or refused with a stable code. */
export interface InputRules {
  apiUrl(text: string): Result<string>;
  lssn(text: string): Result<number>;
  token(text: string): Result<string>;
  /** An absolute path of a folder that is there and can be read. */
  workspace(text: string): Promise<Result<string>>;
}

/** giipAgent.cfg files near a workspace. The token of one stays on this side of the IPC. */
export interface GiipConfigs {
  candidates(workspace: string): Promise<readonly SetupCandidate[]>;
  token(candidateId: string): Promise<Result<string>>;
}

/** The pretend GIIP on loopback with a sample folder. */
export interface Rehearsal {
  start(): Promise<{ readonly connection: Connection; readonly token: string }>;
  stop(): Promise<void>;
}

/** Watches over the cycles, for those who administer the computer. */
export interface CycleMonitor {
  ended(cycle: { readonly connection: Connection; readonly report: CycleEnd }): void;
  end(): void;
}

/** Everything the application needs, built once in `compose.ts`. */
export interface ApplicationPorts {
  readonly sessions: Sessions;
  readonly settings: SettingsKeeper;
  readonly tokens: TokenKeeper;
  readonly rules: InputRules;
  readonly giipConfigs: GiipConfigs;
  readonly rehearsal: Rehearsal;
  readonly clock: Clock;
  readonly monitor: CycleMonitor;
  readonly trayHost: () => boolean;
  /** BCP 47 tags of the operating system's languages, best first. */
  readonly systemLanguages: () => readonly string[];
  readonly policy: PolicyKeeper;
  /** Where the policy says that the token for this API address comes from; null where it says nothing of it. */
  readonly policyToken: (apiUrl: string) => TokenSource | null;
  /** Connection values given for this run only; they win over the settings, not over the policy, and are not saved. */
  readonly overrides: Partial<Connection>;
  /** A token given for this run only, by the environment. */
  readonly givenToken: string | null;
  /** Where the folder usually is, for a first run. */
  readonly usualWorkspace: string;
}
