import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkTrees } from './planner/fixed-point.ts';
import { itemCases } from './planner/item-cases.ts';
import { treesOf } from './planner/trees.ts';

const CASES = 200_000;
/** Fixed, so that the build says the same thing twice; `npm run simulate -- --planner` takes others. */
const SEED = 20_260_105;

test(`${CASES} random trees: nothing is lost, both sides are alike, and it ends`, async () => {
  const property = fc.asyncProperty(itemCases, async (items) => checkTrees(treesOf(items)));
  const result = await fc.check(property, { numRuns: CASES, seed: SEED, endOnFailure: false });
  expect(fc.defaultReportMessage(result) ?? 'no counterexample').toBe('no counterexample');
});
