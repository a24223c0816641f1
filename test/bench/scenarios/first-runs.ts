import { type Contender, interleave } from '../support/interleave.ts';
import type { SyncOptions } from '../support/place.ts';
import type { Ran } from '../support/run-process.ts';
import type { Stage } from '../support/stage.ts';
import { median } from '../support/statistics.ts';

/** A first push or a first pull, and the floor beside it. */
export interface FirstRun {
  readonly goal: number;
  readonly name: 'push' | 'pull';
  readonly floor: () => Promise<Ran>;
  readonly product: (options: SyncOptions) => Promise<Ran>;
}

/** Of small trees; what takes seconds is measured twice. */
const MOST_ROUNDS = 3;
/** Half of what V8 would take: what holds everything dies or crawls there. */
const SMALL_HEAP: SyncOptions = { node: ['--max-old-space-size=64'], peak: true };

/** Its time is what is compared; its peak of memory is written down beside it. */
function withPeak(work: () => Promise<Ran>, peaks: number[], say: (ran: Ran) => void): Contender {
  return async () => {
    const ran = await work();
    if (ran.peakMb !== null) peaks.push(ran.peakMb);
    say(ran);
    return ran.ms;
  };
}

/** Once more with little heap. */
async function inSmallHeap(stage: Stage, { name, product }: FirstRun, usual: readonly number[]) {
  const words = `${name} with 64 MB of heap`;
  const contenders = { [words]: async () => (await product(SMALL_HEAP)).ms };
  const { [words]: small = [] } = await interleave({ ...stage, rounds: 1 }, contenders);
  if (small.length > 0 && usual.length > 0)
    stage.figures.note(11, stage.size, `${words}, × its time`, [median(small) / median(usual)]);
}

/** Goals 9 and 10, and what they need of memory (11). */
export async function measureFirstRun(stage: Stage, run: FirstRun): Promise<void> {
  const { figures, size, tree, wants } = stage;
  const [peaks, floorPeaks]: [number[], number[]] = [[], []];
  const say = (name: string) => (ran: Ran) => stage.say(`  ${name}: ${(ran.ms / 1000).toFixed(1)} s`);
  const series = await interleave(
    { ...stage, rounds: Math.min(stage.rounds, MOST_ROUNDS) },
    {
      floor: withPeak(run.floor, floorPeaks, say('floor')),
      product: withPeak(() => run.product({ peak: true }), peaks, say('product')),
    },
  );
  figures.noteAll(run.goal, size, series);
  figures.note(11, size, `first ${run.name}`, peaks);
  figures.note(11, size, `floor of the ${run.name}`, floorPeaks);
  figures.note(11, size, 'payload', [tree.bytes / 1e6]);
  if (wants(11) && stage.rounds > 1) await inSmallHeap(stage, run, series.product ?? []);
}
