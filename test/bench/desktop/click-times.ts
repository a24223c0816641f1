import { setTimeout as pause } from 'node:timers/promises';
import type { Stage } from '../support/stage.ts';
import { during, type Rivals } from './rivals.ts';
import type { Program } from './started-program.ts';
import { untilPixels } from './until-pixels.ts';

/** Longer than what counts as the same click. */
const APART_MS = 300;
const SETTLE_MS = 2_000;
const WARM_CLICKS = 8;

/** Goal 14: a click on the icon until the last of the right pixels. */
export async function clickTimes(
  { figures, size, rounds }: Stage,
  rivals: Rivals,
  state: RegExp,
): Promise<void> {
  const made: number[] = [];
  const bareMade: number[] = [];
  let warm: readonly number[] = [];
  for (let round = 0; round < Math.min(rounds, 5); round += 1) {
    const bare = await clicks(rivals, rivals.bare('--keep-popup'), 1);
    const ours = await clicks(rivals, rivals.ours, WARM_CLICKS + 1, state);
    bareMade.push(...bare.slice(0, 1));
    made.push(...ours.slice(0, 1));
    warm = [...warm, ...ours.slice(1)];
  }
  figures.noteAll(14, size, { floor: bareMade, made, warm });
}

/** Milliseconds of each showing; the first one makes the popup. */
async function clicks(
  rivals: Rivals,
  program: Program,
  count: number,
  ready?: RegExp,
): Promise<readonly number[]> {
  return during(rivals, program, async (started) => {
    const { item } = await started.icon();
    if (ready) await started.untilSaid(ready);
    await pause(SETTLE_MS);
    const shown: number[] = [];
    for (let click = 0; click < count; click += 1) {
      shown.push(await untilPixels(rivals.screen, () => void item.activate()));
      await pause(APART_MS);
      await item.activate();
      await pause(APART_MS);
    }
    return shown;
  });
}
