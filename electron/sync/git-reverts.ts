import { meaningOf } from '../../shared/merge/meaning.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import type { Engine } from './engine.ts';
import { wasHeld } from './held-key.ts';
import type { CommittedText } from './ports.ts';
import type { Step } from './refine.ts';

/** When the text of the base was last known to stand here: noted in history, or a cycle ended in step with it. */
function agreedAt(engine: Engine, step: Step): number {
  const { history, facts } = engine.state;
  const agreed = [step.base?.local?.id, step.base?.remote?.id];
  const noted = history.list(step.path).find(({ id }) => agreed.includes(history.content(id)?.id));
  return Math.max(
    noted?.time ?? Number.NEGATIVE_INFINITY,
    facts.get('lastSuccess') ?? Number.NEGATIVE_INFINITY,
  );
}

function isRevert(engine: Engine, step: Step, found: CommittedText): boolean {
  if (step.local.state !== 'present') return false;
  // A text that stood here at the last look as well has not jumped now: its push was only late.
  const isOld = engine.state.scans.get(step.path)?.version.id === step.local.version.id;
  if (isOld && !wasHeld(engine, step, 'held-git-revert')) return false;
  const meaning = meaningOf(step.path, found.text);
  const isCommitted = 'meaning' in meaning && engine.digest(meaning.meaning) === step.local.version.meaning;
  return isCommitted && found.committedAt <= agreedAt(engine, step);
}

/**
 * Files that stand at their committed text although another text was agreed on after that commit: `git stash`, not a
 * person (api.md, "Reported from the field"). A commit that is younger is the person's own edit.
 */
export async function gitReverts(engine: Engine, edited: readonly Step[]): Promise<ReadonlySet<ItemPath>> {
  if (edited.length === 0) return new Set();
  const committed = await engine.committed.read(edited.map((step) => step.path));
  const reverted = edited.filter((step) => {
    const found = committed.get(step.path);
    return found !== undefined && isRevert(engine, step, found);
  });
  return new Set(reverted.map((step) => step.path));
}
