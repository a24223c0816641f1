import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import type { Connection, Progress } from '../../shared/model/app-snapshot.ts';
import type { PlannedStep } from '../../shared/model/change.ts';
import type { Settings } from '../../shared/model/settings.ts';
import type { Result, SyncError } from '../../shared/model/sync-error.ts';
import type { SyncReport } from '../../shared/model/sync-report.ts';
import type { EngineRules } from '../sync/engine.ts';
import type { SchedulerState, Trigger } from '../sync/scheduler.ts';
import type { CurrentStatus } from './current-status.ts';
import type { SessionCall } from './session-calls.ts';
import type { TokenSource } from './token-source.ts';

/** What a session goes by as it is set now: plain data, since the engine may be in another thread. */
export interface SessionFacts {
  readonly settings: Pick<
    Settings,
    'intervalSeconds' | 'historyDays' | 'historyVersions' | 'secretGate' | 'proxy' | 'caFile'
  >;
  readonly rules: EngineRules;
}

/** A connection to look at: nothing is written, no lock is taken. */
export interface LookRequest {
  readonly connection: Connection;
  /** Asked whenever it is needed, and kept by nobody. */
  readonly token: TokenSource;
  /** Asked whenever they count. */
  readonly facts: () => SessionFacts;
}

type CountedList =
  | 'pulled'
  | 'pushed'
  | 'merged'
  | 'conflicts'
  | 'held'
  | 'rejected'
  | 'deletedHere'
  | 'goneOnServer';

/** What is told of a cycle that has ended: of its lists only how long they are. */
export type CycleEnd = Pick<SyncReport, 'outcome' | 'error' | 'verified'> & {
  readonly [L in CountedList]: { readonly length: number };
};

/** What a session shows. */
export interface SessionView {
  readonly schedule: SchedulerState;
  readonly progress: Progress | null;
  readonly status: CurrentStatus | null;
  readonly error: SyncError | null;
  readonly outcome: SyncReport['outcome'] | null;
  /** The last cycle was stopped before its end. */
  readonly stopped: boolean;
}

/** A connection to be kept in step. */
export interface SessionRequest extends LookRequest {
  /** The view is another one. */
  readonly onChange: () => void;
  readonly onCycleEnd: (end: CycleEnd) => void;
}

/** One connection at work, wherever its engine is. */
export interface RunningSession {
  readonly connection: Connection;
  start(): void;
  /** As it was told last. */
  view(): SessionView;
  /** One of the calls that concern this connection alone. */
  call<N extends SessionCall>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
  trigger(why: Trigger): void;
  /** Null: until resumed. */
  pause(untilMs: number | null): void;
  resume(): void;
  /** Settings or rules are others: what is no longer to be kept is dropped, between two cycles. */
  factsChanged(): void;
  /** Waits for the safe point of a running cycle. */
  stop(): Promise<void>;
}

/** Where the engine is: it begins sessions and looks. */
export interface Sessions {
  /** Begun, not started. */
  begin(request: SessionRequest): RunningSession;
  /** How many items GIIP holds for a server number. */
  countItems(request: LookRequest): Promise<Result<{ readonly items: number }>>;
  /** What a first sync would do: the same plan that `sync --dry-run` prints. */
  planFirstSync(request: LookRequest): Promise<Result<readonly PlannedStep[]>>;
}
