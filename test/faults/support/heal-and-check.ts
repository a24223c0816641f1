import { expect } from 'vitest';
import type { Story } from '../stories/story.ts';
import type { DiskBench } from './disk-bench.ts';
import { expectEnd, expectNothingLost, expectRest, expectWhole } from './expectations.ts';

/** The fault is over: the act once more and one sync bring the story's end, and then there is rest. */
export async function healAndCheck(
  bench: DiskBench,
  story: Story,
  before: ReadonlySet<string>,
  about: string,
): Promise<void> {
  expectWhole(bench, story, about);
  await bench.act();
  const { code, error } = await bench.run(['sync']);
  expect({ code, error }, about).toEqual({ code: story.code ?? 0, error: undefined });
  expect(bench.staging(), `${about}: left in our folder`).toBeNull();
  expectWhole(bench, story, about);
  expectEnd(bench, story, about);
  expectNothingLost(bench, before, about);
  expectRest(await bench.idle(), story, about);
  expectEnd(bench, story, about);
}
