import { expect, test } from 'vitest';
import { SIZES } from '../../bench/tree/sizes.ts';
import { treeDigest, treeFiles } from '../../bench/tree/tree-files.ts';

test('the same seed makes the same bytes, on every machine and in every year', () => {
  expect(treeDigest(SIZES.S, 1)).toBe('4102ed8a39acc9e0e6b40736a2ccb179f785693bfda13a8675d7ab9990edb009');
});

test('another seed makes other bytes', () => {
  expect(treeDigest(SIZES.S, 2)).not.toBe(treeDigest(SIZES.S, 1));
});

test('a tree has as many items as its size says, of about 3.8 kB', () => {
  const files = [...treeFiles(SIZES.M, 1)];
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  expect(files.filter(({ path }) => path.startsWith('configs/'))).toHaveLength(100);
  expect(files.filter(({ path }) => path.startsWith('docs/'))).toHaveLength(5_000);
  expect(bytes / files.length).toBeGreaterThan(3_500);
  expect(bytes / files.length).toBeLessThan(4_200);
});
