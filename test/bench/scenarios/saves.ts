import { againOf } from '../peers/peer.ts';
import { GIT_ROUND, UNISON } from '../peers/peers.ts';
import { type SyncthingPair, startSyncthing } from '../peers/syncthing.ts';
import { type RunningWatch, startWatch } from '../resident/start-watch.ts';
import { nowMs } from '../support/now-ms.ts';
import { saver } from '../support/save-docs.ts';
import { inStep, type Scenario, type Stage } from '../support/stage.ts';

const SAVES_OF_ONE = 20;
const BURST = 100;
/** Beside others each of these takes ten seconds. */
const SYNCTHING_ROUNDS = 3;

type Save = (count: number) => readonly string[];

/** From the save to the answer of the PUT that carried it. */
async function saveOne(stage: Stage, watch: RunningWatch, save: Save): Promise<number> {
  const [put, report] = [stage.giip.nextPut(), watch.nextReport()];
  const start = nowMs();
  save(1);
  const { answeredAt } = await put;
  await report;
  return answeredAt - start;
}

interface Burst {
  readonly ms: number;
  readonly batches: number;
  readonly proofs: number;
}

/** From the last of many saves to the answer of the last PUT. */
async function saveMany({ giip }: Stage, watch: RunningWatch, save: Save): Promise<Burst> {
  giip.takeAnswered();
  const report = watch.nextReport();
  const saved = save(BURST).length;
  const start = nowMs();
  await report;
  const answered = giip.takeAnswered();
  const puts = answered.filter(({ call }) => call === 'put');
  const sent = puts.reduce((sum, { items }) => sum + items, 0);
  if (sent < saved) throw new Error(`${sent} of ${saved} saved documents were sent in one cycle`);
  return {
    ms: (puts.at(-1)?.answeredAt ?? Number.NaN) - start,
    batches: puts.length,
    proofs: answered.filter(({ call, items }) => call === 'get' && items > 0).length,
  };
}

async function measureSingle(stage: Stage, watch: RunningWatch, save: Save): Promise<void> {
  const times: number[] = [];
  const rounds = stage.rounds === 1 ? 2 : SAVES_OF_ONE;
  await saveOne(stage, watch, save);
  for (let round = 0; round < rounds; round += 1) times.push(await saveOne(stage, watch, save));
  stage.figures.note(6, stage.size, 'product', times);
}

async function measureBursts(stage: Stage, watch: RunningWatch, save: Save): Promise<void> {
  const { figures, size } = stage;
  const peers = Object.entries(await againOf(stage, [GIT_ROUND, UNISON]));
  const bursts: Burst[] = [];
  const others = new Map<string, number[]>(peers.map(([name]) => [name, []]));
  // Peers come upon the same edits; what they first have to make good was saved before.
  for (const [, again] of peers) await again();
  for (let round = 0; round < stage.rounds; round += 1) {
    bursts.push(await saveMany(stage, watch, save));
    for (const [name, again] of peers) others.get(name)?.push(await again());
  }
  const of = (what: keyof Burst): readonly number[] => bursts.map((burst) => burst[what]);
  figures.note(7, size, 'product', of('ms'));
  figures.note(7, size, 'batches', of('batches'));
  figures.note(7, size, 'proof pulls', of('proofs'));
  for (const [name, times] of others) figures.note(7, size, name, times);
}

async function syncthingSees(pair: SyncthingPair, save: Save, count: number): Promise<number> {
  const paths = save(count);
  const start = nowMs();
  return (await pair.seen(paths)) - start;
}

async function measureSyncthing(stage: Stage, save: Save): Promise<void> {
  const pair = await startSyncthing(stage, 'syncthing');
  if (pair === null) return;
  const { figures, size } = stage;
  const note = async (goal: number, name: string, measure: () => Promise<number>): Promise<void> => {
    const times: number[] = [];
    for (let round = 0; round < SYNCTHING_ROUNDS; round += 1) times.push(await measure());
    figures.note(goal, size, name, times);
  };
  try {
    for (const goal of [9, 10]) figures.note(goal, size, 'syncthing', [pair.firstMs]);
    await note(2, 'syncthing rescan', () => pair.rescan());
    await note(6, 'syncthing', () => syncthingSees(pair, save, 1));
    await note(7, 'syncthing', () => syncthingSees(pair, save, BURST));
    await pair.setDelay(1);
    await note(6, 'syncthing at 1 s', () => syncthingSees(pair, save, 1));
  } finally {
    await pair.end();
  }
}

async function measure(stage: Stage): Promise<void> {
  await inStep(stage);
  const save = saver(stage.size, stage.tree.root);
  const watch = await startWatch(stage.place, stage.giip.url);
  try {
    if (stage.wants(6)) await measureSingle(stage, watch, save);
    if (stage.wants(7)) await measureBursts(stage, watch, save);
  } finally {
    await watch.stop();
  }
  await measureSyncthing(stage, save);
}

/** `watch` at work, and somebody who saves. */
export const saves: Scenario = { name: 'saves while it watches', goals: [6, 7], measure };
