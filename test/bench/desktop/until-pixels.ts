import { setTimeout as pause } from 'node:timers/promises';
import type { Screen } from './screen.ts';

const LOOK_MS = 1;
/** A picture that has not changed for so long is the one that was meant. */
const STILL_MS = 700;
const LIMIT_MS = 15_000;

/**
 * Does something that changes the screen; answers after how many milliseconds the screen looked as it then stayed, which
 * is when the last of the right pixels stood there.
 */
export async function untilPixels(screen: Screen, act: () => void): Promise<number> {
  const before = screen.look();
  const start = performance.now();
  act();
  let last = before;
  let changedAt = Number.NaN;
  for (;;) {
    await pause(LOOK_MS);
    const now = performance.now();
    const seen = screen.look();
    if (!seen.equals(last)) {
      last = seen;
      changedAt = now - start;
    }
    const isStill = now - start - changedAt > STILL_MS && !last.equals(before);
    if (isStill) return changedAt;
    if (now - start > LIMIT_MS) throw new Error('The screen did not change, or never came to rest.');
  }
}
