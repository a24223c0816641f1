const MINUTE_MS = 60_000;
const FIRST_MS = 2 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Spread out, so that a fleet that was switched on at nine does not ask at the same moment. */
export function firstLookDelay(random: number): number {
  return FIRST_MS + random * 8 * MINUTE_MS;
}

/** A day, an eighth more or less. */
export function nextLookDelay(random: number): number {
  return DAY_MS * (0.875 + random * 0.25);
}
