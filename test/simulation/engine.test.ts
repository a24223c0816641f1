import { expect, test } from 'vitest';
import { batchesInWorkers } from './core/in-workers.ts';

const SCHEDULES = 20_000;
/** Fixed, so that the build says the same thing twice; `npm run simulate -- --seed` takes others. */
const SEED = 1;

test(`${SCHEDULES} schedules of the production engine: every oracle holds at every step`, async () => {
  const results = await batchesInWorkers({ world: 'engine', seed: SEED, schedules: SCHEDULES }, 2);
  const failures = results.flatMap((result) => result.failures);
  expect(failures.map(({ seed, outcome }) => `seed ${seed}: ${outcome.failure?.words}`)).toEqual([]);
  expect(results.map(({ schedules }) => schedules)).toEqual([SCHEDULES / 2, SCHEDULES / 2]);
});

const GUARDED = 3_000;

test(`${GUARDED} schedules with the gate: no secret goes out unasked, and every other oracle holds as well`, async () => {
  const results = await batchesInWorkers({ world: 'secrets', seed: SEED, schedules: GUARDED }, 2);
  const failures = results.flatMap((result) => result.failures);
  expect(failures.map(({ seed, outcome }) => `seed ${seed}: ${outcome.failure?.words}`)).toEqual([]);
});
