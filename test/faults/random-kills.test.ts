import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { startProgram } from '../scenario/support/run-program.ts';
import { ALL_STORIES } from './stories/all-stories.ts';
import type { Story } from './stories/story.ts';
import type { DiskBench } from './support/disk-bench.ts';
import { treasureOf } from './support/expectations.ts';
import { test } from './support/faults-test.ts';
import { healAndCheck } from './support/heal-and-check.ts';
import { randomFrom } from './support/random.ts';
import { SCALE } from './support/scale.ts';

/** So long the program takes to begin its work, and to end it, in milliseconds after its start. */
interface Window {
  readonly from: number;
  readonly to: number;
}

function start(bench: DiskBench) {
  return startProgram(bench.words, { env: bench.machine.environment });
}

/** Runs the act undisturbed; a sync begins its work some milliseconds before its first request. */
async function windowOf(bench: DiskBench): Promise<Window> {
  const begun = performance.now();
  let asked: number | undefined;
  const end = bench.giip.onBefore('get', () => {
    asked ??= performance.now() - begun;
  });
  await start(bench).ended;
  end();
  const to = performance.now() - begun;
  return { from: Math.max(0, (asked ?? to * 0.8) - to * 0.2), to };
}

/** Answers whether it was still alive. */
async function killAfter(bench: DiskBench, ms: number): Promise<boolean> {
  const running = start(bench);
  await Promise.race([pause(ms), running.ended]);
  running.child.kill('SIGKILL');
  return (await running.ended).signal === 'SIGKILL';
}

async function killOften(
  bench: DiskBench,
  story: Story,
  wanted: number,
  random: () => number,
): Promise<number> {
  await bench.begin(story);
  const before = treasureOf(bench);
  const { from, to } = await windowOf(bench);
  let kills = 0;
  for (let tries = 0; kills < wanted && tries < wanted * 4; tries += 1) {
    bench.reset();
    const ms = from + random() * (to - from);
    const isKilled = await killAfter(bench, ms);
    if (isKilled) kills += 1;
    await healAndCheck(bench, story, before, `${story.name}, killed ${ms.toFixed(1)} ms after its start`);
  }
  return kills;
}

test(`the real program is killed at random moments (seed ${SCALE.seed})`, { timeout: SCALE.limit }, async ({
  disk,
}) => {
  const random = randomFrom(SCALE.seed);
  // A short run tells every third story, beginning with another one for each seed.
  const stories = ALL_STORIES.filter((_, index) => SCALE.isLong || index % 3 === SCALE.seed % 3);
  const each = Math.ceil(SCALE.kills / stories.length);
  let kills = 0;
  for (const story of stories) kills += await killOften(disk, story, each, random);
  process.stdout.write(`faults: ${kills} random kills\n`);
  expect(kills).toBeGreaterThanOrEqual(SCALE.kills);
});
