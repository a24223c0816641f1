import { beforeAll, describe, expect } from 'vitest';
import type { SyncJson } from '../scenario/support/machine.ts';
import { ALL_STORIES } from './stories/all-stories.ts';
import { codeOfAct, type Story } from './stories/story.ts';
import { type Boundary, findBoundaries, labelOf } from './support/boundaries.ts';
import type { DiskBench } from './support/disk-bench.ts';
import { expectEnd, expectWhole, treasureOf } from './support/expectations.ts';
import { test } from './support/faults-test.ts';
import { healAndCheck } from './support/heal-and-check.ts';
import { randomFrom } from './support/random.ts';
import { SCALE } from './support/scale.ts';
import { demandStrace, runTraced, type Traced } from './support/strace.ts';
import { tryAll } from './support/try-all.ts';

const NAMES: readonly string[] = [
  'a pull replaces a document',
  'a pull replaces a config',
  'a merge, a pull and a push at once',
  'an older version is restored',
];

const STORIES = SCALE.isLong ? ALL_STORIES : ALL_STORIES.filter(({ name }) => NAMES.includes(name));
/** One of so many errors is tried in a short run. */
const SHARE = 16;

const once = (...names: readonly string[]) => names.map((error) => ({ error, isSticky: false }));
const both = (...names: readonly string[]) =>
  names.flatMap((error) => [false, true].map((isSticky) => ({ error, isSticky })));

/** What a disk answers to each call. A `write` that always fails would also silence the program itself. */
const ERRORS: Readonly<Record<string, readonly { readonly error: string; readonly isSticky: boolean }[]>> = {
  openat: both('EMFILE', 'EACCES', 'EIO'),
  write: once('ENOSPC', 'EIO'),
  pwrite64: both('ENOSPC', 'EIO'),
  fsync: both('EIO', 'ENOSPC'),
  ftruncate: both('EIO', 'ENOSPC'),
  rename: both('EACCES', 'EIO', 'ENOSPC'),
  link: both('EPERM', 'EACCES', 'EIO', 'ENOSPC'),
  unlink: both('EACCES', 'EIO'),
  mkdir: both('ENOSPC', 'EACCES'),
  rmdir: both('EIO', 'EACCES'),
  chmod: once('EPERM', 'EIO'),
  fchmod: once('EPERM', 'EIO'),
};

interface Failure {
  readonly boundary: Boundary;
  readonly error: string;
  readonly isSticky: boolean;
}

function failuresOf(boundaries: readonly Boundary[], random: () => number): readonly Failure[] {
  const all = boundaries.flatMap((boundary) =>
    (ERRORS[boundary.call] ?? []).map((failure) => ({ boundary, ...failure })),
  );
  // Always: a document that was moved aside and can be given no name again, which once was taken for deleted.
  const isKept = ({ boundary, error, isSticky }: Failure): boolean =>
    boundary.call === 'link' && error === 'EACCES' && isSticky;
  return all.filter((failure) => SCALE.isLong || isKept(failure) || random() < 1 / SHARE);
}

/** It ended by itself, in a documented way, with a sentence; and where it said that all is well, all is well. */
function expectHonestEnd(bench: DiskBench, story: Story, traced: Traced, about: string): void {
  const { code, signal, stdout, stderr } = traced;
  const ended = `${about}: ${stdout}${stderr}`;
  expect(signal, ended).toBeNull();
  expect([codeOfAct(story), 1], ended).toContain(code);
  const { error, rejected = [], verified } = JSON.parse(stdout) as SyncJson;
  expect(error?.code, ended).not.toBe('unexpected');
  if (code === 1) expect(error?.message, ended).toMatch(/^[A-Z].+[.)]$/);
  // A file that could not be read is named; for everything else the word stands.
  if (code === codeOfAct(story) && verified && rejected.length === 0) expectEnd(bench, story, ended);
}

async function failEverywhere(bench: DiskBench, story: Story): Promise<string> {
  await bench.begin(story);
  const before = treasureOf(bench);
  const failures = failuresOf(await findBoundaries(bench, story), randomFrom(SCALE.seed));
  const codes = new Map<number | null, number>();
  await tryAll(failures, async ({ boundary, error, isSticky }) => {
    const { warm, call, nth, label } = boundary;
    bench.reset();
    const inject = `${call}:error=${error}:when=${nth}${isSticky ? '+' : ''}`;
    const traced = await runTraced(bench, { warm, calls: [call], inject });
    const about = `${story.name}, ${error} ${isSticky ? 'from then on' : 'once'} at ${label} (${inject}, ${warm})`;
    const struck = traced.calls.find(({ isInjected }) => isInjected);
    // The numbers of one run are not quite those of the next: the runtime's own calls are not meant.
    const isMeant = struck !== undefined && labelOf(struck, bench.machine.root) !== null;
    if (isMeant) codes.set(traced.code, (codes.get(traced.code) ?? 0) + 1);
    if (isMeant) expectHonestEnd(bench, story, traced, about);
    expectWhole(bench, story, about);
    await healAndCheck(bench, story, before, about);
  });
  const ended = [...codes].map(([code, count]) => `${count} × ${code}`).join(', ');
  return `${failures.length} calls, exit codes of those that failed: ${ended}`;
}

beforeAll(() => {
  if (process.platform === 'linux') demandStrace();
});

describe.runIf(process.platform === 'linux').each(STORIES)('a system call fails: $name', (story) => {
  test('nothing is lost, and it is said', { timeout: SCALE.limit }, async ({ disk }) => {
    process.stdout.write(`faults: ${story.name}: ${await failEverywhere(disk, story)}\n`);
  });
});
