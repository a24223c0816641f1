import fc from 'fast-check';
import { type ItemCase, SIDES } from './trees.ts';

const side = fc.constantFrom(...SIDES);

const item: fc.Arbitrary<ItemCase> = fc.record({
  isConfig: fc.boolean(),
  hasBase: fc.boolean(),
  local: side,
  remote: side,
  isTwin: fc.integer({ min: 0, max: 7 }).map((dice) => dice === 7),
});

/** Mostly a handful of items; sometimes enough for the brakes that count. */
export const itemCases: fc.Arbitrary<readonly ItemCase[]> = fc.oneof(
  { weight: 60, arbitrary: fc.array(item, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(item, { minLength: 11, maxLength: 14 }) },
);
