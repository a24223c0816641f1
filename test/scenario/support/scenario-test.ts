import { test as base } from 'vitest';
import { startTestGiip, type TestGiip } from '../../giip-server/start-test-giip.ts';
import { Machine } from './machine.ts';

interface World {
  readonly giip: TestGiip;
  /** Another computer on the same server number. */
  readonly another: () => Machine;
  readonly machine: Machine;
}

/** A test with a GIIP of its own and as many computers as it asks for; all of it is gone afterwards. */
export const test = base.extend<World>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of the fixtures from this pattern
  giip: async ({}, use) => {
    const giip = await startTestGiip();
    await use(giip);
    await giip.close();
  },
  another: async ({ giip }, use) => {
    const made: Machine[] = [];
    await use(() => {
      const machine = new Machine(giip.url);
      made.push(machine);
      return machine;
    });
    for (const machine of made) await machine.dispose();
  },
  machine: async ({ another }, use) => use(another()),
});
