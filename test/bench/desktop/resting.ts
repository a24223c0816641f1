import { setTimeout as pause } from 'node:timers/promises';
import type { Stage } from '../support/stage.ts';
import type { SizeName } from '../tree/sizes.ts';
import { activityOf } from './activity-of.ts';
import { type Memory, memoryOf } from './memory-of.ts';
import { during, type Rivals } from './rivals.ts';
import type { StartedProgram } from './started-program.ts';

/** After a start and after a window came, until everything that belongs to it is done. */
const SETTLE_MS = 8_000;
const IDLE_SECONDS = 60;
/** What the goal names; a look without peers does not take so long. */
const WHOLE_IDLE_SECONDS = 600;
const QUICK_IDLE_SECONDS = 20;
/** The goal says that the memory is back within 90 seconds after the popup was put away. */
const GONE_MS = 80_000;
/** Memory repeats within a megabyte, and M lies between the two others. */
const MOST_ROUNDS: Readonly<Record<SizeName, number>> = { S: 2, M: 0, L: 1 };

interface Rest extends Memory {
  readonly cpuMs: number;
  readonly wakeUps: number;
}

interface Used extends Rest {
  readonly shown: Memory;
  readonly after: Memory;
}

/** Goals 12, 13 and 16: memory and activity at rest, with the popup, and after it was put away. */
export async function restingCosts(stage: Stage, rivals: Rivals, state: RegExp): Promise<void> {
  const bare: Rest[] = [];
  const ours: Used[] = [];
  const seconds = idleSeconds(stage);
  const rounds = seconds === WHOLE_IDLE_SECONDS ? 1 : MOST_ROUNDS[stage.size];
  for (let round = 0; round < Math.min(stage.rounds, rounds); round += 1) {
    bare.push(
      await during(rivals, rivals.bare(), (started) => started.icon().then(() => atRest(started, seconds))),
    );
    ours.push(await ourCosts(rivals, state, seconds));
  }
  const { figures, size } = stage;
  figures.noteAll(12, size, {
    floor: bare.map(({ pss }) => pss),
    product: ours.map(({ pss }) => pss),
    'after use': ours.map(({ after }) => after.pss),
    'anon, bare': bare.map(({ anon }) => anon),
    anon: ours.map(({ anon }) => anon),
  });
  figures.noteAll(13, size, {
    'popup shown': ours.map(({ shown }) => shown.pss),
    'anon, popup shown': ours.map(({ shown }) => shown.anon),
  });
  figures.noteAll(16, size, {
    floor: bare.map(({ cpuMs }) => cpuMs),
    product: ours.map(({ cpuMs }) => cpuMs),
    'wake-ups, bare': bare.map(({ wakeUps }) => wakeUps),
    'wake-ups': ours.map(({ wakeUps }) => wakeUps),
  });
}

function idleSeconds({ size, rounds, withPeers }: Stage): number {
  if (withPeers && size === 'S') return WHOLE_IDLE_SECONDS;
  return rounds === 1 ? QUICK_IDLE_SECONDS : IDLE_SECONDS;
}

function ourCosts(rivals: Rivals, state: RegExp, seconds: number): Promise<Used> {
  return during(rivals, rivals.ours, async (started) => {
    const { item } = await started.icon();
    await started.untilSaid(state);
    const rest = await atRest(started, seconds);
    await item.activate();
    const shown = await settled(started, SETTLE_MS);
    await item.activate();
    return { ...rest, shown, after: await settled(started, GONE_MS) };
  });
}

/** Memory after the time of rest: until then a program still gives back what its start took. */
async function atRest(started: StartedProgram, seconds: number): Promise<Rest> {
  await pause(SETTLE_MS);
  const { cpuMs, wakeUps } = await activityOf(started.pid, seconds);
  return { ...memoryOf(started.pid), cpuMs, wakeUps };
}

async function settled(started: StartedProgram, ms: number): Promise<Memory> {
  await pause(ms);
  return memoryOf(started.pid);
}

/** Goal 13 with two windows: the popup, and the conflicts that it leads to. */
export async function twoWindowsCost({ figures, size }: Stage, rivals: Rivals, state: RegExp): Promise<void> {
  const both = await during(rivals, rivals.ours, async (started) => {
    const { item } = await started.icon();
    await started.untilSaid(state);
    const row = (await item.menu()).find(({ label }) => label.startsWith('Resolve conflicts'));
    if (row === undefined) throw new Error('the menu leads to no conflicts');
    await item.choose(row);
    await pause(SETTLE_MS);
    await item.activate();
    return settled(started, SETTLE_MS);
  });
  figures.noteAll(13, size, {
    'popup and conflict window': [both.pss],
    'anon, popup and conflict window': [both.anon],
  });
}
