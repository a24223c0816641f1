import { interleave } from '../support/interleave.ts';
import type { Stage } from '../support/stage.ts';
import { during, type Rivals } from './rivals.ts';

/** Goal 15: from exec to the icon, and to the icon that says how things stand. */
export async function startTimes(stage: Stage, rivals: Rivals, state: RegExp): Promise<void> {
  const trueState: number[] = [];
  const series = await interleave(stage, {
    floor: () => during(rivals, rivals.bare(), async (started) => (await started.icon()).ms),
    icon: () =>
      during(rivals, rivals.ours, async (started) => {
        const { ms } = await started.icon();
        trueState.push(await started.untilSaid(state));
        return ms;
      }),
  });
  stage.figures.noteAll(15, stage.size, { ...series, 'true state': trueState });
}
