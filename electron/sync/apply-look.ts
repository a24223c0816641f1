import type { ItemPath } from '../../shared/model/item.ts';
import { adoptHashes } from './adopt-hashes.ts';
import { type Applied, applyWrites, isSectionSettled } from './apply.ts';
import type { Engine } from './engine.ts';
import { heldKey } from './held-key.ts';
import { dropOldIntents, unprovedSections } from './intents.ts';
import type { Look } from './look.ts';
import { noteStep } from './note-activity.ts';
import type { Cancel, Version } from './ports.ts';
import { recordAnswer, recordProved, recordQuietSteps } from './record.ts';
import { recordConflicts } from './record-conflicts.ts';
import { remember } from './remember-look.ts';
import { recordClean } from './secret-gate.ts';
import { noteDisagreements } from './self-check.ts';

const NOTHING_APPLIED: Applied = { pulled: [], merged: [], moved: [], failed: [] };

function pathOf({ path }: { readonly path: ItemPath }): ItemPath {
  return path;
}

/**
 * Brakes that hold now, for `status` and for the approval of exactly this; a new one is noted once. What cannot be seen
 * now stays held: it was held for how it came about, and only the list remembers that.
 */
function recordHeld(engine: Engine, look: Look): void {
  const { facts, approvals } = engine.state;
  const before = facts.get('held') ?? [];
  const known = new Set(before.map(({ key }) => key));
  const unseen = new Set(look.steps.filter((step) => step.action === 'skip' || step.isMoving).map(pathOf));
  // What a person keeps here for its secrets is decided.
  const steps = look.steps.filter(({ action, reason }) => action === 'held' && reason.code !== 'kept-secret');
  const seen = steps.map((step) => ({
    path: step.path,
    reason: step.reason,
    key: heldKey(step, step.reason.code),
    ...(step.secrets ? { secrets: step.secrets.places, secretIds: step.secrets.ids } : {}),
  }));
  const held = [...before.filter(({ path }) => unseen.has(path)), ...seen];
  for (const step of steps) if (!known.has(heldKey(step, step.reason.code))) noteStep(engine, 'held', step);
  if (JSON.stringify(held) !== JSON.stringify(before)) facts.set('held', held);
  for (const { path } of approvals.all()) if (!look.approved.has(path)) approvals.delete(path);
}

/** What the scan found, so that the next one reads only what was touched since. */
function recordScans(engine: Engine, { local }: Look): void {
  const { scans } = engine.state;
  for (const scan of local.scans) scans.put(scan);
  for (const path of local.remembered) if (local.items.get(path)?.state !== 'present') scans.delete(path);
}

/**
 * The doubt that a kill leaves stands while there is an empty file that was never agreed to be empty, held or in a
 * conflict, or one that cannot be read and may turn out to be empty; however many cycles that takes, and whatever GIIP
 * shows meanwhile.
 */
function recordTorn(
  { state: { facts, history }, digest }: Engine,
  { steps, local: { isUnsure } }: Look,
): void {
  const empty = digest('');
  const isEmptied = steps.some(({ path, local, base }) => {
    if (local.state === 'present') return local.version.id === empty && base?.local?.id !== empty;
    // A name that was never synced, such as a link, does not keep the doubt alive.
    return local.state === 'unreadable' && (base?.local || history.list(path).length > 0);
  });
  const isDoubted = facts.get('mayBeTorn') ?? steps.some(isHeldAsEmptied);
  if (!isDoubted) return;
  if (isEmptied || isUnsure) facts.set('mayBeTorn', true);
  else facts.clear('mayBeTorn');
}

function isHeldAsEmptied({ reason }: Look['steps'][number]): boolean {
  return reason.code === 'held-emptied-after-crash';
}

/** Everything that is remembered before and beside the writes, in one commit. */
function recordLook(engine: Engine, look: Look, isAudit: boolean): void {
  const versionHere = (path: ItemPath): Version | undefined => {
    const side = look.local.items.get(path);
    return side?.state === 'present' ? side.version : undefined;
  };
  const isUnreadable = (path: ItemPath): boolean =>
    look.local.items.get(path)?.state === 'unreadable' || look.local.barrier(path) !== undefined;
  engine.state.transaction(() => {
    if (isAudit) noteDisagreements(engine, look);
    recordAnswer(engine, look.view, look.plan.rejectedRemote, versionHere);
    recordProved(engine, look.plan);
    dropOldIntents(engine, (path, { id }) => isUnreadable(path) || versionHere(path)?.id === id);
    recordScans(engine, look);
    if (!look.isStopped) recordQuietSteps(engine, look.steps);
    recordConflicts(engine, look.steps);
    recordHeld(engine, look);
    recordClean(engine, look);
    recordTorn(engine, look);
  });
}

/** Steps 4 and 5 of design.md: apply what comes in, record it, adopt the answer's hashes last. */
export async function applyLook(
  engine: Engine,
  look: Look,
  isAudit: boolean,
  onDone: (done: number, total: number) => void,
  cancel: Cancel = { aborted: false },
): Promise<Applied> {
  recordLook(engine, look, isAudit);
  remember(engine, look);
  const applied = look.isStopped
    ? NOTHING_APPLIED
    : await applyWrites(engine, look.plan, look.steps, onDone, cancel);
  engine.state.transaction(() => {
    const unproved = unprovedSections(engine);
    adoptHashes(
      engine,
      look.view.sections,
      (section) =>
        !look.isStopped && !unproved.has(section) && isSectionSettled(section, look.steps, applied),
    );
    if (isAudit) engine.state.facts.set('lastAudit', engine.clock.now());
  });
  return applied;
}

/** The items of this look that GIIP was seen to hold as they were sent. */
export function provedPaths(look: Look, sent: ReadonlyMap<ItemPath, readonly string[]>): readonly ItemPath[] {
  return look.plan.proved
    .filter(({ base }) => base.local && sent.get(base.path)?.includes(base.local.id))
    .map(({ base }) => base.path);
}
