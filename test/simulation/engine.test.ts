import { expect, test } from 'vitest';
import { runBatch } from './core/run-batch.ts';

const SCHEDULES = 20_000;
/** Fixed, so that the build says the same thing twice; `npm run simulate -- --seed` takes others. */
const SEED = 1;

test(`${SCHEDULES} schedules of the production engine: every oracle holds at every step`, async () => {
  const { failures, schedules } = await runBatch({ seed: SEED, schedules: SCHEDULES });
  expect(failures.map(({ seed, outcome }) => `seed ${seed}: ${outcome.failure?.words}`)).toEqual([]);
  expect(schedules).toBe(SCHEDULES);
});
