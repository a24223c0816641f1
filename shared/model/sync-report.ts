import type { HeldItem, PlannedStep } from './change.ts';
import type { ConflictKind } from './conflict.ts';
import type { ItemPath, Rejected } from './item.ts';
import type { SyncError } from './sync-error.ts';

/** How a cycle ended; each has one exit code (`exit-code.ts`). */
export type Outcome =
  | 'inSync'
  | 'conflicts'
  | 'held'
  | 'unauthorized'
  | 'offline'
  | 'failed'
  | 'usage'
  | 'busy';

/** What one cycle did and what it left open. Lists are sorted by path. */
export interface SyncReport {
  readonly outcome: Outcome;
  readonly pulled: readonly ItemPath[];
  readonly pushed: readonly ItemPath[];
  readonly merged: readonly ItemPath[];
  readonly conflicts: readonly { readonly path: ItemPath; readonly kind: ConflictKind }[];
  readonly held: readonly HeldItem[];
  readonly deletedHere: readonly ItemPath[];
  readonly goneOnServer: readonly ItemPath[];
  readonly rejected: readonly Rejected[];
  readonly error?: SyncError;
  /** True when a pull has shown that GIIP holds all that was pushed (or nothing was pushed). */
  readonly verified: boolean;
  /** Somebody stopped it before its end: what was done stays, the rest waits for the next cycle. */
  readonly stopped?: true;
  readonly requests: number;
  readonly ms: number;
  /** Only for a dry run: what would be done. */
  readonly plan?: readonly PlannedStep[];
}
