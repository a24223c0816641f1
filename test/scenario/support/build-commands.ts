import { buildWhenStale } from '../../../build/build-app.mjs';

/** Vitest runs this once before the scenarios: they start `out/cli.mjs` as people do. */
export async function setup(): Promise<void> {
  await buildWhenStale();
}
