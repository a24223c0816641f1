import { Worker } from 'node:worker_threads';
import type { PlannerResult } from '../planner/check-planner.ts';
import type { BatchResult } from './report.ts';
import type { Batch } from './run-batch.ts';

/** One worker's part: schedules of the engine, or cases of the planner. */
export type Share = Batch | { readonly cases: number; readonly seed: number };

/** Schedules leave much that is short-lived; with room for it they are a tenth faster. */
const YOUNG_MB = 64;

function inWorker<T>(share: Share): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('simulate-worker.ts', import.meta.url), {
      workerData: share,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** Consecutive seeds, shared out among worker threads. */
export function batchesInWorkers(batch: Batch, workers: number): Promise<readonly BatchResult[]> {
  const schedules = Math.ceil(batch.schedules / workers);
  const shares = Array.from({ length: workers }, (_, i) => ({
    ...batch,
    schedules,
    seed: batch.seed + i * schedules,
  }));
  return Promise.all(shares.map((share) => inWorker<BatchResult>(share)));
}

/** So many cases, each worker with a seed of its own. */
export function casesInWorkers(
  cases: number,
  seed: number,
  workers: number,
): Promise<readonly PlannerResult[]> {
  const shares = Array.from({ length: workers }, (_, i) => ({
    cases: Math.ceil(cases / workers),
    seed: seed + i,
  }));
  return Promise.all(shares.map((share) => inWorker<PlannerResult>(share)));
}
