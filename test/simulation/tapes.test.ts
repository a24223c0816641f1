import { expect, test } from 'vitest';
import { replay } from './core/shrink.ts';
import { savedTapes } from './core/tapes.ts';

for (const { name, tape, words, world = 'engine' } of savedTapes())
  test(`${name}: ${words.slice(0, 100)}`, async () => {
    const { failure } = await replay(tape, world);
    expect(failure).toBeNull();
  });

test('there are tapes', () => {
  expect(savedTapes().length).toBeGreaterThan(0);
});
