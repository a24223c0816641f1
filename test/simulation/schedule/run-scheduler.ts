import type { Choices } from '../core/choices.ts';
import type { Coverage } from '../core/coverage.ts';
import { drained } from '../core/effects.ts';
import { type Outcome, outcomeOf } from '../core/outcome.ts';
import { Story } from '../core/story.ts';
import { ScheduleWorld } from './schedule-world.ts';

const MINUTE = 60_000;
const SPELLS = [30_000, 10, 150, 1_900, 5_000, 6 * MINUTE, 20 * MINUTE, 90 * MINUTE] as const;
const JUMPS = [3_600_000, -3_600_000, 86_400_000, -60_000] as const;
const PAUSES = [null, 10 * MINUTE, 60 * MINUTE] as const;

/** A file changes; what the watcher makes of it. */
async function change(world: ScheduleWorld): Promise<void> {
  world.changes += 1;
  const fate = world.choices.of(['at once', 'lost', 'late', 'three times'] as const, 0.5);
  world.story.effect(`a file changes, its event: ${fate}`);
  if (fate === 'late') await world.pass(world.choices.of(SPELLS));
  if (fate === 'lost') return;
  for (let i = fate === 'three times' ? 3 : 1; i > 0; i -= 1) world.hint();
}

/** The computer sleeps: no timer moves, the wall clock does; the word that it woke may be lost. */
function sleep(world: ScheduleWorld): void {
  const ms = world.choices.of(SPELLS);
  const isTold = world.choices.pick(2, 0.3) === 0;
  world.story.effect(`the computer sleeps for ${ms} ms${isTold ? '' : ', and nobody says that it woke'}`);
  world.clock.jump(ms);
  if (isTold) world.urge('resumed');
}

/** A network that comes and goes. */
async function flap(world: ScheduleWorld): Promise<void> {
  const times = world.choices.of([1, 3, 400] as const);
  world.story.effect(`the network comes back ${times} times`);
  for (let i = 0; i < times && !world.failure; i += 1) {
    world.urge('online');
    await world.pass(2_500);
  }
}

async function lively(world: ScheduleWorld): Promise<void> {
  world.story.effect('files change ten times a second for a minute');
  for (let i = 0; i < 600 && !world.failure; i += 1) {
    world.changes += 1;
    world.hint();
    await world.pass(95);
  }
}

async function happens(world: ScheduleWorld): Promise<void> {
  const { choices, story } = world;
  const kind = choices.weigh([10, 10, 3, 3, 2, 2, 2, 2, 1, 1]);
  if (kind === 0) await world.pass(choices.of(SPELLS));
  else if (kind === 1) await change(world);
  else if (kind === 2) world.urge(choices.of(['manual', 'token'] as const));
  else if (kind === 3) sleep(world);
  else if (kind === 4) await flap(world);
  else if (kind === 5) {
    const ms = choices.of(PAUSES);
    story.effect(`paused for ${ms} ms`);
    world.pause(ms);
  } else if (kind === 6) {
    story.effect('resumed');
    world.scheduler.resume();
  } else if (kind === 7) {
    story.effect('the clock jumps');
    world.clock.jump(choices.of(JUMPS));
  } else if (kind === 8) world.intervalMs = choices.of([300_000, 30_000, 3_600_000] as const);
  else if (kind === 9) await lively(world);
  await world.pass(0);
}

/** Nothing goes wrong any more: what changed is synced, and after the end nothing begins. */
async function comeToRest(world: ScheduleWorld): Promise<void> {
  const { scheduler, choices, story } = world;
  choices.becomeCalm();
  story.effect('calm');
  scheduler.resume();
  if (world.isRefused) world.urge('token');
  await world.pass(3 * 60 * MINUTE);
  if (world.synced < world.changes) world.violated('I3', 'a change was never noticed');
  const ending = scheduler.stop();
  world.isStopped = true;
  await world.pass(5 * MINUTE);
  await ending;
  if (world.clock.untilNext() !== null) world.violated('I3', 'something goes on after the end');
}

/** One schedule of the production scheduler from its choices to its verdict. */
export async function runScheduler(choices: Choices, coverage: Coverage, isTold = false): Promise<Outcome> {
  const story = new Story(isTold);
  const world = new ScheduleWorld(choices, story, coverage);
  return outcomeOf(choices, story, world, async () => {
    const events = 4 + choices.pick(26);
    world.scheduler.start();
    await drained();
    for (let i = 0; i < events && !world.failure; i += 1) await happens(world);
    if (!world.failure) await comeToRest(world);
  });
}
