import { expect, test } from 'vitest';
import { casesInWorkers } from './core/in-workers.ts';
import { checkTrees } from './planner/fixed-point.ts';
import { REGRESSIONS } from './planner/regressions.ts';
import { treesOf } from './planner/trees.ts';

const CASES = 200_000;
/** Fixed, so that the build says the same thing twice; `npm run simulate -- --planner` takes others. */
const SEED = 20_260_105;

test.each(REGRESSIONS)('$name', async ({ items }) => {
  await expect(checkTrees(treesOf(items))).resolves.toBeUndefined();
});

test(`${CASES} random trees: nothing is lost, both sides are alike, and it ends`, async () => {
  const held = { counterexample: null, cases: CASES / 2 };
  expect(await casesInWorkers(CASES, SEED, 2)).toEqual([held, held]);
});
