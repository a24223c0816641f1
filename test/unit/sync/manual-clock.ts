import type { Clock } from '../../../electron/sync/ports.ts';

/** A clock that stands still until the test moves it; timers fire while it is moved, in their order. */
export interface ManualClock extends Clock {
  /** Time goes by; what is due on the way is called at its own time. */
  advance(ms: number): void;
  /** The wall clock is set; timers are monotonic and do not notice. */
  jump(ms: number): void;
  /** Milliseconds until the next timer, or null. */
  untilNext(): number | null;
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

export function manualClock(start = Date.UTC(2026, 0, 5, 9)): ManualClock {
  const timers = new Set<Timer>();
  let monotonic = 0;
  let offset = start;
  const earliest = (): Timer | undefined => [...timers].sort((a, b) => a.at - b.at)[0];
  return {
    now: () => monotonic + offset,
    after(ms, callback) {
      const timer = { at: monotonic + Math.max(0, ms), callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance(ms) {
      const end = monotonic + ms;
      for (let next = earliest(); next && next.at <= end; next = earliest()) {
        timers.delete(next);
        monotonic = Math.max(monotonic, next.at);
        next.callback();
      }
      monotonic = end;
    },
    jump(ms) {
      offset += ms;
    },
    untilNext() {
      const next = earliest();
      return next ? next.at - monotonic : null;
    },
  };
}

/** Everything that can happen without time going by has happened. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Lets time go by until the work has ended: only its own timers are waited for. */
export async function whileTimePasses<T>(clock: ManualClock, work: Promise<T>): Promise<T> {
  let hasEnded = false;
  const end = (): void => {
    hasEnded = true;
  };
  work.then(end, end);
  await settle();
  while (!hasEnded) {
    const next = clock.untilNext();
    if (next !== null) clock.advance(next);
    await settle();
  }
  return work;
}
