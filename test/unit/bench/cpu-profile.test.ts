import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldedStacks, topSelfTimes } from '../../bench/support/cpu-profile.ts';
import { readCpuProfile, type StackTime } from '../../bench/support/read-cpu-profile.ts';

const node = (id: number, functionName: string, url = 'file:///out/cli.mjs', children: number[] = []) => ({
  id,
  callFrame: { functionName, url, lineNumber: 9 },
  children,
});

let folder = '';
let stacks: readonly StackTime[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'openclaw-bench-unit-'));
  const file = join(folder, 'one.cpuprofile');
  const nodes = [
    node(1, '(root)', '', [2, 3, 5]),
    node(2, '(idle)', ''),
    node(3, 'scan', 'file:///out/cli.mjs', [4, 6]),
    node(4, 'hash'),
    node(5, 'post', 'node:inspector'),
    node(6, 'seldom;seen'),
  ];
  const samples = [2, 3, 4, 4, 5, 6];
  const timeDeltas = [90_000, 1_000, 2_000, 1_000, 50_000, 5];
  writeFileSync(file, JSON.stringify({ nodes, samples, timeDeltas }));
  stacks = readCpuProfile(file);
});

afterAll(() => rmSync(folder, { recursive: true }));

test('what took most stands first, without the time in which nothing was at work', () => {
  const [first, second] = topSelfTimes(stacks);
  expect(first).toMatchObject({ name: 'hash', place: 'cli.mjs:10', ms: 3 });
  expect(first?.share).toBeCloseTo(0.75, 2);
  expect(second).toMatchObject({ name: 'scan', ms: 1 });
});

test('stacks are collapsed to one line each, and those that took next to nothing are left out', () => {
  expect(foldedStacks(stacks)).toBe('scan (cli.mjs:10);hash (cli.mjs:10) 3000\nscan (cli.mjs:10) 1000\n');
});

test('a name cannot be taken for two', () => {
  const stack = [{ name: 'one;other', place: '' }];
  expect(foldedStacks([{ stack, ms: 1 }])).toBe('one,other 1000\n');
});

test('what would be too large to keep ends with what took least', () => {
  const many = Array.from({ length: 400 }, (_, at) => ({
    stack: [{ name: `${'x'.repeat(300)}${at}`, place: '' }],
    ms: 1_000 - at,
  }));
  const folded = foldedStacks(many);
  expect(folded.length).toBeLessThanOrEqual(60_000);
  expect(folded).toContain('x0 1000000\n');
  expect(folded).not.toContain('x399 ');
});
