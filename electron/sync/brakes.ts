import type { ItemPath, Section } from '../../shared/model/item.ts';
import { sectionOf } from '../../shared/model/item.ts';
import type { ReasonCode } from '../../shared/model/reason.ts';
import type { Action, Verdict } from './compare.ts';
import type { Engine } from './engine.ts';
import { intentKey } from './intents.ts';
import { meaningOf } from './meaning.ts';
import type { Step } from './refine.ts';

/** Fewer items than this never count as "mass": a person may well delete ten files. */
const MASS_COUNT = 10;
const MASS_SHARE = 0.5;
/** A yes from GIIP that three pulls in a row do not show is not believed a fourth time. */
const MAX_ACKNOWLEDGED = 3;

/** What the brakes need to know beside the plan. */
export interface BrakeContext {
  /** Sections whose answer carries a hash that we had adopted and moved past. */
  readonly rolledBack: ReadonlySet<Section>;
  /** The last process on this state was killed. */
  readonly wasKilled: boolean;
}

export interface BrakedPlan {
  readonly steps: readonly Step[];
  /** A mass deletion stops everything: the folder may not be what it was. */
  readonly isStopped: boolean;
}

const INCOMING: readonly Action[] = ['pull', 'merge'];
const OUTGOING: readonly Action[] = ['push', 'merge'];

/** Names one exact situation; an approval of it says nothing about any other. */
export function heldKey(step: Verdict, code: ReasonCode): string {
  const local = step.local.state === 'present' ? step.local.version.meaning : step.local.state;
  const remote = step.remote.state === 'present' ? step.remote.version.meaning : step.remote.state;
  return [code, step.path, local, remote].join('\n');
}

function isNewDeletion(step: Step): boolean {
  return step.local.state === 'absent' && Boolean(step.base?.local) && step.action !== 'forget';
}

function isOverwrite(step: Step): boolean {
  return INCOMING.includes(step.action) && step.local.state === 'present';
}

function isEmptied(step: Step, engine: Engine): boolean {
  const wasText = step.base?.local && step.base.local.id !== engine.digest('');
  return Boolean(wasText) && step.local.state === 'present' && step.local.version.id === engine.digest('');
}

/** Files that stand at their committed text although a later text was agreed on: `git stash`, not a person. */
async function gitReverts(engine: Engine, steps: readonly Step[]): Promise<ReadonlySet<ItemPath>> {
  const edited = steps.filter((step) => OUTGOING.includes(step.action) && step.base?.local);
  const committed =
    edited.length === 0 ? new Map() : await engine.committed.read(edited.map((step) => step.path));
  const reverted = edited.filter((step) => {
    const found = committed.get(step.path);
    const agreedAt = engine.state.history.list(step.path)[0]?.time ?? Number.NEGATIVE_INFINITY;
    if (!found || step.local.state !== 'present' || found.committedAt > agreedAt) return false;
    const meaning = meaningOf(step.path, found.text);
    return 'meaning' in meaning && engine.digest(meaning.meaning) === step.local.version.meaning;
  });
  return new Set(reverted.map((step) => step.path));
}

function isMass(count: number, total: number): boolean {
  return count > MASS_COUNT && count > total * MASS_SHARE;
}

/** The first brake that speaks for this item, or none. */
function brakeFor(
  engine: Engine,
  step: Step,
  context: BrakeContext,
  reverts: ReadonlySet<ItemPath>,
): ReasonCode | null {
  const { path, action, local } = step;
  if (INCOMING.includes(action) && context.rolledBack.has(sectionOf(path))) return 'held-server-rollback';
  if (!OUTGOING.includes(action) || local.state !== 'present') return null;
  if (reverts.has(path)) return 'held-git-revert';
  if (context.wasKilled && isEmptied(step, engine)) return 'held-emptied-after-crash';
  if (engine.state.refusals.get(path)?.id === local.version.id) return 'held-refused-by-giip';
  const sent = engine.state.intents.get(intentKey(path, local.version));
  return sent && sent.acknowledged >= MAX_ACKNOWLEDGED ? 'held-not-stored' : null;
}

/** Puts the brakes of design.md on a plan: what is held is left on both sides exactly as it is. */
export async function brakePlan(
  engine: Engine,
  steps: readonly Step[],
  context: BrakeContext,
): Promise<BrakedPlan> {
  const hold = (step: Step, code: ReasonCode | null): Step =>
    !code || engine.state.approvals.get(heldKey(step, code))
      ? step
      : { ...step, action: 'held', reason: { code } };
  const reverts = await gitReverts(engine, steps);
  const single = steps.map((step) => hold(step, brakeFor(engine, step, context, reverts)));
  const overwrites = single.filter(isOverwrite);
  const present = single.filter((step) => step.local.state === 'present').length;
  const guarded = isMass(overwrites.length, present)
    ? single.map((step) => (isOverwrite(step) ? hold(step, 'held-mass-overwrite') : step))
    : single;
  const deletions = guarded.filter(isNewDeletion);
  const based = engine.state.base.all().filter((entry) => entry.local).length;
  if (!isMass(deletions.length, based)) return { steps: guarded, isStopped: false };
  const held = guarded.map((step) => (isNewDeletion(step) ? hold(step, 'held-mass-deletion') : step));
  return { steps: held, isStopped: held.some((step) => step.reason.code === 'held-mass-deletion') };
}
