import { join } from 'node:path';
import { contendersOf } from '../peers/peer.ts';
import { GIT_STATUS, RCLONE_BISYNC, RCLONE_CHECK, SHA256SUM, UNISON } from '../peers/peers.ts';
import { type Resident, startResident } from '../resident/start-resident.ts';
import { BENCH_TOKEN } from '../support/bench-connection.ts';
import { countCallsBelow } from '../support/count-stats.ts';
import { interleave } from '../support/interleave.ts';
import { type ResidentFloor, residentFloor } from '../support/resident-floor.ts';
import { inStep, type Scenario, type Stage } from '../support/stage.ts';

const PEERS = [GIT_STATUS, UNISON, RCLONE_BISYNC];

async function cycleMs(resident: Resident): Promise<number> {
  const { ms, outcome } = await resident.do('cycle');
  if (outcome !== 'inSync') throw new Error(`a cycle in which nothing happened ended ${outcome}`);
  return ms;
}

async function withFloor<T>(floor: ResidentFloor, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await floor.close();
  }
}

/** Goal 1: the watcher says that nothing happened. */
async function measureWatched(stage: Stage, resident: Resident): Promise<void> {
  const { figures, size } = stage;
  const contenders = { product: () => cycleMs(resident), ...(await contendersOf(stage, PEERS, 'unchanged')) };
  figures.noteAll(1, size, await interleave(stage, contenders, 1));
  await countStats(stage, resident);
}

/** Calls that name a document in one such cycle. */
async function countStats({ figures, size, tree, path }: Stage, resident: Resident): Promise<void> {
  const docs = join(tree.root, 'docs', '');
  const count = await countCallsBelow(resident.pid, docs, path('calls'), () => cycleMs(resident));
  if (count === null) figures.gap(`${size}: nobody could count the stats of documents (strace)`);
  else figures.note(1, size, 'stats of documents', [count]);
}

/** Goal 8: GIIP has another hash for the same documents. */
async function measureProof(stage: Stage, resident: Resident): Promise<void> {
  const { giip, figures, size } = stage;
  const floor = residentFloor('cut-floor', giip.url, BENCH_TOKEN);
  const product = async (): Promise<number> => {
    await giip.renewHashes();
    return cycleMs(resident);
  };
  await withFloor(floor, async () => {
    figures.noteAll(8, size, await interleave(stage, { product, floor: floor.round }, 1));
  });
}

/** Goal 2: nobody watches, so each cycle looks at the whole folder. */
async function measureUnwatched(stage: Stage, resident: Resident): Promise<void> {
  const { figures, size, tree } = stage;
  const floor = residentFloor('scan-floor', tree.root);
  const peers = await contendersOf(stage, PEERS, 'unchanged');
  await withFloor(floor, async () => {
    const contenders = { product: () => cycleMs(resident), floor: floor.round, ...peers };
    figures.noteAll(2, size, await interleave(stage, contenders, 1));
  });
}

/** Goal 5: reads and hashes every file. */
async function measureVerify(stage: Stage, resident: Resident): Promise<void> {
  const { figures, size, tree } = stage;
  const floor = residentFloor('hash-floor', tree.root);
  const peers = await contendersOf(stage, [SHA256SUM, RCLONE_CHECK], 'unchanged');
  const product = async (): Promise<number> => {
    // rclone tells the kernel to drop what it has read (fadvise): whoever came next would read from the disk.
    await floor.round();
    return (await resident.do('verify')).ms;
  };
  await withFloor(floor, async () => {
    figures.noteAll(5, size, await interleave(stage, { product, floor: floor.round, ...peers }, 1));
  });
}

async function withResident(
  { place, giip }: Stage,
  watch: boolean,
  work: (resident: Resident) => Promise<void>,
): Promise<void> {
  const resident = await startResident({ place, apiUrl: giip.url, watch });
  try {
    await work(resident);
  } finally {
    await resident.close();
  }
}

async function measure(stage: Stage): Promise<void> {
  await inStep(stage);
  await withResident(stage, true, async (resident) => {
    if (stage.wants(1)) await measureWatched(stage, resident);
    if (stage.wants(8)) await measureProof(stage, resident);
  });
  await withResident(stage, false, async (resident) => {
    if (stage.wants(2)) await measureUnwatched(stage, resident);
    if (stage.wants(5)) await measureVerify(stage, resident);
  });
}

/** Cycles of an engine that stays, in which nothing is to be written. */
export const residentCycles: Scenario = {
  name: 'cycles of an engine that stays',
  goals: [1, 2, 5, 8],
  measure,
};
