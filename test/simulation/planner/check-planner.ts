import fc from 'fast-check';
import { checkTrees } from './fixed-point.ts';
import { itemCases } from './item-cases.ts';
import { treesOf } from './trees.ts';

export interface PlannerResult {
  /** The smallest case that breaks an oracle, in words, or null. */
  readonly counterexample: string | null;
  readonly cases: number;
}

/**
 * Random trees, each planned and applied to a fixed point; fast-check shrinks what fails. One that was drawn before is
 * not run again: the planner has no chance in it, and would do the very same (a third of them, nearly all of one item).
 */
export async function checkPlanner(cases: number, seed: number): Promise<PlannerResult> {
  const property = fc.asyncProperty(itemCases, async (items) => checkTrees(treesOf(items)));
  const result = await fc.check(property, { numRuns: cases, seed, ignoreEqualValues: true });
  if (!result.failed) return { counterexample: null, cases: result.numRuns };
  const words = result.errorInstance instanceof Error ? result.errorInstance.message : 'failed';
  return { counterexample: `${words}: ${JSON.stringify(result.counterexample)}`, cases: result.numRuns };
}
