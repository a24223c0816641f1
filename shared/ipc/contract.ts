import type { AppSnapshot, Connection } from '../model/app-snapshot.ts';
import type { PlannedStep } from '../model/change.ts';
import type { ConflictDecision, ConflictTexts } from '../model/conflict.ts';
import type { ItemPath } from '../model/item.ts';
import type { Settings } from '../model/settings.ts';
import type { Result } from '../model/sync-error.ts';

/** A giipAgent.cfg that was found, as set-up lists it: the token itself never reaches a window. */
export interface SetupCandidate {
  readonly id: string;
  readonly file: string;
  readonly lssn: number | null;
  readonly hasToken: boolean;
  /** Why it cannot be used as it is (placeholder values, unreadable …), or null. */
  readonly problem: string | null;
}

/** What set-up sends. `token` is typed by the person; with `candidateId` the token of that file is used instead. */
export interface SetupInput {
  readonly apiUrl: string;
  readonly lssn: string;
  readonly workspace: string;
  readonly token: string | null;
  readonly candidateId: string | null;
}

/** The look before the first sync: what would happen, item by item; nothing has been written. */
export interface SetupPlan {
  readonly connection: Connection;
  readonly steps: readonly PlannedStep[];
}

export type PauseFor = 'hour' | 'tomorrow' | 'resumed';
export type WindowName = 'popup' | 'settings' | 'setup';

/**
 * The one list of calls from a window to the main process: name → what goes in, what comes out.
 * Every call answers a value or an error as data; nothing is thrown across.
 */
export interface Calls {
  'snapshot.get': { input: null; output: AppSnapshot };
  'sync.now': { input: null; output: null };
  'sync.pause': { input: PauseFor; output: null };
  'sync.resume': { input: null; output: null };
  'conflict.texts': { input: ItemPath; output: ConflictTexts };
  'conflict.resolve': { input: { path: ItemPath; decision: ConflictDecision }; output: null };
  'held.approve': { input: null; output: null };
  'gone.decide': { input: { path: ItemPath; decision: 'keep' | 'send' }; output: null };
  'setup.candidates': { input: null; output: readonly SetupCandidate[] };
  'setup.defaults': { input: null; output: { apiUrl: string; workspace: string; lssn: string } };
  'setup.chooseFolder': { input: string; output: string | null };
  'setup.test': { input: SetupInput; output: { items: number } };
  'setup.plan': { input: SetupInput; output: SetupPlan };
  'setup.start': { input: SetupInput; output: null };
  'rehearsal.start': { input: null; output: null };
  'settings.get': { input: null; output: Settings };
  'settings.update': {
    input: Partial<Pick<Settings, 'intervalSeconds' | 'autostart' | 'trayHintSeen'>>;
    output: Settings;
  };
  'app.openFolder': { input: null; output: null };
  'app.openWindow': { input: WindowName; output: null };
  'app.closeWindow': { input: null; output: null };
  'app.quit': { input: null; output: null };
}

export type CallName = keyof Calls;
export type CallInput<N extends CallName> = Calls[N]['input'];
export type CallOutput<N extends CallName> = Calls[N]['output'];

/** The names as a value: preload exposes exactly these, main serves exactly these, a test compares them with `Calls`. */
export const CALL_NAMES = [
  'snapshot.get',
  'sync.now',
  'sync.pause',
  'sync.resume',
  'conflict.texts',
  'conflict.resolve',
  'held.approve',
  'gone.decide',
  'setup.candidates',
  'setup.defaults',
  'setup.chooseFolder',
  'setup.test',
  'setup.plan',
  'setup.start',
  'rehearsal.start',
  'settings.get',
  'settings.update',
  'app.openFolder',
  'app.openWindow',
  'app.closeWindow',
  'app.quit',
] as const satisfies readonly CallName[];

/** Events from the main process to every window. */
export interface Events {
  'snapshot.changed': AppSnapshot;
}

export type EventName = keyof Events;
export const EVENT_NAMES = ['snapshot.changed'] as const satisfies readonly EventName[];

/** What `window.api` is, in the renderer. */
export interface Api {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
  /** Answers a function that ends the subscription. */
  on<N extends EventName>(name: N, listener: (value: Events[N]) => void): () => void;
}
