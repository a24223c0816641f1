import type { ItemPath } from './item.ts';
import type { Reason } from './reason.ts';
import type { SecretPlace } from './secret.ts';

/** A local change that GIIP does not have yet. */
export interface PendingChange {
  readonly path: ItemPath;
  readonly change: 'new' | 'changed' | 'deleted';
  readonly reason: Reason;
}

/** An item that waits until a person has looked: neither side is touched. */
export interface HeldItem {
  readonly path: ItemPath;
  readonly reason: Reason;
  /** Only where it is held for its secrets: where they are, the first ones. */
  readonly secrets?: readonly SecretPlace[];
}

/** What one cycle did to one item, for the list "Recent activity". */
export type ActivityKind =
  | 'pulled'
  | 'pushed'
  | 'merged'
  | 'conflict'
  | 'conflict-ended'
  | 'resolved'
  | 'restored'
  | 'held'
  | 'rejected'
  | 'self-check'
  | 'problem';

export interface Activity {
  readonly id: number;
  /** Epoch milliseconds. */
  readonly time: number;
  readonly kind: ActivityKind;
  /** Null when the entry speaks of the whole cycle. */
  readonly path: ItemPath | null;
  readonly reason: Reason | null;
  /** A stable error code, for `problem`. */
  readonly code?: string;
  /** The run it belongs to; null for entries of the time before there were runs. */
  readonly run: number | null;
  /** `history.why` can show what it was decided on. */
  readonly hasEvidence: boolean;
}

/** A kept version of one item. */
export interface HistoryVersion {
  readonly id: string;
  readonly path: ItemPath;
  /** Epoch milliseconds. */
  readonly time: number;
  readonly origin: 'local' | 'server' | 'merged';
  /** UTF-8 bytes. */
  readonly bytes: number;
}

/** What the next cycle would do with one item, from the same plan that `sync --dry-run` prints. */
export interface PlannedStep {
  readonly path: ItemPath;
  readonly action:
    | 'pull'
    | 'push'
    | 'merge'
    | 'adopt'
    | 'conflict'
    | 'held'
    | 'deletedHere'
    | 'goneOnServer'
    | 'rejected';
  readonly reason: Reason;
  /** True when a file that exists here would be replaced. */
  readonly overwrites: boolean;
}
