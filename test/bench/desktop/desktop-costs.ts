import { inStep, type Scenario, type Stage } from '../support/stage.ts';
import { clickTimes } from './click-times.ts';
import { ALL_IN_STEP } from './desktop-words.ts';
import { makeConflicts } from './make-conflicts.ts';
import { packageSizes } from './package-sizes.ts';
import { restingCosts, twoWindowsCost } from './resting.ts';
import { openRivals } from './rivals.ts';
import { startTimes } from './start-times.ts';
import { packagedProgram } from './started-program.ts';

const IN_CONFLICT = /conflicts? to resolve/;
const CONFLICTS = 1_000;

async function measure(stage: Stage): Promise<void> {
  const program = packagedProgram();
  await inStep(stage);
  const rivals = await openRivals(stage, program);
  try {
    if (stage.wants(17) && stage.size === 'S') await packageSizes(stage, rivals);
    if (stage.wants(15)) await startTimes(stage, rivals, ALL_IN_STEP);
    if ([12, 13, 16].some(stage.wants)) await restingCosts(stage, rivals, ALL_IN_STEP);
    const wantsTwo = stage.wants(13) && stage.size === 'S';
    if (!stage.wants(14) && !wantsTwo) return;
    await makeConflicts(stage, CONFLICTS);
    if (wantsTwo) await twoWindowsCost(stage, rivals, IN_CONFLICT);
    if (stage.wants(14)) await clickTimes(stage, rivals, IN_CONFLICT);
  } finally {
    rivals.end();
  }
}

/** What the tray application costs beside a program that is nothing but an icon. */
export const desktopCosts: Scenario = {
  name: 'the tray application beside a bare tray',
  goals: [12, 13, 14, 15, 16, 17],
  measure,
};
