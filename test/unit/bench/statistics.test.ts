import { expect, test } from 'vitest';
import { median, percentile, ratioOf, slope } from '../../bench/support/statistics.ts';

test('the median does not move with one that took long', () => {
  expect(median([3, 1, 900])).toBe(3);
  expect(median([4, 1, 2, 900])).toBe(3);
});

test('a percentile is a figure that was measured', () => {
  const values = Array.from({ length: 20 }, (_, place) => place + 1);
  expect(percentile(values, 0.95)).toBe(19);
  expect(percentile([7], 0.95)).toBe(7);
});

test('a machine that slows down in the middle of a run does not change a ratio', () => {
  expect(ratioOf([10, 100, 11], [20, 200, 22])).toBe(0.5);
});

test('figures of unequal rounds are compared by their medians', () => {
  expect(ratioOf([10, 10, 10], [40])).toBe(0.25);
});

test('a cost that does not grow has slope 0, one that grows with the folder 1', () => {
  expect(slope([5, 5], [100, 1_000])).toBe(0);
  expect(slope([5, 50], [100, 1_000])).toBeCloseTo(1);
});
