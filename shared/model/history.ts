import type { Activity, ActivityKind, HistoryVersion, PlannedStep } from './change.ts';
import type { ItemPath } from './item.ts';
import type { Reason } from './reason.ts';
import type { Outcome } from './sync-report.ts';

/** What changed the items: a cycle, or a person in a window or on the command line. */
export type RunKind = 'sync' | 'decision' | 'restore' | 'undo';

/** One step on the time line. Cycles that changed nothing and met nothing new leave none. */
export interface SyncRun {
  readonly id: number;
  /** Epoch milliseconds of its end. */
  readonly time: number;
  readonly kind: RunKind;
  /** How the cycle ended; null for what a person did. */
  readonly outcome: Outcome | null;
  /** How many items of each kind of activity. */
  readonly counts: Readonly<Partial<Record<ActivityKind, number>>>;
  /** It replaced a text that can be put back. */
  readonly canUndo: boolean;
}

/** A run with what it did, item by item. */
export interface RunDetails extends SyncRun {
  readonly items: readonly Activity[];
}

/** What putting back would do with one file here. `unavailable`: the text is no longer kept. */
export interface RestoreStep {
  readonly path: ItemPath;
  readonly change: 'create' | 'replace' | 'delete' | 'unavailable';
}

/** One kept version as text, with what stands here now (null: nothing does). */
export interface VersionText {
  readonly version: HistoryVersion;
  readonly text: string;
  readonly now: string | null;
}

/** What the history takes up. */
export interface HistorySize {
  /** Bytes of the whole database on the disk. */
  readonly bytes: number;
  readonly versions: number;
  /** Different texts: equal ones are stored once. */
  readonly texts: number;
  /** Epoch milliseconds, null while there is none. */
  readonly oldest: number | null;
}

/** One side's text at the time of a decision. `absent`: there was none; `dropped`: it is no longer kept. */
export type EvidenceText =
  | { readonly state: 'text'; readonly text: string }
  | { readonly state: 'absent' }
  | { readonly state: 'dropped' };

/** Why something was done or is being asked: the reason with what it was decided on. */
export interface Evidence {
  readonly path: ItemPath;
  readonly reason: Reason;
  /** Epoch milliseconds. */
  readonly time: number;
  readonly base: EvidenceText;
  readonly local: EvidenceText;
  readonly remote: EvidenceText;
}

/** "What would happen now?": the plan of `sync --dry-run`. */
export interface Preview {
  readonly outcome: Outcome;
  readonly steps: readonly PlannedStep[];
  /** Epoch milliseconds. */
  readonly time: number;
}
