import type { Answered } from '../giip/messages.ts';
import { contendersOf } from '../peers/peer.ts';
import { GIT_ROUND, UNISON } from '../peers/peers.ts';
import { type RunningWatch, startWatch } from '../resident/start-watch.ts';
import { interleave } from '../support/interleave.ts';
import { nowMs } from '../support/now-ms.ts';
import { saver } from '../support/save-docs.ts';
import { inStep, type Scenario, type Stage } from '../support/stage.ts';

const SAVES_OF_ONE = 20;
const BURST = 100;

type Save = (count: number) => readonly string[];

/** From the save to the answer of the PUT that carried it. */
async function saveOne(stage: Stage, watch: RunningWatch, save: Save): Promise<number> {
  const both = Promise.all([stage.giip.nextPut(), watch.nextReport()]);
  const start = nowMs();
  save(1);
  const [{ answeredAt }] = await both;
  return answeredAt - start;
}

interface Burst {
  readonly ms: number;
  readonly batches: number;
  readonly proofs: number;
}

const itemsIn = (puts: readonly Answered[]): number => puts.reduce((sum, { items }) => sum + items, 0);

/** Until so many items were sent: on a busy machine a burst may be more than one cycle's. */
async function untilSent({ giip }: Stage, watch: RunningWatch, count: number): Promise<readonly Answered[]> {
  const answered: Answered[] = [];
  do {
    await watch.nextReport();
    answered.push(...giip.takeAnswered());
  } while (itemsIn(answered.filter(({ call }) => call === 'put')) < count);
  return answered;
}

/** From the last of many saves to the answer of the last PUT. */
async function saveMany(stage: Stage, watch: RunningWatch, save: Save): Promise<Burst> {
  stage.giip.takeAnswered();
  const saved = save(BURST).length;
  const start = nowMs();
  const answered = await untilSent(stage, watch, saved);
  const puts = answered.filter(({ call }) => call === 'put');
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
  const bursts: Burst[] = [];
  const product = async (): Promise<number> => {
    const burst = await saveMany(stage, watch, save);
    bursts.push(burst);
    return burst.ms;
  };
  // Peers come upon the same edits; what they first have to make good was saved before the warm-up.
  const peers = await contendersOf(stage, [GIT_ROUND, UNISON], 'again');
  figures.noteAll(7, size, await interleave(stage, { product, ...peers }, 1));
  figures.note(
    7,
    size,
    'batches',
    bursts.map(({ batches }) => batches),
  );
  figures.note(
    7,
    size,
    'proof pulls',
    bursts.map(({ proofs }) => proofs),
  );
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
}

/** `watch` at work, and somebody who saves. */
export const saves: Scenario = { name: 'saves while it watches', goals: [6, 7], measure };
