import type { Clock } from './ports.ts';

/** Editors write twice; a burst of saves is one batch. At most this quiet, so that a saved file is soon safe (research/performance.md, goal 6). */
const QUIET_MS = 100;
/** A folder that never gets quiet is looked at all the same. */
const MAX_QUIET_MS = 2_000;
/**
 * What follows a hint within half a second is held back by the watcher itself until nothing has happened for 50 ms
 * (`Debounce.cc` of @parcel/watcher): this much of the quiet is then over.
 */
const HELD_MS = 50;
const HELD_WITHIN_MS = 500;

export interface QuietTimer {
  /** Something happened: not yet, but soon. */
  hint(): void;
  end(): void;
}

/** Calls back once it has been quiet for a moment after a hint, and at the latest after a longer one. */
export function createQuietTimer(clock: Clock, callback: () => void): QuietTimer {
  let cancelQuiet: () => void = () => undefined;
  let cancelLatest: (() => void) | null = null;
  let hintedAt = Number.NEGATIVE_INFINITY;
  /** Hints in a row that came sooner than it could have been quiet. */
  let restless = 0;

  function end(): void {
    cancelQuiet();
    cancelLatest?.();
    cancelLatest = null;
  }

  function fire(): void {
    end();
    callback();
  }

  /** How much longer it must be quiet after a hint that came now. Who writes on and on gets no credit twice. */
  function restOfQuiet(): number {
    const since = clock.now() - hintedAt;
    hintedAt = clock.now();
    restless = since < QUIET_MS ? restless + 1 : 0;
    const isHeld = since >= HELD_MS && since <= HELD_WITHIN_MS;
    return isHeld && restless <= 1 ? QUIET_MS - HELD_MS : QUIET_MS;
  }

  return {
    hint() {
      cancelQuiet();
      cancelQuiet = clock.after(restOfQuiet(), fire);
      cancelLatest ??= clock.after(MAX_QUIET_MS, fire);
    },
    end,
  };
}
