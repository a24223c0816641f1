import type { ItemPath } from './item.ts';
import type { Reason } from './reason.ts';
import type { SyncError } from './sync-error.ts';

/** What met what: this computer first, GIIP second. */
export type ConflictKind = 'edit/edit' | 'new/new' | 'delete/edit' | 'damaged';

/**
 * Names the two texts that somebody looked at (content ids, null where there is none). Sent back with a decision, so that
 * it settles exactly this and nothing newer.
 */
export interface SeenTexts {
  readonly local: string | null;
  readonly remote: string | null;
}

/** A conflict as lists show it; the texts are fetched when somebody opens it. */
export interface ConflictSummary {
  readonly path: ItemPath;
  readonly kind: ConflictKind;
  readonly reason: Reason;
  /** Epoch milliseconds of the first cycle that saw it. */
  readonly since: number;
  /** The texts of the cycle that saw it last: another value says that a side has changed meanwhile. */
  readonly seen: SeenTexts;
}

/** The three texts of one conflict. A side that does not exist is null: absent, not empty. */
export interface ConflictTexts extends ConflictSummary {
  readonly base: string | null;
  readonly local: string | null;
  readonly remote: string | null;
  /** Epoch milliseconds: when the file here was last changed; null where there is none. */
  readonly changedHere: number | null;
  /** Epoch milliseconds: when this computer first heard GIIP's text. */
  readonly heardAt: number;
}

export type Side = 'mine' | 'server';

/** One key of a config that a person decided for one side; the third equal choice offers a rule. */
export interface KeyChoice {
  readonly key: readonly string[];
  readonly take: Side;
}

/**
 * How a person settles a conflict. `text` is a result of their own that will stand on both sides. `both`: this computer's
 * text stays under its name on both sides, and GIIP's becomes a second file beside it.
 */
export type ConflictDecision =
  | { readonly take: Side }
  | { readonly take: 'both' }
  | { readonly take: 'text'; readonly text: string; readonly keys?: readonly KeyChoice[] };

/** "Always mine for `log_level`": settles this key of this config by itself from now on. */
export interface KeyRule extends KeyChoice {
  readonly path: ItemPath;
}

/** What settling came to. */
export interface Settled {
  /** The run that undoes it (`history.undo`). */
  readonly run: number;
  /** A choice that was made for the third time in a row: ask whether it is to be a rule. */
  readonly offer: KeyRule | null;
}

/** What came of a decision, a restore or an undo for many items: each settled by itself. */
export interface ManyDone {
  readonly run: number;
  readonly done: readonly ItemPath[];
  readonly failed: readonly { readonly path: ItemPath; readonly error: SyncError }[];
}
