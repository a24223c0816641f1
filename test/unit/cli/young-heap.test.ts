import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

const MODULE = new URL('../../../electron/cli/keep-young-heap-small.ts', import.meta.url).href;

/** Makes what lives a moment longer than one collection, and answers how large the young heap became. */
const CHURN = `
  import { getHeapSpaceStatistics } from 'node:v8';
  const { keepYoungHeapSmall } = await import(process.argv[1]);
  if (process.argv[2] === 'small') keepYoungHeapSmall();
  let kept = [];
  for (let turn = 0; turn < 300; turn += 1) {
    for (let i = 0; i < 5_000; i += 1) kept.push({ turn, text: 'text ' + i });
    if (kept.length > 200_000) kept = kept.slice(100_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { space_size } = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  process.stdout.write(String(Math.round(space_size / 1024 / 1024)));
`;

function youngMegabytes(how: 'small' | 'usual'): number {
  const words = ['--max-semi-space-size=64', '--input-type=module', '-e', CHURN, MODULE, how];
  return Number(execFileSync(process.execPath, words, { encoding: 'utf8' }));
}

test('the young heap of a command stays small, which V8 alone would let grow', () => {
  expect(youngMegabytes('usual')).toBeGreaterThan(64);
  expect(youngMegabytes('small')).toBeLessThanOrEqual(32);
});
