import type { Clock } from '../sync/ports.ts';

/** Timers hold no longer than this (2^31 - 1 ms); none of ours is near it. */
const MAX_TIMER_MS = 2_147_483_647;

/** The computer's clock; its timers run on monotonic time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, Math.min(Math.max(0, ms), MAX_TIMER_MS));
    return () => clearTimeout(timer);
  },
};
