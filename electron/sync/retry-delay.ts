import type { Random } from './ports.ts';

const FIRST_RETRY_MS = 5_000;
/** Backing off ends here: syncing is never switched off by failures. */
const LAST_RETRY_MS = 15 * 60_000;
/** Hundreds of machines must not come at once: up to a fifth is added. */
const JITTER = 0.2;

export function withJitter(ms: number, random: Random): number {
  return ms * (1 + JITTER * random());
}

/** Milliseconds until the next attempt after so many failures in a row; the server's own wish is a lower bound. */
export function retryDelay(failures: number, intervalMs: number, askedMs: number, random: Random): number {
  const doubled = FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 20);
  const delay = Math.min(doubled, Math.max(LAST_RETRY_MS, intervalMs));
  return withJitter(Math.max(delay, askedMs), random);
}
