import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../support/free-port.ts';
import { forgetState, type Place, placeIn } from '../support/place.ts';
import { saver } from '../support/save-docs.ts';
import { inStep, type Scenario, type Stage } from '../support/stage.ts';
import { ALL_IN_STEP } from './desktop-words.ts';
import { type MainLoop, watchMainLoop } from './main-loop.ts';
import { during, openRivals, type Rivals } from './rivals.ts';
import { packagedProgram } from './started-program.ts';
import { trayProgram } from './tray-program.ts';

const SAVES = 5;
const BURST = 100;
/** What a window or the icon is told after a cycle belongs to it. */
const SETTLE_MS = 1_500;

const AT_REST = 'at rest';
const BEFORE_THE_ICON = 'until the icon stands';

/** What others on this machine did to it, beside what it did itself. */
const WITH_OTHERS = ', waiting for a processor as well';

type Act = (loop: MainLoop) => Promise<void>;

async function noteStall({ figures, size }: Stage, name: string, loop: MainLoop): Promise<void> {
  const { own, all } = await loop.longest();
  figures.note(3, size, name, [own]);
  figures.note(3, size, `${name}${WITH_OTHERS}`, [all]);
}

/** The application on one place, from its start until the icon says that all is in step; then what follows. */
async function inApplication(stage: Stage, rivals: Rivals, place: Place, name: string, act: Act) {
  const port = await freePort();
  const program = trayProgram(rivals.files.ours, place, stage.giip.url);
  const { environment } = rivals.ours;
  const args = [`--inspect=${port}`, ...program.args];
  await during(
    rivals,
    { ...program, args, environment: { ...environment, ...program.environment } },
    async (started) => {
      const loop = await watchMainLoop(port);
      await started.icon();
      await noteStall(stage, BEFORE_THE_ICON, loop);
      await started.untilSaid(ALL_IN_STEP);
      await pause(SETTLE_MS);
      await noteStall(stage, name, loop);
      await act(loop);
      loop.close();
    },
  );
}

/** Saves, and waits until they were sent and proved. */
async function cycles({ giip }: Stage, save: () => unknown, count: number): Promise<void> {
  for (let round = 0; round < count; round += 1) {
    const put = giip.nextPut();
    save();
    await put;
    await pause(SETTLE_MS);
  }
}

async function measureAtWork(stage: Stage, rivals: Rivals): Promise<void> {
  const { giip, place, size, tree } = stage;
  const save = saver(size, tree.root);
  await inApplication(stage, rivals, place, 'start (verify everything)', async (loop) => {
    const note = (name: string): Promise<void> => noteStall(stage, name, loop);
    await pause(5_000);
    await note(AT_REST);
    await cycles(stage, () => save(1), SAVES);
    await note('saves');
    await cycles(stage, () => save(BURST), 1);
    await note('100 saves');
    await giip.renewHashes();
    await cycles(stage, () => save(1), 1);
    await note('a whole pull');
  });
}

async function measureFirstCopies(stage: Stage, rivals: Rivals): Promise<void> {
  const { giip, path, place } = stage;
  const root = path('stalls');
  rmSync(root, { recursive: true, force: true });
  await inApplication(stage, rivals, placeIn(root), 'first pull', async () => undefined);
  await giip.clear();
  forgetState(place);
  await inApplication(stage, rivals, place, 'first push', async () => undefined);
}

/** The longest of all the engine's work: not while Electron itself starts, nor at rest, which shows the machine. */
function noteLongest({ figures, size }: Stage): void {
  const isWork = (name: string): boolean =>
    !name.endsWith(WITH_OTHERS) && ![AT_REST, BEFORE_THE_ICON, 'product'].includes(name);
  const work = figures.names(3).filter(isWork);
  const longest = work.flatMap((name) => figures.of(3, size, name) ?? []);
  figures.note(3, size, 'product', [Math.max(...longest)]);
}

async function measure(stage: Stage): Promise<void> {
  const program = packagedProgram();
  await inStep(stage);
  const rivals = await openRivals(stage, program);
  try {
    await measureAtWork(stage, rivals);
    await measureFirstCopies(stage, rivals);
    noteLongest(stage);
  } finally {
    rivals.end();
  }
}

/** How long the tray application's main process stands still at most while its engine works. */
export const mainStalls: Scenario = { name: 'the main process while the engine works', goals: [3], measure };
