import { expect, test } from 'vitest';
import { batchesInWorkers } from './core/in-workers.ts';

const SCHEDULES = 4_000;
/** Fixed, so that the build says the same thing twice; `npm run simulate -- --disk --seed` takes others. */
const SEED = 1;

test(`${SCHEDULES} schedules of the write protocol on a simulated disk: no text is lost or torn`, async () => {
  const results = await batchesInWorkers({ world: 'disk', seed: SEED, schedules: SCHEDULES }, 2);
  const failures = results.flatMap((result) => result.failures);
  expect(failures.map(({ seed, outcome }) => `seed ${seed}: ${outcome.failure?.words}`)).toEqual([]);
  expect(results.map(({ schedules }) => schedules)).toEqual([SCHEDULES / 2, SCHEDULES / 2]);
});
