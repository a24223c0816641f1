import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DISK_MUTATIONS } from './mutation/disk-mutations.ts';
import { MUTATIONS } from './mutation/mutations.ts';

const PROJECT = join(import.meta.dirname, '..', '..');

// Finding the bugs takes minutes (`npm run simulate -- --mutations`); that code moved away under them shows at once.
test.each([...MUTATIONS, ...DISK_MUTATIONS])('the bug "$name" still has its place', ({ file, find, put }) => {
  const parts = readFileSync(join(PROJECT, file), 'utf8').split(find);
  expect(parts.length - 1, `places in ${file}`).toBe(1);
  expect(put).not.toBe(find);
});

test('no bug is seeded twice', () => {
  const names = [...MUTATIONS, ...DISK_MUTATIONS].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(45);
});
