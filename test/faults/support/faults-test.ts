import { test as base } from 'vitest';
import { startTestGiip } from '../../giip-server/start-test-giip.ts';
import { DiskBench } from './disk-bench.ts';

/** A test with a server, a folder and a state of its own; all of it is gone afterwards. */
export const test = base.extend<{ readonly disk: DiskBench }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of the fixtures from this pattern
  disk: async ({}, use) => {
    const giip = await startTestGiip();
    const bench = new DiskBench(giip);
    await use(bench);
    void bench.machine.dispose();
    await giip.close();
  },
});
