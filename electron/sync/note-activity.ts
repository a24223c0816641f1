import type { Activity } from '../../shared/model/change.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import type { Reason } from '../../shared/model/reason.ts';
import type { Engine } from './engine.ts';
import { evidenceOf } from './evidence.ts';
import type { ContentId } from './ports.ts';
import type { Step } from './refine.ts';
import type { EvidenceIds } from './run-ports.ts';

/** One entry for people, in the run at work; `evidence` names the texts that it was decided on. */
export function noteActivity(
  engine: Engine,
  kind: Activity['kind'],
  path: ItemPath | null,
  reason: Reason | null,
  code?: string,
  evidence?: EvidenceIds,
): void {
  const time = engine.clock.now();
  const { runs, activity } = engine.state;
  engine.state.transaction(() =>
    activity.add({
      time,
      kind,
      path,
      reason,
      run: runs.note(kind, time),
      ...(code === undefined ? {} : { code }),
      ...(evidence === undefined ? {} : { evidence }),
    }),
  );
}

/** One entry about a step, with the texts that it was decided on. */
export function noteStep(engine: Engine, kind: Activity['kind'], step: Step): void {
  noteActivity(engine, kind, step.path, step.reason, undefined, evidenceOf(engine, step));
}

/**
 * The run at work put `after` in the place of `before` (content ids whose texts are kept): undoing puts `before` back.
 * After the base was put, so that the folder as of this run has the new text.
 */
export function noteReplaced(
  engine: Engine,
  path: ItemPath,
  before: ContentId | null,
  after: ContentId | null,
): void {
  if (before !== after) engine.state.runs.noteReplaced({ path, before, after }, engine.clock.now());
}
