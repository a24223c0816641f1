import type { ItemPath, Section } from '../../shared/model/item.ts';
import { sectionOf } from '../../shared/model/item.ts';
import type { ReasonCode } from '../../shared/model/reason.ts';
import { lookupOf } from './all-of.ts';
import type { Action } from './compare.ts';
import { type Engine, rulesOf } from './engine.ts';
import { gitReverts } from './git-reverts.ts';
import { heldKey, wasHeld } from './held-key.ts';
import { intentKey } from './intents.ts';
import type { Step } from './refine.ts';
import type { IntentEntry, RefusalEntry } from './state-ports.ts';

/** A yes from GIIP that three pulls in a row do not show is not believed a fourth time. */
const MAX_ACKNOWLEDGED = 3;

/** What the brakes need to know beside the plan. */
export interface BrakeContext {
  /** Sections whose answer carries a hash that we had adopted and moved past. */
  readonly rolledBack: ReadonlySet<Section>;
  /** The last process on this state was killed. */
  readonly wasKilled: boolean;
  /** Items beside the plan that are in step: they stand on both sides. */
  readonly inStep: number;
}

export interface BrakedPlan {
  readonly steps: readonly Step[];
  /** A mass deletion stops everything: the folder may not be what it was. */
  readonly isStopped: boolean;
  /** Approvals of situations that still stand; all others are used up. */
  readonly approved: ReadonlySet<string>;
}

const INCOMING: readonly Action[] = ['pull', 'merge'];
const OUTGOING: readonly Action[] = ['push', 'merge'];

function isNewDeletion(step: Step): boolean {
  return step.local.state === 'absent' && Boolean(step.base?.local) && step.action !== 'forget';
}

function isOverwrite(step: Step): boolean {
  return INCOMING.includes(step.action) && step.local.state === 'present';
}

/**
 * Empty now, and never agreed to be: only a person who saw no crash does that on purpose. An item without a base may
 * have been pushed right before the crash, or wait in a conflict. Once held it stays held.
 */
function isEmptied(engine: Engine, step: Step, { wasKilled }: BrakeContext): boolean {
  const empty = engine.digest('');
  if (step.local.state !== 'present' || step.local.version.id !== empty) return false;
  if (step.base?.local?.id === empty) return false;
  return wasKilled || wasHeld(engine, step, 'held-emptied-after-crash');
}

/** Once held it stays held: our own next push gives GIIP's earlier state a hash that nobody has seen. */
function isRollback(engine: Engine, step: Step, { rolledBack }: BrakeContext): boolean {
  return rolledBack.has(sectionOf(step.path)) || wasHeld(engine, step, 'held-server-rollback');
}

/** Few items never count as "mass", however few there are in all: a person may well delete ten files. */
export function isMass(engine: Engine, count: number, total: number): boolean {
  const { massCount, massPercent } = rulesOf(engine);
  return count > massCount && count * 100 > total * massPercent;
}

/** What stands in the way of a push, by item and by intent. */
interface Pushes {
  readonly refusal: (path: ItemPath) => RefusalEntry | undefined;
  readonly intent: (key: string) => IntentEntry | undefined;
}

function pushesOf({ state }: Engine, steps: readonly Step[]): Pushes {
  const outgoing = steps.filter(({ action }) => OUTGOING.includes(action));
  const paths = outgoing.map(({ path }) => path);
  const keys = outgoing.flatMap(({ path, local }) =>
    local.state === 'present' ? intentKey(path, local.version) : [],
  );
  return { refusal: lookupOf(state.refusals, paths), intent: lookupOf(state.intents, keys) };
}

/** The brakes that speak for this item, the one to be told first in front. */
function* brakesFor(
  engine: Engine,
  step: Step,
  context: BrakeContext,
  reverts: ReadonlySet<ItemPath>,
  pushes: Pushes,
): Iterable<ReasonCode> {
  const { path, action, local } = step;
  if (INCOMING.includes(action) && isRollback(engine, step, context)) yield 'held-server-rollback';
  if (!OUTGOING.includes(action) || local.state !== 'present') return;
  if (reverts.has(path)) yield 'held-git-revert';
  if (isEmptied(engine, step, context)) yield 'held-emptied-after-crash';
  if (pushes.refusal(path)?.id === local.version.id) yield 'held-refused-by-giip';
  const sent = pushes.intent(intentKey(path, local.version));
  if (sent && sent.acknowledged >= MAX_ACKNOWLEDGED) yield 'held-not-stored';
}

function countBased({ state }: Engine, steps: readonly Step[]): number {
  const base = lookupOf(
    state.base,
    steps.map(({ path }) => path),
  );
  return steps.filter(({ path }) => base(path)?.local).length;
}

/** Puts the brakes of design.md on a plan: what is held is left on both sides exactly as it is. */
export async function brakePlan(
  engine: Engine,
  steps: readonly Step[],
  context: BrakeContext,
): Promise<BrakedPlan> {
  const approved = new Set<string>();
  // Who let one brake go has not seen the next one.
  const hold = (step: Step, ...codes: readonly ReasonCode[]): Step => {
    for (const code of codes) {
      const key = heldKey(step, code);
      if (!engine.state.approvals.get(key)) return { ...step, action: 'held', reason: { code } };
      approved.add(key);
    }
    return step;
  };
  const reverts = await gitReverts(
    engine,
    steps.filter((step) => OUTGOING.includes(step.action) && step.base?.local),
  );
  const pushes = pushesOf(engine, steps);
  const single = steps.map((step) => hold(step, ...brakesFor(engine, step, context, reverts, pushes)));
  const overwrites = single.filter(isOverwrite);
  const present = context.inStep + single.filter((step) => step.local.state === 'present').length;
  // Once held it stays held: after a part was let through, the rest would be a mass no longer.
  const isGuarded = (step: Step): boolean =>
    isMass(engine, overwrites.length, present) || wasHeld(engine, step, 'held-mass-overwrite');
  const guarded = single.map((step) =>
    isOverwrite(step) && isGuarded(step) ? hold(step, 'held-mass-overwrite') : step,
  );
  const deletions = guarded.filter(isNewDeletion);
  // Counted only where it matters: it asks for the base of every step.
  const based = deletions.length > rulesOf(engine).massCount ? countBased(engine, guarded) : 0;
  if (!isMass(engine, deletions.length, context.inStep + based))
    return { steps: guarded, isStopped: false, approved };
  const held = guarded.map((step) => (isNewDeletion(step) ? hold(step, 'held-mass-deletion') : step));
  const isStopped = held.some((step) => step.reason.code === 'held-mass-deletion');
  return { steps: held, isStopped, approved };
}
