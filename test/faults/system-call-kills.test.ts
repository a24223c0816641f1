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

/** Kills before the call happens; answers what was really struck, null when the program came to its end. */
async function killAt(bench: DiskBench, { warm, call, nth }: Boundary): Promise<string | null> {
  bench.reset();
  const inject = `${call}:signal=SIGKILL:when=${nth}`;
  const { calls, signal } = await runTraced(bench, { warm, calls: [call], inject });
  if (signal !== 'SIGKILL') return null;
  const last = calls.at(-1);
  return (last && labelOf(last, bench.machine.root)) ?? 'elsewhere';
}

/** One death, and what the next start makes of it. */
async function dieAndHeal(
  bench: DiskBench,
  story: Story,
  before: ReadonlySet<string>,
  boundary: Boundary,
): Promise<string | null> {
  const label = await killAt(bench, boundary);
  const { call, nth, warm } = boundary;
  const about = `${story.name}, killed before ${label} (${call} ${nth} of ${warm})`;
  expectWhole(bench, story, about);
  await healAndCheck(bench, story, before, about);
  return label;
}

/** The numbers of one run are not quite those of the next: what was not struck is looked for around its number. */
const AROUND = [0, 1, -1, 2, -2, 3, -3, 4, -4] as const;

async function strike(
  bench: DiskBench,
  story: Story,
  before: ReadonlySet<string>,
  boundary: Boundary,
  struck: string[],
): Promise<void> {
  for (const by of AROUND) {
    const label = await dieAndHeal(bench, story, before, { ...boundary, nth: boundary.nth + by });
    if (label !== null) struck.push(label);
    // The database's calls are many and alike; any of them will do.
    if (!boundary.isFile || struck.includes(boundary.label)) return;
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
