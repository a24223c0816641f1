import type { ItemPath } from './item.ts';
import type { Reason } from './reason.ts';

/** What met what: this computer first, GIIP second. */
export type ConflictKind = 'edit/edit' | 'new/new' | 'delete/edit' | 'damaged';

/** A conflict as lists show it; the texts are fetched when somebody opens it. */
export interface ConflictSummary {
  readonly path: ItemPath;
  readonly kind: ConflictKind;
  readonly reason: Reason;
  /** Epoch milliseconds of the first cycle that saw it. */
  readonly since: number;
}

/** The three texts of one conflict. A side that does not exist is null: absent, not empty. */
export interface ConflictTexts extends ConflictSummary {
  readonly base: string | null;
  readonly local: string | null;
  readonly remote: string | null;
}

/** How a person settles a conflict. `text` is a result of their own that will stand on both sides. */
export type ConflictDecision =
  | { readonly take: 'mine' }
  | { readonly take: 'server' }
  | { readonly take: 'text'; readonly text: string };
