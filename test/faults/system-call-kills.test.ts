import { beforeAll, describe, expect } from 'vitest';
import { ALL_STORIES } from './stories/all-stories.ts';
import type { Story } from './stories/story.ts';
import { type Boundary, findBoundaries, labelOf } from './support/boundaries.ts';
import type { DiskBench } from './support/disk-bench.ts';
import { expectWhole, treasureOf } from './support/expectations.ts';
import { test } from './support/faults-test.ts';
import { healAndCheck } from './support/heal-and-check.ts';
import { SCALE } from './support/scale.ts';
import { demandStrace, runTraced } from './support/strace.ts';

const NAMES: readonly string[] = [
  'a pull replaces a document',
  'a pull replaces a config',
  'a pull brings a document in folders that are not there',
  'a push of a document',
  'a merge of a document',
  'a conflict is settled for GIIP',
  'an older version is restored',
];

const STORIES = SCALE.isLong ? ALL_STORIES : ALL_STORIES.filter(({ name }) => NAMES.includes(name));

/** Every change of a file; of the many calls of the database a share, another one for each seed. */
function chosen(boundaries: readonly Boundary[]): readonly Boundary[] {
  if (SCALE.isLong) return boundaries;
  return boundaries.filter(
    ({ isFile, isRead }, index) => !isRead && (isFile || index % 8 === SCALE.seed % 8),
  );
}

interface Struck {
  /** What was struck; null when the program came to its end. */
  readonly label: string | null;
  /** The wanted call had gone by already. */
  readonly isPast: boolean;
}

/** Kills before the call happens; answers what was really struck. */
async function killAt(bench: DiskBench, { warm, call, nth, label }: Boundary): Promise<Struck> {
  bench.reset();
  const inject = `${call}:signal=SIGKILL:when=${nth}`;
  const { calls, signal } = await runTraced(bench, { warm, calls: [call], inject });
  const labels = calls.map((made) => labelOf(made, bench.machine.root));
  const isKilled = signal === 'SIGKILL';
  const last = isKilled ? (labels.pop() ?? 'elsewhere') : null;
  return { label: last, isPast: labels.includes(label) };
}

/** One death, and what the next start makes of it. */
async function dieAndHeal(
  bench: DiskBench,
  story: Story,
  before: ReadonlySet<string>,
  boundary: Boundary,
): Promise<Struck> {
  const struck = await killAt(bench, boundary);
  const { call, nth, warm } = boundary;
  const about = `${story.name}, killed before ${struck.label} (${call} ${nth} of ${warm})`;
  expectWhole(bench, story, about);
  await healAndCheck(bench, story, before, about);
  return struck;
}

/**
 * How often one call is aimed at. libuv wakes its loop with a `write` of its own, and leaves one out when the loop has not
 * woken since the last; so the number of a write in a thread depends on who has the computer, and the aim follows it.
 */
const SHOTS = 32;

async function strike(
  bench: DiskBench,
  story: Story,
  before: ReadonlySet<string>,
  boundary: Boundary,
  struck: string[],
): Promise<void> {
  let { nth } = boundary;
  for (let shot = 1; shot <= SHOTS && nth > 0; shot += 1) {
    const { label, isPast } = await dieAndHeal(bench, story, before, { ...boundary, nth });
    if (label !== null) struck.push(label);
    // The database's calls are many and alike; any of them will do.
    if (!boundary.isFile || struck.includes(boundary.label)) return;
    nth += isPast || label === null ? -1 : 1;
  }
}

/** A second look at the numbers finds what the first one missed: another program may have had the computer. */
const PASSES = 2;

async function killEverywhere(bench: DiskBench, story: Story): Promise<string> {
  await bench.begin(story);
  const before = treasureOf(bench);
  const struck: string[] = [];
  let missed: readonly string[] | undefined;
  for (let pass = 1; pass <= PASSES && missed?.length !== 0; pass += 1) {
    const found = chosen(await findBoundaries(bench, story));
    const wanted = missed === undefined ? found : found.filter(({ label }) => missed?.includes(label));
    for (const boundary of wanted) await strike(bench, story, before, boundary, struck);
    missed = found.flatMap(({ isFile, label }) => (isFile && !struck.includes(label) ? [label] : []));
  }
  expect(missed, 'boundaries that were not struck').toEqual([]);
  return `${struck.length} kills at ${new Set(struck).size} kinds of call`;
}

beforeAll(() => {
  if (process.platform === 'linux') demandStrace();
});

describe.runIf(process.platform === 'linux').each(STORIES)('killed at every system call: $name', (story) => {
  test('nothing is lost', { timeout: SCALE.limit }, async ({ disk }) => {
    expect(STORIES.length).toBeGreaterThanOrEqual(NAMES.length);
    process.stdout.write(`faults: ${story.name}: ${await killEverywhere(disk, story)}\n`);
  });
});
