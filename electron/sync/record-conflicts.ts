import type { ConflictSummary } from '../../shared/model/conflict.ts';
import type { Engine } from './engine.ts';
import { noteActivity, noteStep } from './note-activity.ts';
import type { Step } from './refine.ts';

function idOf(side: Step['local'] | Step['remote']): string | null {
  return side.state === 'present' ? side.version.id : null;
}

function conflictNow(step: Step, since: number): ConflictSummary {
  const seen = { local: idOf(step.local), remote: idOf(step.remote) };
  return { path: step.path, kind: step.kind ?? 'edit/edit', reason: step.reason, since, seen };
}

function isSameConflict(a: ConflictSummary, b: ConflictSummary): boolean {
  const isSeen = a.seen.local === b.seen.local && a.seen.remote === b.seen.remote;
  return isSeen && a.kind === b.kind && a.reason.code === b.reason.code;
}

/** What is held for its secrets would be an ordinary push: its conflict has ended. */
function isBraked({ action, reason }: Step): boolean {
  return action === 'held' && reason.code !== 'held-secret' && reason.code !== 'kept-secret';
}

/** The list of conflicts becomes what this plan found: new ones are noted, ended ones leave with a word. */
export function recordConflicts(engine: Engine, steps: readonly Step[]): void {
  const { state, clock } = engine;
  const now = new Map(steps.filter((step) => step.action === 'conflict').map((step) => [step.path, step]));
  const unsure = new Set(
    steps
      .filter((step) => step.action === 'skip' || isBraked(step) || step.isMoving)
      .map((step) => step.path),
  );
  for (const old of state.conflicts.all()) {
    if (now.has(old.path) || unsure.has(old.path)) continue;
    state.conflicts.delete(old.path);
    noteActivity(
      engine,
      'conflict-ended',
      old.path,
      steps.find((step) => step.path === old.path)?.reason ?? null,
    );
  }
  for (const [path, step] of now) {
    const known = state.conflicts.get(path);
    const conflict = conflictNow(step, known?.since ?? clock.now());
    if (!known || !isSameConflict(known, conflict)) state.conflicts.put(conflict);
    if (!known) noteStep(engine, 'conflict', step);
  }
}
