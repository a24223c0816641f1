import type { Clock } from './ports.ts';

/** Editors write twice; a burst of saves is one batch. At most this quiet, so that a saved file is soon safe (research/performance.md, goal 6). */
const QUIET_MS = 100;
/** A folder that never gets quiet is looked at all the same. */
const MAX_QUIET_MS = 2_000;

export interface QuietTimer {
  /** Something happened: not yet, but soon. */
  hint(): void;
  end(): void;
}

/** Calls back once it has been quiet for a moment after a hint, and at the latest after a longer one. */
export function createQuietTimer(clock: Clock, callback: () => void): QuietTimer {
  let cancelQuiet: () => void = () => undefined;
  let cancelLatest: (() => void) | null = null;

  function end(): void {
    cancelQuiet();
    cancelLatest?.();
    cancelLatest = null;
  }

  function fire(): void {
    end();
    callback();
  }

  return {
    hint() {
      cancelQuiet();
      cancelQuiet = clock.after(QUIET_MS, fire);
      cancelLatest ??= clock.after(MAX_QUIET_MS, fire);
    },
    end,
  };
}
