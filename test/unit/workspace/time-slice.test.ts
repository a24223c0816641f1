import { expect, it } from 'vitest';
import { createTimeSlice } from '../../../electron/workspace/time-slice.ts';

function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

it('many that wait at once share one turn, so that others come in after one slice and not after one for each', async () => {
  const slice = createTimeSlice();
  let turns = 0;
  const count = (): void => {
    turns += 1;
    if (turns < 1_000) setImmediate(count);
  };
  work(10);
  setImmediate(count);
  const runner = async (): Promise<void> => {
    for (let item = 0; item < 30; item += 1) {
      await slice();
      work(1);
    }
  };
  await Promise.all(Array.from({ length: 8 }, runner));
  expect(turns).toBeGreaterThan(9);
  turns = 1_000;
});
