import { test as base } from '../../scenario/support/scenario-test.ts';
import type { World } from './hostile-story.ts';

/** A test with a GIIP and a computer, together as stories take them. */
export const test = base.extend<{ readonly world: World }>({
  world: async ({ giip, machine }, use) => use({ giip, machine }),
});
