import { contendersOf } from '../peers/peer.ts';
import { GIT_STATUS, RCLONE_BISYNC, RCLONE_SYNC, RSYNC, UNISON } from '../peers/peers.ts';
import { floorProgram } from '../support/floor-program.ts';
import { interleave } from '../support/interleave.ts';
import { syncOnce } from '../support/place.ts';
import { runWell } from '../support/run-process.ts';
import { inStep, type Scenario, type Stage } from '../support/stage.ts';

const PEERS = [GIT_STATUS, UNISON, RCLONE_SYNC, RCLONE_BISYNC, RSYNC];

async function measure(stage: Stage): Promise<void> {
  await inStep(stage);
  const { place, giip, size, figures } = stage;
  const series = await interleave(
    stage,
    {
      product: async () => (await syncOnce(place, giip.url)).ms,
      floor: async () => (await runWell(process.execPath, [floorProgram('empty')])).ms,
      ...(await contendersOf(stage, PEERS, 'unchanged')),
    },
    1,
  );
  figures.noteAll(4, size, series);
  const { peakMb } = await syncOnce(place, giip.url, { peak: true });
  if (peakMb !== null) figures.note(11, size, 'nothing to do', [peakMb]);
}

/** `sync` as a fresh process when nothing has changed. */
export const freshSync: Scenario = { name: 'sync in fresh processes', goals: [4], measure };
