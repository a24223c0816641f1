import { rmSync } from 'node:fs';
import { readyPeer } from '../peers/peer.ts';
import { PEERS_OF_FIRST_COPY } from '../peers/peers.ts';
import { BENCH_TOKEN } from '../support/bench-connection.ts';
import { floorProgram } from '../support/floor-program.ts';
import { isEnough } from '../support/interleave.ts';
import { forgetState, type Place, placeIn, type SyncOptions, syncOnce } from '../support/place.ts';
import { PEAK_REPORTING, type Ran, runWell } from '../support/run-process.ts';
import type { Scenario, Stage } from '../support/stage.ts';
import { median } from '../support/statistics.ts';

/** Half of what V8 would take: what holds everything dies or crawls there. */
const SMALL_HEAP: SyncOptions = { node: ['--max-old-space-size=64'], peak: true };

type Runs = Record<string, Ran[]>;

const times = (runs: readonly Ran[] = []): readonly number[] => runs.map(({ ms }) => ms);

async function firstPush({ place, giip }: Stage, options: SyncOptions): Promise<Ran> {
  await giip.clear();
  forgetState(place);
  return syncOnce(place, giip.url, options);
}

async function firstPull({ giip, path }: Stage, options: SyncOptions): Promise<Ran> {
  const root = path('pulled');
  rmSync(root, { recursive: true, force: true });
  const place: Place = placeIn(root);
  return syncOnce(place, giip.url, options);
}

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

/** Of small trees; what takes seconds is measured twice, a peer once: at L a round takes a minute, most of it the disk's. */
const MOST_ROUNDS = 3;

/** What failed once is not tried again, and takes nothing of the rest with it. */
class Takes {
  readonly runs: Runs = {};
  readonly #failed = new Set<string>();
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async take(name: string, work: () => Promise<Ran>): Promise<void> {
    if (this.#failed.has(name) || isEnough(times(this.runs[name]))) return;
    try {
      this.runs[name] = [...(this.runs[name] ?? []), await work()];
    } catch (cause) {
      this.#failed.add(name);
      this.#stage.figures.gap(
        `${this.#stage.size}, ${name}: ${cause instanceof Error ? cause.message : cause}`,
      );
    }
  }

  hasFailed(name: string): boolean {
    return this.#failed.has(name);
  }
}

async function oneRound(stage: Stage, takes: Takes): Promise<void> {
  await takes.take('push floor', () => pushFloor(stage));
  await takes.take('push', () => firstPush(stage, { peak: true }));
  // What is pulled must be the whole tree, however the push went.
  if (takes.hasFailed('push')) await stage.giip.load(stage.tree.root);
  await takes.take('write floor', () => writeFloor(stage));
  await takes.take('pull', () => firstPull(stage, { peak: true }));
}

const peaks = (runs: readonly Ran[] = []): readonly number[] => runs.flatMap(({ peakMb }) => peakMb ?? []);

function noteMemory({ figures, size, tree }: Stage, runs: Runs): void {
  figures.note(11, size, 'first push', peaks(runs.push));
  figures.note(11, size, 'first pull', peaks(runs.pull));
  figures.note(11, size, 'floor of the push', peaks(runs['push floor']));
  figures.note(11, size, 'payload', [tree.bytes / 1e6]);
}

/** Both once more with little heap. */
async function measureSmallHeap(stage: Stage, takes: Takes): Promise<void> {
  await takes.take('push with 64 MB of heap', () => firstPush(stage, SMALL_HEAP));
  await takes.take('pull with 64 MB of heap', () => firstPull(stage, SMALL_HEAP));
  for (const what of ['push', 'pull']) {
    const [usual, small] = [times(takes.runs[what]), times(takes.runs[`${what} with 64 MB of heap`])];
    if (usual.length === 0 || small.length === 0) continue;
    const ratio = median(small) / median(usual);
    stage.figures.note(11, stage.size, `${what} with 64 MB of heap, × its time`, [ratio]);
  }
}

/** Peers' first copies are made once: at L each takes half a minute and more. */
async function measurePeers(stage: Stage): Promise<void> {
  for (const peer of PEERS_OF_FIRST_COPY) {
    const ready = await readyPeer(stage, peer);
    for (const goal of [9, 10]) if (ready) stage.figures.note(goal, stage.size, peer.name, [ready.firstMs]);
  }
}

async function measure(stage: Stage): Promise<void> {
  const { figures, size } = stage;
  const takes = new Takes(stage);
  const { runs } = takes;
  for (let round = 0; round < Math.min(stage.rounds, MOST_ROUNDS); round += 1) await oneRound(stage, takes);
  figures.note(9, size, 'product', times(runs.push));
  figures.note(9, size, 'floor', times(runs['push floor']));
  figures.note(10, size, 'product', times(runs.pull));
  figures.note(10, size, 'floor', times(runs['write floor']));
  noteMemory(stage, runs);
  if (stage.wants(11) && stage.rounds > 1) await measureSmallHeap(stage, takes);
  await measurePeers(stage);
}

/** An empty GIIP takes the whole tree in; an empty folder gets it. */
export const firstCopy: Scenario = { name: 'first push and first pull', goals: [9, 10, 11], measure };
