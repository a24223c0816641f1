import { type SyncthingPair, startSyncthing } from '../peers/syncthing.ts';
import { nowMs } from '../support/now-ms.ts';
import { saver } from '../support/save-docs.ts';
import type { Scenario, Stage } from '../support/stage.ts';

const BURST = 100;
/** With its usual delay each save takes ten seconds. */
const ROUNDS = 2;

type Save = (count: number) => readonly string[];

async function syncthingSees(pair: SyncthingPair, save: Save, count: number): Promise<number> {
  const paths = save(count);
  const start = nowMs();
  return (await pair.seen(paths)) - start;
}

async function measure(stage: Stage): Promise<void> {
  const pair = await startSyncthing(stage, 'syncthing');
  if (pair === null) return;
  const { figures, size, tree } = stage;
  const save = saver(size, tree.root);
  const note = async (goal: number, name: string, measure: () => Promise<number>): Promise<void> => {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await measure());
    figures.note(goal, size, name, times);
  };
  try {
    const firstMs = await pair.first();
    stage.say(`  its first copy took ${(firstMs / 1000).toFixed(1)} s`);
    for (const goal of [9, 10]) figures.note(goal, size, 'syncthing', [firstMs]);
    if (stage.wants(2)) await note(2, 'syncthing rescan', () => pair.rescan());
    if (stage.wants(6)) await note(6, 'syncthing', () => syncthingSees(pair, save, 1));
    if (stage.wants(7)) await note(7, 'syncthing', () => syncthingSees(pair, save, BURST));
    if (!stage.wants(6)) return;
    await pair.setDelay(1);
    await note(6, 'syncthing at 1 s', () => syncthingSees(pair, save, 1));
  } finally {
    await pair.end();
  }
}

/** Two syncthings on the same tree. They work all the time, so nobody else is measured beside them. */
export const syncthingBeside: Scenario = { name: 'two syncthings', goals: [2, 6, 7, 9, 10], measure };
