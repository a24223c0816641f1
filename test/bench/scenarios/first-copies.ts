import { rmSync } from 'node:fs';
import { readyPeer } from '../peers/peer.ts';
import { PEERS_OF_FIRST_COPY } from '../peers/peers.ts';
import { BENCH_TOKEN } from '../support/bench-connection.ts';
import { floorProgram } from '../support/floor-program.ts';
import { forgetState, type Place, placeIn, syncOnce } from '../support/place.ts';
import { PEAK_REPORTING, type Ran, runWell } from '../support/run-process.ts';
import type { Scenario, Stage } from '../support/stage.ts';
import { measureFirstRun } from './first-runs.ts';

async function pushFloor({ tree, giip }: Stage): Promise<Ran> {
  await giip.clear();
  const words = [...PEAK_REPORTING, floorProgram('push-floor'), tree.root, giip.url, BENCH_TOKEN];
  return runWell(process.execPath, words);
}

/** Its milliseconds are those of the writing alone: what it writes lies in memory before. */
async function writeFloor({ tree, path }: Stage): Promise<Ran> {
  const target = path('written');
  rmSync(target, { recursive: true, force: true });
  const ran = await runWell(process.execPath, [floorProgram('write-floor'), tree.root, target]);
  return { ...ran, ms: Number(ran.stdout) };
}

function emptyPlace({ path }: Stage): Place {
  const root = path('pulled');
  rmSync(root, { recursive: true, force: true });
  return placeIn(root);
}

/** An empty GIIP takes the whole tree in. */
export const firstPush: Scenario = {
  name: 'first push',
  goals: [9, 11],
  measure: (stage) =>
    measureFirstRun(stage, {
      goal: 9,
      name: 'push',
      floor: () => pushFloor(stage),
      async product(options) {
        await stage.giip.clear();
        forgetState(stage.place);
        return syncOnce(stage.place, stage.giip.url, options);
      },
    }),
};

/** An empty folder gets the whole tree. */
export const firstPull: Scenario = {
  name: 'first pull',
  goals: [10, 11],
  async measure(stage) {
    await stage.giip.load(stage.tree.root);
    await measureFirstRun(stage, {
      goal: 10,
      name: 'pull',
      floor: () => writeFloor(stage),
      product: (options) => syncOnce(emptyPlace(stage), stage.giip.url, options),
    });
  },
};

/** Peers' first copies are made once: at L each takes half a minute and more. */
export const peersFirstCopies: Scenario = {
  name: 'first copies of peers',
  goals: [9, 10],
  async measure(stage) {
    for (const peer of PEERS_OF_FIRST_COPY) {
      const ready = await readyPeer(stage, peer);
      for (const goal of [9, 10]) if (ready) stage.figures.note(goal, stage.size, peer.name, [ready.firstMs]);
    }
  },
};
