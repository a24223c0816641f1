import { expect, test } from 'vitest';
import { retryAfter } from '../../../electron/api/retry-after.ts';

const NOW = Date.parse('Sun, 06 Nov 1994 08:49:37 GMT');

test.each([
  ['5', 5_000],
  [' 5 ', 5_000],
  ['0', 1_000],
  ['1000000000', 3_600_000],
  ['9'.repeat(400), 3_600_000],
  ['Sun, 06 Nov 1994 08:50:37 GMT', 60_000],
  ['Sunday, 06-Nov-94 08:50:37 GMT', 60_000],
  ['Sun, 06 Nov 1994 08:00:00 GMT', 1_000],
  ['Sun, 06 Nov 2094 08:49:37 GMT', 3_600_000],
  ['-5', undefined],
  ['1.5', undefined],
  ['soon', undefined],
  ['5 seconds', undefined],
  ['Sun, 99 Nov 1994 08:50:37 GMT', undefined],
  ['', undefined],
  [undefined, undefined],
])('H10 Retry-After %j means %j ms', (header, ms) => {
  expect(retryAfter(header, NOW)).toBe(ms);
});
