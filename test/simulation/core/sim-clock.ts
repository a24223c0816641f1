import type { Clock } from '../../../electron/sync/ports.ts';

interface Timer {
  readonly at: number;
  readonly owner: object;
  readonly callback: () => void;
}

const START = Date.UTC(2026, 0, 5, 9);

/** Monotonic time that only the schedule moves, and a wall clock that may jump. */
export class SimClock {
  #timers: Timer[] = [];
  #monotonic = 0;
  #offset = START;
  /** How often the wall clock was set. */
  jumps = 0;

  get now(): number {
    return this.#monotonic + this.#offset;
  }

  get monotonic(): number {
    return this.#monotonic;
  }

  /** The clock as one process sees it; its timers go with it. */
  of(owner: object): Clock {
    return {
      now: () => this.now,
      after: (ms, callback) => {
        const timer = { at: this.#monotonic + Math.max(0, ms), owner, callback };
        this.#timers.push(timer);
        return () => {
          this.#timers = this.#timers.filter((other) => other !== timer);
        };
      },
    };
  }

  /** Milliseconds until the next timer, or null. */
  untilNext(): number | null {
    const next = this.#earliest();
    return next ? Math.max(0, next.at - this.#monotonic) : null;
  }

  advance(ms: number): void {
    const end = this.#monotonic + ms;
    for (let next = this.#earliest(); next && next.at <= end; next = this.#earliest()) {
      this.#timers.splice(this.#timers.indexOf(next), 1);
      this.#monotonic = Math.max(this.#monotonic, next.at);
      next.callback();
    }
    this.#monotonic = end;
  }

  jump(ms: number): void {
    this.#offset += ms;
    this.jumps += 1;
  }

  forget(owner: object): void {
    this.#timers = this.#timers.filter((timer) => timer.owner !== owner);
  }

  #earliest(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) if (!first || timer.at < first.at) first = timer;
    return first;
  }
}
