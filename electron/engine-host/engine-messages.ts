import type { LogEvent, LogFields } from '../../shared/log-events.ts';
import type { Connection } from '../../shared/model/app-snapshot.ts';
import type { AutostartState } from '../../shared/model/autostart.ts';
import type { PlannedStep } from '../../shared/model/change.ts';
import type { DoctorReport, TokenPlace } from '../../shared/model/doctor.ts';
import type { MachinePolicy } from '../../shared/model/policy.ts';
import type { LogLevel } from '../../shared/model/settings.ts';
import type { Result } from '../../shared/model/sync-error.ts';
import type { BrowserAnswer, BrowserRequest } from '../api/browser-stack.ts';
import type { ProxyUser } from '../api/proxy-resolver.ts';
import type { CurrentStatus } from '../app/current-status.ts';
import type { CycleEnd, SessionFacts, SessionView } from '../app/running-session.ts';
import type { SessionCall } from '../app/session-calls.ts';
import type { DesktopFacts } from '../doctor/check.ts';
import type { ItemsView } from '../support/ports.ts';
import type { Trigger } from '../sync/scheduler.ts';
import type { watchWorkspace } from '../workspace/workspace-watcher.ts';

/** Everything below is plain data: it is copied from one thread to the other. A token is in the answer to `token` only. */

/** Whoever the engine works for: a session, a look, an examination. The token is asked for by it. */
export type ClientId = number;

/** What the engine's thread begins with. */
export interface EngineStart {
  readonly stateDir: string;
}

/** For whom, and what holds for them now: both go with every message, so that the engine never goes by old settings. */
interface ForClient {
  readonly client: ClientId;
  readonly facts: SessionFacts;
}

interface ForConnection extends ForClient {
  readonly connection: Connection;
}

export interface Pause {
  /** Null: until resumed. */
  readonly until: number | null;
}

/** What a session is told to do. */
export type SessionAct =
  | { readonly act: 'trigger'; readonly why: Trigger }
  | { readonly act: 'pause'; readonly until: number | null }
  | { readonly act: 'resume' }
  | { readonly act: 'follow-facts' };

/** What main asks of the engine, or tells it. */
export interface EngineCalls {
  /** Begins and starts it; a paused one waits for its end. */
  'session.begin': { input: ForConnection & { readonly pause: Pause | null }; output: null };
  'session.act': { input: ForClient & { readonly act: SessionAct }; output: null };
  'session.call': {
    input: ForClient & { readonly name: SessionCall; readonly input: unknown };
    output: Result<unknown>;
  };
  /** Answers when it has stopped at a safe point. */
  'session.stop': { input: { readonly client: ClientId }; output: null };
  'look.count': { input: ForConnection; output: Result<{ readonly items: number }> };
  'look.plan': { input: ForConnection; output: Result<readonly PlannedStep[]> };
  /** What the database and the folder say, for a support bundle. */
  'look.items': { input: ForConnection; output: Result<ItemsView> };
  'doctor.run': {
    input: ForClient & {
      readonly subject: Result<Connection>;
      readonly policy: MachinePolicy;
      readonly desktop: { readonly trayHost: boolean; readonly autostart: AutostartFacts };
    };
    output: DoctorReport;
  };
  'watch.hint': { input: { readonly watch: number; readonly hint: Hint }; output: unknown };
  'watch.failed': { input: number; output: unknown };
}

/** What a watched folder hints at: plain data, whatever it is. */
type Hint = Parameters<Parameters<typeof watchWorkspace>[1]>;

interface AutostartFacts {
  readonly isWanted: boolean;
  readonly state: AutostartState;
}

/** What is new in the view of a session: what is not named is as it was. */
export type ViewChange = Partial<Omit<SessionView, 'status'>> & {
  readonly status?: Partial<CurrentStatus>;
};

/** What the engine asks of main, or tells it. */
export interface HostCalls {
  token: { input: ClientId; output: Result<string> };
  'token.place': { input: ClientId; output: TokenPlace };
  view: { input: { readonly client: ClientId; readonly change: ViewChange }; output: unknown };
  'cycle.ended': { input: { readonly client: ClientId; readonly end: CycleEnd }; output: unknown };
  'watch.begin': { input: { readonly watch: number; readonly folder: string }; output: null };
  'watch.end': { input: number; output: null };
  'doctor.progress': {
    input: { readonly client: ClientId; readonly report: DoctorReport };
    output: unknown;
  };
  'doctor.keyring': { input: ClientId; output: Awaited<ReturnType<DesktopFacts['keyring']>> };
  /** In the words of a PAC file. */
  'proxy.system': { input: string; output: string };
  'proxy.user': { input: string; output: ProxyUser | null };
  'browser.request': { input: CarriedRequest; output: Browsed<Pick<BrowserAnswer, 'status' | 'headers'>> };
  /** The next bytes of the answer; null at its end. */
  'browser.next': { input: number; output: Browsed<Uint8Array | null> };
  'browser.end': { input: number; output: unknown };
  log: { input: LogLine; output: unknown };
}

/** What came of it, or Chromium's name of the failure, which says what to do. */
export type Browsed<T> = { readonly value: T } | { readonly failure: string };

export interface CarriedRequest extends Pick<BrowserRequest, 'method' | 'headers' | 'body' | 'user'> {
  readonly id: number;
  readonly url: string;
  readonly proxy: string | null;
}

export interface LogLine {
  readonly level: LogLevel;
  readonly event: LogEvent;
  /** A cause is a `CarriedError` here. */
  readonly fields: LogFields<LogEvent>;
}
