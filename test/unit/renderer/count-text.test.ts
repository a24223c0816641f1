import { expect, test } from 'vitest';
import { countText } from '../../../renderer/count-text.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 KB'],
  [1499, '1.5 KB'],
  [12_345_678, '12.3 MB'],
  [5_000_000_000, '5 GB'],
  [9e15, '9,000 TB'],
])('%d is %s', (amount, words) => {
  expect(countText.bytes(amount)).toBe(words);
});
