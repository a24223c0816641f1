import { distForTests } from '../../../build/dist.mjs';

/** Vitest runs this once before the tests of this folder: they install what `npm run dist:linux` makes. */
export async function setup(): Promise<void> {
  if (process.platform === 'linux') await distForTests();
}
