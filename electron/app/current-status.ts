import type { Activity, HeldItem } from '../../shared/model/change.ts';
import type { ConflictSummary } from '../../shared/model/conflict.ts';
import type { Result } from '../../shared/model/sync-error.ts';
import type { Engine } from '../sync/engine.ts';
import { lookHere } from '../sync/look.ts';
import { type OpenItems, openItems } from '../sync/report.ts';

/** What is open, from this computer and what is remembered of GIIP; no request is made for it. */
export interface CurrentStatus extends OpenItems {
  readonly conflicts: readonly ConflictSummary[];
  readonly activity: readonly Activity[];
  readonly lastSuccess: number | null;
  /** The run that would be undone, or null. */
  readonly undoable: number | null;
}

const ACTIVITY_SHOWN = 100;

/** Brakes that speak of an answer (a rollback) cannot be seen from here: what the last cycle held still counts. */
function heldNow(engine: Engine, seen: readonly HeldItem[]): readonly HeldItem[] {
  const kept = (engine.state.facts.get('held') ?? []).map(({ path, reason, secrets }) =>
    secrets ? { path, reason, secrets } : { path, reason },
  );
  const known = new Set(kept.map(({ path }) => path));
  return [...kept, ...seen.filter(({ path }) => !known.has(path))];
}

/** Looks at the folder; right after a cycle only at what that left open. Errors: workspace-missing, workspace-replaced, workspace-unreadable. */
export async function currentStatus(engine: Engine, isAfterCycle = false): Promise<Result<CurrentStatus>> {
  const look = await lookHere(engine, isAfterCycle);
  if (!look.ok) return look;
  const { state } = engine;
  const open = openItems(look.value);
  return {
    ok: true,
    value: {
      ...open,
      held: heldNow(engine, open.held),
      conflicts: state.conflicts.all(),
      activity: state.activity.latest(ACTIVITY_SHOWN),
      lastSuccess: state.facts.get('lastSuccess') ?? null,
      undoable: state.runs.lastUndoable()?.id ?? null,
    },
  };
}
