import type { ItemPath } from '../../shared/model/item.ts';
import type { SyncError } from '../../shared/model/sync-error.ts';
import type { SyncReport } from '../../shared/model/sync-report.ts';
import type { Engine } from './engine.ts';
import { type LeftOpen, outcomeOf } from './report.ts';

/** What one cycle has done so far. */
export interface Tally {
  readonly startedAt: number;
  readonly requestsBefore: number;
  readonly pulled: Set<ItemPath>;
  readonly pushed: Set<ItemPath>;
  readonly merged: Set<ItemPath>;
  /** Content ids that were sent in this cycle, the last one at the end: none is sent twice, whatever came of it. */
  readonly sent: Map<ItemPath, string[]>;
  error: SyncError | undefined;
  /** Why a push ended early; a later pull that shows everything sent makes it harmless. */
  pushError: SyncError | undefined;
  /** The first file of the last look that could not be written; it holds up nothing else. */
  writeError: SyncError | undefined;
  /** What the last look that succeeded left open. */
  left: LeftOpen;
  /** A pull has succeeded after everything that was sent, and shows it. */
  isVerified: boolean;
  /** Somebody stopped it before its end. */
  isStopped: boolean;
}

const NOTHING_LEFT: LeftOpen = { held: [], deletedHere: [], goneOnServer: [], rejected: [] };

export function newTally(engine: Engine): Tally {
  return {
    startedAt: engine.clock.now(),
    requestsBefore: engine.remote.requests(),
    pulled: new Set(),
    pushed: new Set(),
    merged: new Set(),
    sent: new Map(),
    error: undefined,
    pushError: undefined,
    writeError: undefined,
    left: NOTHING_LEFT,
    isVerified: false,
    isStopped: false,
  };
}

/** The report of a cycle: what it did, and what its last look left open. */
export function reportOf(engine: Engine, tally: Tally): SyncReport {
  const { held, deletedHere, goneOnServer, rejected } = tally.left;
  const conflicts = engine.state.conflicts.all().map(({ path, kind }) => ({ path, kind }));
  const error = tally.error ?? tally.pushError ?? tally.writeError;
  const open = held.length > 0 ? 'held' : conflicts.length > 0 ? 'conflicts' : 'inSync';
  return {
    outcome: error ? outcomeOf(error) : open,
    pulled: [...tally.pulled].sort(),
    pushed: [...tally.pushed].sort(),
    merged: [...tally.merged].sort(),
    conflicts,
    held,
    deletedHere,
    goneOnServer,
    rejected,
    ...(error ? { error } : {}),
    ...(tally.isStopped ? { stopped: true as const } : {}),
    verified: tally.isVerified && !error,
    requests: engine.remote.requests() - tally.requestsBefore,
    ms: Math.max(0, engine.clock.now() - tally.startedAt),
  };
}
