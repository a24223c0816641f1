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

/** Answers whether it was still alive, and how long it had run. */
async function killAfter(
  bench: DiskBench,
  ms: number,
): Promise<{ readonly isKilled: boolean; readonly ran: number }> {
  const begun = performance.now();
  const running = start(bench);
  await Promise.race([pause(ms), running.ended]);
  const ran = performance.now() - begun;
  running.child.kill('SIGKILL');
  return { isKilled: (await running.ended).signal === 'SIGKILL', ran };
}

async function killOften(
  bench: DiskBench,
  story: Story,
  wanted: number,
  random: () => number,
): Promise<number> {
  await bench.begin(story);
  const before = treasureOf(bench);
  let { from, to } = await windowOf(bench);
  let kills = 0;
  for (let tries = 0; kills < wanted && tries < wanted * 4; tries += 1) {
    bench.reset();
    const ms = from + random() * (to - from);
    const { isKilled, ran } = await killAfter(bench, ms);
    if (isKilled) kills += 1;
    // The first measurement was slow: the computer had other work then.
    else [from, to] = [Math.min(from, ran * 0.6), ran];
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
  let kills = 0;
  for (const [index, story] of stories.entries()) {
    // What one story could not give, because it had ended each time, the others give.
    const wanted = Math.ceil((SCALE.kills - kills) / (stories.length - index));
    kills += await killOften(disk, story, wanted, random);
  }
  process.stdout.write(`faults: ${kills} random kills\n`);
  expect(kills).toBeGreaterThanOrEqual(SCALE.kills);
});
