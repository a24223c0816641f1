import { Choices } from './choices.ts';
import { Coverage } from './coverage.ts';
import type { BatchResult, Failure } from './report.ts';
import { replay } from './shrink.ts';
import { Violation } from './violation.ts';
import { WORLDS, type WorldName } from './worlds.ts';

export interface Batch {
  readonly world: WorldName;
  readonly seed: number;
  readonly schedules: number;
  /** Ends early, on a machine that has other work. */
  readonly deadlineMs?: number;
  /** Ends with so many failures; more say nothing new. */
  readonly maxFailures?: number;
}

/** One in a hundred is run again from its tape, and must have the same effects in the same order. */
const REPLAYED = 100;

/** Runs schedules with consecutive seeds. */
export async function runBatch(batch: Batch): Promise<BatchResult> {
  const { world, seed, schedules, deadlineMs = Infinity, maxFailures = 20 } = batch;
  const coverage = new Coverage();
  const failures: Failure[] = [];
  const start = performance.now();
  let [done, steps, replayed, holes] = [0, 0, 0, 0];
  for (; done < schedules && failures.length < maxFailures; done += 1) {
    if (performance.now() - start > deadlineMs) break;
    const outcome = await WORLDS[world](Choices.seeded(seed + done), coverage);
    steps += outcome.steps;
    holes += outcome.holes > 0 ? 1 : 0;
    if (outcome.failure) failures.push({ seed: seed + done, outcome });
    if (done % REPLAYED !== 0) continue;
    replayed += 1;
    const again = await replay(outcome.tape, world);
    if (again.hash !== outcome.hash)
      throw new Violation('determinism', `seed ${seed + done}: ${outcome.hash} and ${again.hash}`);
  }
  const seconds = (performance.now() - start) / 1000;
  return { schedules: done, steps, holes, replayed, seconds, failures, coverage: [...coverage.counts] };
}
