import type { RunKind } from '../../shared/model/history.ts';
import type { Outcome } from '../../shared/model/sync-report.ts';
import type { Engine } from './engine.ts';

/** The number of a run in which nothing was noted: no row is kept, and nothing can be undone by it. */
const NO_RUN = 0;

/**
 * Everything that `work` notes belongs to one run on the time line. Inside another run it belongs to that one. A run
 * in which nothing was noted leaves no row and answers 0. After a throw, as after a crash, what was noted stands.
 */
export async function inRun<T>(
  engine: Engine,
  kind: RunKind,
  work: () => Promise<T>,
  outcomeOf: (value: T) => Outcome | null = () => null,
): Promise<{ readonly run: number; readonly value: T }> {
  const { runs } = engine.state;
  if (!runs.begin(kind)) return { value: await work(), run: runs.current() ?? NO_RUN };
  try {
    const value = await work();
    return { run: runs.end(engine.clock.now(), outcomeOf(value)) ?? NO_RUN, value };
  } finally {
    runs.leave();
  }
}
