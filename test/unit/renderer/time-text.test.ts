import { expect, test } from 'vitest';
import { timeText } from '../../../renderer/time-text.ts';
import { MINUTE, NOW } from './snapshots.ts';

test.each([
  [0, 'just now'],
  [59_000, 'just now'],
  [MINUTE, '1 minute ago'],
  [3 * MINUTE, '3 minutes ago'],
  [2 * 60 * MINUTE, '2 hours ago'],
  [24 * 60 * MINUTE, 'yesterday'],
  [72 * 60 * MINUTE, '3 days ago'],
  // A clock that was set back must not speak of the future.
  [-5 * MINUTE, 'just now'],
])('an age of %i ms is "%s"', (ms, words) => {
  expect(timeText.age(NOW - ms, NOW)).toBe(words);
});

test.each([
  [-1000, 'in a moment'],
  [10_000, 'in 10 seconds'],
  [4 * MINUTE, 'in 4 minutes'],
])('what comes in %i ms comes "%s"', (ms, words) => {
  expect(timeText.countdown(NOW + ms, NOW)).toBe(words);
});

test('a pause ends at a time of day, and on a day when it is another one', () => {
  expect(timeText.until(NOW + 60 * MINUTE, NOW)).toBe('11:00');
  expect(timeText.until(NOW + 22 * 60 * MINUTE, NOW)).toBe('tomorrow, 08:00');
  expect(timeText.until(NOW + 48 * 60 * MINUTE, NOW)).toBe('Thursday, 10:00');
});

test('intervals are said in minutes where they are whole ones', () => {
  expect([15, 60, 300].map(timeText.seconds)).toEqual(['15 seconds', '1 minute', '5 minutes']);
});

test.each([
  ['2031-05-06T00:00:01', 'Today'],
  ['2031-05-05T23:59:59', 'Yesterday'],
  ['2031-05-04T12:00:00', 'Sunday, May 4'],
  ['2030-12-31T12:00:00', 'Tuesday, December 31, 2030'],
])('the day of %s is %s', (time, words) => {
  const now = new Date('2031-05-06T10:00:00').getTime();
  expect(timeText.day(new Date(time).getTime(), now)).toBe(words);
});
