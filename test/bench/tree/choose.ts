/** Numbers in [0, 1) that are the same on every machine for the same seed (`randomFrom`). */
export type Seeded = () => number;

/** A whole number from 0 up to, and without, `end`. */
export function below(random: Seeded, end: number): number {
  return Math.floor(random() * end);
}

/** One of them; small places are taken more often, as words in a text are. */
export function favourite<T>(random: Seeded, many: readonly T[]): T {
  const place = below(random, many.length) * random() * random();
  return many[Math.floor(place)] as T;
}
