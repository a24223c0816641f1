import type { Clock } from '../../electron/sync/ports.ts';

/** The real clock behind the engine's port. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
