import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { GOALS, isMissed } from '../report/goal-table.ts';
import type { ResidentWork } from '../resident/messages.ts';
import { startResident } from '../resident/start-resident.ts';
import { startWatch } from '../resident/start-watch.ts';
import { foldedStacks, topSelfTimes } from '../support/cpu-profile.ts';
import { forgetState, placeIn, syncOnce } from '../support/place.ts';
import { readCpuProfile } from '../support/read-cpu-profile.ts';
import { saver } from '../support/save-docs.ts';
import { inStep, type Scenario, type Stage } from '../support/stage.ts';

/** Does a goal's work once and leaves its profiles in this folder. */
type Profiled = (stage: Stage, folder: string) => Promise<void>;

const profiling = (folder: string): readonly string[] => ['--cpu-prof', `--cpu-prof-dir=${folder}`];

async function ofResident(stage: Stage, folder: string, work: ResidentWork, watch: boolean): Promise<void> {
  const resident = await startResident({ place: stage.place, apiUrl: stage.giip.url, watch });
  await resident.do({ work, profile: join(folder, 'resident.cpuprofile') });
  await resident.close();
}

async function ofProof({ place, giip }: Stage, folder: string): Promise<void> {
  const resident = await startResident({ place, apiUrl: giip.url, watch: true });
  await giip.renewHashes();
  await resident.do({ work: 'cycle', profile: join(folder, 'resident.cpuprofile') });
  await resident.close();
}

async function ofSaves({ place, giip, size, tree }: Stage, folder: string, count: number): Promise<void> {
  const watch = await startWatch(place, giip.url, profiling(folder));
  const report = watch.nextReport();
  saver(size, tree.root)(count);
  await report;
  await watch.stop();
}

async function ofFirstPush({ place, giip }: Stage, folder: string): Promise<void> {
  await giip.clear();
  forgetState(place);
  await syncOnce(place, giip.url, { node: profiling(folder) });
}

async function ofFirstPull({ giip, path }: Stage, folder: string): Promise<void> {
  const root = path('profiled');
  rmSync(root, { recursive: true, force: true });
  await syncOnce(placeIn(root), giip.url, { node: profiling(folder) });
}

/** Memory (11) is no matter of a CPU profile. */
const WORKS: ReadonlyMap<number, Profiled> = new Map<number, Profiled>([
  [1, (stage, folder) => ofResident(stage, folder, 'cycle', true)],
  [2, (stage, folder) => ofResident(stage, folder, 'cycle', false)],
  [4, async ({ place, giip }, folder) => void (await syncOnce(place, giip.url, { node: profiling(folder) }))],
  [5, (stage, folder) => ofResident(stage, folder, 'verify', false)],
  [6, (stage, folder) => ofSaves(stage, folder, 1)],
  [7, (stage, folder) => ofSaves(stage, folder, 100)],
  [8, ofProof],
  [9, ofFirstPush],
  [10, ofFirstPull],
]);

async function profile(stage: Stage, goal: number, work: Profiled, kept: string): Promise<void> {
  const { figures, size } = stage;
  const folder = join(kept, `goal-${goal}-${size}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await work(stage, folder);
  const names = readdirSync(folder);
  const stacks = names.flatMap((name) => readCpuProfile(join(folder, name)));
  const folded = `goal-${String(goal).padStart(2, '0')}.folded`;
  writeFileSync(join(kept, folded), foldedStacks(stacks));
  const files = [folded, ...names.map((name) => `${basename(folder)}/${name}`)];
  figures.keepProfile({ goal, size, files, top: topSelfTimes(stacks) });
}

async function measure(stage: Stage): Promise<void> {
  const { figures, profilesIn } = stage;
  if (profilesIn === null) return;
  await inStep(stage);
  for (const goal of GOALS) {
    const work = WORKS.get(goal.id);
    if (work && stage.wants(goal.id) && isMissed(goal, figures))
      await profile(stage, goal.id, work, profilesIn);
  }
}

/** Where the time of goals that were not met goes. */
export const profiles: Scenario = {
  name: 'profiles of what is not met',
  goals: [...WORKS.keys()],
  measure,
};
