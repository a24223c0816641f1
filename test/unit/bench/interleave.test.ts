import { expect, test } from 'vitest';
import { Figures } from '../../bench/support/figures.ts';
import { interleave } from '../../bench/support/interleave.ts';

function stage(rounds: number) {
  return { rounds, size: 'S', figures: new Figures() } as const;
}

test('all are measured in turn, after a round that does not count', async () => {
  const asked: string[] = [];
  const contender = (name: string) => async () => asked.push(name);
  const series = await interleave(stage(2), { one: contender('one'), two: contender('two') }, 1);
  expect(asked).toEqual(['one', 'two', 'one', 'two', 'one', 'two']);
  expect(series).toEqual({ one: [3, 5], two: [4, 6] });
});

test('whoever is slow is measured twice, its first run included', async () => {
  const series = await interleave(stage(5), { slow: async () => 2_000, quick: async () => 1 }, 1);
  expect(series).toEqual({ slow: [2_000, 2_000], quick: [1, 1, 1, 1, 1] });
});

test('whoever fails is left out and named, and the others go on', async () => {
  const here = stage(2);
  const bad = () => Promise.reject(new Error('no disk'));
  expect(await interleave(here, { bad, good: async () => 1 })).toEqual({ good: [1, 1] });
  here.figures.endPart('part', { goals: [1], seconds: 1, isWhole: true });
  expect(here.figures.kept().parts.part?.gaps).toEqual(['S, bad: no disk']);
});
