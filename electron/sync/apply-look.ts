import type { ItemPath } from '../../shared/model/item.ts';
import { adoptHashes } from './adopt-hashes.ts';
import { type Applied, applyWrites, isSectionSettled } from './apply.ts';
import { heldKey } from './brakes.ts';
import type { Engine } from './engine.ts';
import type { Look } from './look.ts';
import { noteActivity, recordAnswer, recordConflicts, recordProved, recordQuietSteps } from './record.ts';

const NOTHING_APPLIED: Applied = { pulled: [], merged: [], moved: [], failed: [] };

/** Brakes that hold now, for `status` and for the approval of exactly this; a new one is noted once. */
function recordHeld(engine: Engine, look: Look): void {
  const held = look.steps.filter((step) => step.action === 'held');
  const before = new Set((engine.state.facts.get('held') ?? []).map(({ key }) => key));
  const keyed = held.map(({ path, reason, ...step }) => ({
    path,
    reason,
    key: heldKey({ path, reason, ...step }, reason.code),
  }));
  for (const { key, path, reason } of keyed) if (!before.has(key)) noteActivity(engine, 'held', path, reason);
  engine.state.facts.set('held', keyed);
}

/** Everything that is remembered before and beside the writes, in one commit. */
function recordLook(engine: Engine, look: Look): void {
  engine.state.transaction(() => {
    recordAnswer(engine, look.view);
    recordProved(engine, look.plan);
    for (const scan of look.local.scans) engine.state.scans.put(scan);
    if (!look.isStopped) recordQuietSteps(engine, look.steps);
    recordConflicts(engine, look.steps);
    recordHeld(engine, look);
  });
}

/** Steps 4 and 5 of design.md: apply what comes in, record it, adopt the answer's hashes last. */
export async function applyLook(
  engine: Engine,
  look: Look,
  isAudit: boolean,
  onDone: (done: number, total: number) => void,
): Promise<Applied> {
  recordLook(engine, look);
  const applied = look.isStopped ? NOTHING_APPLIED : await applyWrites(engine, look.plan, look.steps, onDone);
  engine.state.transaction(() => {
    adoptHashes(
      engine,
      look.view.sections,
      (section) => !look.isStopped && isSectionSettled(section, look.steps, applied),
    );
    if (isAudit) engine.state.facts.set('lastAudit', engine.clock.now());
  });
  return applied;
}

/** The items of this look that GIIP was seen to hold as they were sent. */
export function provedPaths(look: Look, sent: ReadonlyMap<ItemPath, string>): readonly ItemPath[] {
  return look.plan.proved
    .filter(({ base }) => sent.get(base.path) === base.local?.id)
    .map(({ base }) => base.path);
}
