import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

const MODULE = new URL('../../../electron/cli/keep-heap-small.ts', import.meta.url).href;

const START = `
  import { getHeapSpaceStatistics, getHeapStatistics } from 'node:v8';
  const { keepHeapSmall } = await import(process.argv[1]);
  if (process.argv[2] === 'small') keepHeapSmall();
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const sayMegabytes = (bytes) => process.stdout.write(String(Math.round(bytes / 1024 / 1024)));
`;

/** Makes what lives a moment longer than one collection, and answers how large the young heap became. */
const YOUNG = `${START}
  let kept = [];
  for (let turns = 0; turns < 300; turns += 1) {
    for (let i = 0; i < 5_000; i += 1) kept.push({ turns, text: 'text ' + i });
    if (kept.length > 200_000) kept = kept.slice(100_000);
    await turn();
  }
  sayMegabytes(getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size);
`;

/** Replaces bit by bit what it keeps, about 60 MB, and answers how large the whole heap became. */
const OLD = `${START}
  const record = (i) => ({ i, text: 'text ' + i, more: [i, i + 1, i + 2, i + 3] });
  const kept = Array.from({ length: 300_000 }, (_, i) => record(i));
  let most = 0;
  for (let turns = 0; turns < 200; turns += 1) {
    for (let i = 0; i < 30_000; i += 1) kept[(turns * 30_000 + i) % kept.length] = record(i);
    most = Math.max(most, getHeapStatistics().total_heap_size);
    await turn();
  }
  sayMegabytes(most);
`;

function megabytes(program: string, how: 'small' | 'usual', ...settings: readonly string[]): number {
  const words = [...settings, '--max-semi-space-size=64', '--input-type=module', '-e', program, MODULE, how];
  return Number(execFileSync(process.execPath, words, { encoding: 'utf8' }));
}

test('the young heap of a command stays small, which V8 alone would let grow', () => {
  expect(megabytes(YOUNG, 'usual')).toBeGreaterThan(64);
  expect(megabytes(YOUNG, 'small')).toBeLessThanOrEqual(32);
});

test('what has gone from the old heap is looked for before it has grown to a multiple', () => {
  // A collection that runs beside the program ends the later the busier the computer is.
  const usual = megabytes(OLD, 'usual', '--single-threaded-gc');
  const small = megabytes(OLD, 'small', '--single-threaded-gc');
  expect(small, `${usual} MB otherwise`).toBeLessThan(0.75 * usual);
});
