import type { Engine } from '../../../electron/sync/engine.ts';
import { restorePlan, restoreRun } from '../../../electron/sync/restore.ts';
import { undoPlan, undoRun } from '../../../electron/sync/undo.ts';
import type { RestoreStep } from '../../../shared/model/history.ts';
import type { Machine } from './machine.ts';
import type { World } from './world.ts';

const RUNS = 10;

interface Asked {
  readonly run: number;
  readonly steps: readonly RestoreStep[];
}

/** What the window shows before a person says yes. */
async function askedFor(engine: Engine, run: number | null, isUndo: boolean): Promise<Asked | null> {
  if (isUndo || run === null) {
    const plan = await undoPlan(engine, run);
    return plan.ok && plan.value ? { run: plan.value.run.id, steps: plan.value.steps } : null;
  }
  const plan = await restorePlan(engine, run);
  return plan.ok ? { run, steps: plan.value } : null;
}

/** A person undoes a run, the last one or another, or wants the folder as it was after one. */
export function goesBack(world: World, machine: Machine): void {
  const how = world.choices.pick(3);
  const place = world.choices.pick(RUNS);
  machine.begin(
    `a person goes back: ${['undo the last run', 'undo a run', 'the folder'][how]}`,
    async (at) => {
      const { engine } = at;
      const run = how === 0 ? null : (engine.state.runs.list(null, RUNS)[place]?.id ?? null);
      const asked = await askedFor(engine, run, how < 2);
      if (!asked) return;
      const paths = asked.steps.map(({ path }) => path);
      for (const path of paths) {
        machine.willed.add(path);
        world.isEmptyWilled ||= machine.store.versionsOf(path).some((kept) => machine.store.isEmpty(kept));
      }
      if (how === 2) await restoreRun(engine, asked.run, paths);
      else await undoRun(engine, asked.run);
    },
  );
}
