import { expect, test } from 'vitest';
import { batchesInWorkers } from './core/in-workers.ts';

const SCHEDULES = 4_000;
/** Fixed, so that the build says the same thing twice; `npm run simulate -- --world scheduler --seed` takes others. */
const SEED = 1;

test.each([
  { world: 'scheduler', what: 'of the scheduler: a change is noticed in time, and nothing stops for good' },
  {
    world: 'starts',
    what: 'of starts on one folder: never two at work, and nobody is kept out by a dead one',
  },
] as const)(`${SCHEDULES} schedules $what`, async ({ world }) => {
  const results = await batchesInWorkers({ world, seed: SEED, schedules: SCHEDULES }, 2);
  const failures = results.flatMap((result) => result.failures);
  expect(failures.map(({ seed, outcome }) => `seed ${seed}: ${outcome.failure?.words}`)).toEqual([]);
  expect(results.map(({ schedules }) => schedules)).toEqual([SCHEDULES / 2, SCHEDULES / 2]);
});
