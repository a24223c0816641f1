import type { Language } from '../language.ts';
import type { Activity, HeldItem, PendingChange } from './change.ts';
import type { ConflictSummary } from './conflict.ts';
import type { ItemPath, Rejected } from './item.ts';
import type { ErrorCode, SyncError } from './sync-error.ts';

/**
 * The one state that the tray icon, the popup's status line and the tooltip are made from.
 * In rising order of what a person should know first: a worse state hides a better one.
 */
export type SyncState =
  | 'setup'
  | 'inStep'
  | 'pending'
  | 'syncing'
  | 'paused'
  | 'offline'
  | 'conflict'
  | 'held'
  | 'error';

export interface Connection {
  readonly apiUrl: string;
  readonly lssn: number;
  readonly workspace: string;
}

/** How the token is kept: never the token itself. */
export type CredentialState = 'stored' | 'this-run-only' | 'locked' | 'missing' | 'managed';

/** Progress of a running cycle; `total` 0 while it is not known yet. */
export interface Progress {
  readonly phase: 'scanning' | 'pulling' | 'applying' | 'pushing' | 'verifying';
  readonly done: number;
  readonly total: number;
}

/** One of several connections, as much of it as a list shows. */
export interface ConnectionSummary extends Connection {
  readonly id: string;
  readonly state: SyncState;
  readonly conflicts: number;
  readonly held: number;
  readonly pending: number;
  readonly paused: boolean;
  readonly stopped: boolean;
  readonly lastSuccess: number | null;
  readonly errorCode: ErrorCode | null;
}

/** Everything a window or the tray shows: immutable, with a revision that only grows. */
export interface AppSnapshot {
  readonly revision: number;
  readonly state: SyncState;
  /** The cycle that runs now, or null. */
  readonly progress: Progress | null;
  readonly connection: Connection | null;
  /** Which connection all of this is about. */
  readonly connectionId: string;
  /** All connections, this one too, in the order of the settings; empty before set-up and in a rehearsal. */
  readonly connections: readonly ConnectionSummary[];
  /** True while the pretend GIIP of rehearsal mode is the server. */
  readonly rehearsal: boolean;
  readonly credential: CredentialState;
  /** Epoch milliseconds of the last cycle that ended with a pull's proof, or null. */
  readonly lastSuccess: number | null;
  /** Epoch milliseconds of the next automatic cycle, or null. */
  readonly nextCycle: number | null;
  /** Epoch milliseconds, Infinity is written as null with `paused` true: "until resumed". */
  readonly paused: boolean;
  readonly pausedUntil: number | null;
  /** What the last cycle failed with, or null. */
  readonly error: SyncError | null;
  /** Failures in a row; above 0 the next cycle is a retry and its countdown is shown. */
  readonly failures: number;
  /** The last cycle was stopped before its end: what was done stays, the rest waits for the next one. */
  readonly stopped: boolean;
  /** The folder has been looked at since the start: until then the lists below are empty because nobody knows. */
  readonly looked: boolean;
  readonly pending: readonly PendingChange[];
  readonly conflicts: readonly ConflictSummary[];
  readonly held: readonly HeldItem[];
  readonly deletedHere: readonly ItemPath[];
  readonly goneOnServer: readonly ItemPath[];
  readonly rejected: readonly Rejected[];
  /** Newest first, at most 100. */
  readonly activity: readonly Activity[];
  /** The run that "Undo last sync" would put back, or null. */
  readonly undoable: number | null;
  /** What windows and tray speak now. */
  readonly language: Language;
  /** Grows with every change of the machine's policy: what `policy.get` answered before is old then. */
  readonly policyRevision: number;
  readonly quitAllowed: boolean;
  /** False where the desktop shows no tray icons: the popup is an ordinary window then and says so once. */
  readonly trayHost: boolean;
}
