import { createScheduler, type Scheduler, type Trigger } from '../../../electron/sync/scheduler.ts';
import type { SyncReport } from '../../../shared/model/sync-report.ts';
import type { Choices } from '../core/choices.ts';
import type { Coverage } from '../core/coverage.ts';
import { drained } from '../core/effects.ts';
import { SimClock } from '../core/sim-clock.ts';
import type { Story } from '../core/story.ts';
import { Violation } from '../core/violation.ts';
import { ENDS, reportOf } from './cycle-ends.ts';
import { longestWait, NOTICED_MS, SETTLED_MS } from './promises.ts';

const DURATIONS = [200, 1, 5_000, 60_000, 230_000] as const;

/** The production scheduler over a simulated clock, and a folder of which only the changes are counted. */
export class ScheduleWorld {
  readonly choices: Choices;
  readonly story: Story;
  readonly coverage: Coverage;
  readonly clock = new SimClock();
  readonly scheduler: Scheduler;
  intervalMs = 300_000;
  /** Changes in the folder so far, and how many of them a good cycle has seen. */
  changes = 0;
  synced = 0;
  isPaused = false;
  isRefused = false;
  isStopped = false;
  steps = 0;
  failure: unknown = null;
  readonly #trouble: number;
  #isRunning = false;
  #failures = 0;
  /** Since when nothing runs, and how long that may last. */
  #idle = { since: 0, wait: 0 };
  /** When the first hint came that no look has followed, and the first word that a cycle must follow. */
  #hint: number | null = null;
  /** The look after a cycle has shown what that hint was about. */
  #isSeen = false;
  #urgent: number | null = null;

  constructor(choices: Choices, story: Story, coverage: Coverage) {
    this.choices = choices;
    this.story = story;
    this.coverage = coverage;
    this.#trouble = choices.of([0.4, 0, 0.98] as const);
    this.scheduler = createScheduler({
      clock: this.clock.of(this),
      random: () => choices.pick(11) / 10,
      intervalMs: () => this.intervalMs,
      run: (why) => this.#run(why),
      refresh: async () => {
        this.#hint = null;
      },
      onChange: () => undefined,
      onUnexpected: () => undefined,
    });
  }

  violated(oracle: string, words: string): void {
    this.story.tell(() => `${oracle}: ${words}`);
    this.failure ??= new Violation(oracle, words);
  }

  /** Awake time goes by, timer by timer, and after each one everything must hold. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left >= 0 && !this.failure; ) {
      const step = Math.min(left, this.clock.untilNext() ?? left);
      this.clock.advance(step);
      await drained();
      this.#check();
      this.steps += 1;
      if (step === left) return;
      left -= step;
    }
  }

  /** The watcher says something, for whatever reason. */
  hint(): void {
    this.#hint ??= this.clock.monotonic;
    this.#isSeen = false;
    this.scheduler.trigger('files');
  }

  /** Something that ends a back-off. */
  urge(why: Trigger): void {
    if (why === 'manual' || why === 'token') this.isRefused = false;
    const { pausedUntil } = this.scheduler.state();
    const isPaused = this.isPaused && (pausedUntil === null || this.clock.now < pausedUntil);
    const mustRun = why === 'manual' || why === 'token' || !(isPaused || (this.isRefused && !this.isPaused));
    if (mustRun) this.#urgent ??= this.clock.monotonic;
    this.scheduler.trigger(why);
  }

  pause(ms: number | null): void {
    this.isPaused = true;
    this.#urgent = null;
    if (this.#isSeen) this.#hint = null;
    this.scheduler.pause(ms === null ? null : this.clock.now + ms);
  }

  /** A pause is over, by itself or by hand: nothing has been waited for since. */
  pauseEnded(): void {
    this.isPaused = false;
    this.#idle = { since: this.clock.monotonic, wait: SETTLED_MS };
  }

  #run(why: Trigger): Promise<SyncReport> {
    if (this.#isRunning) this.violated('I3', 'two cycles at once');
    this.#isRunning = true;
    this.isPaused = this.scheduler.state().isPaused;
    this.#hint = null;
    this.#urgent = null;
    const seen = this.changes;
    const ms = this.choices.of(DURATIONS, 0.5);
    this.story.effect(`a cycle begins: ${why}`);
    return new Promise((resolve, reject) => {
      this.clock.of(this).after(ms, () => {
        const end = this.choices.of(ENDS, this.#trouble);
        this.story.effect(`it ends after ${ms} ms: ${end.name}`);
        this.coverage.add(`${why} × ${end.name} × ${this.#failures} failures before`);
        const isGood = end.error === undefined && end.name !== 'throws';
        if (isGood) this.synced = Math.max(this.synced, seen);
        this.#ended(isGood, end.outcome === 'unauthorized', end.error?.retryAfterMs ?? 0);
        if (end.name === 'throws') reject(new Error('nobody expected this'));
        else resolve(reportOf(end));
      });
    });
  }

  #ended(isGood: boolean, isRefused: boolean, askedMs: number): void {
    this.#isRunning = false;
    this.#failures = isGood ? 0 : this.#failures + 1;
    this.isRefused = isRefused;
    if (isRefused && this.#urgent !== null) this.#urgent = null;
    // The folder is looked at after each cycle; only a good one is followed by another at once.
    if (!isGood || this.isPaused) this.#hint = null;
    if (this.#hint !== null) this.#hint = this.clock.monotonic + SETTLED_MS - NOTICED_MS;
    this.#isSeen = true;
    if (this.#urgent !== null) this.#urgent = this.clock.monotonic;
    this.#idle = {
      since: this.clock.monotonic,
      wait: longestWait(this.#failures, this.intervalMs, askedMs),
    };
  }

  #check(): void {
    const now = this.clock.monotonic;
    const state = this.scheduler.state();
    if (this.isPaused && !state.isPaused) this.pauseEnded();
    if (state.isRunning !== this.#isRunning) this.violated('I3', 'it says that it runs, and it does not');
    if (this.#isRunning) return;
    if (this.#hint !== null && now > this.#hint + NOTICED_MS)
      this.violated('I3', `a hint was not followed for ${now - this.#hint} ms`);
    if (this.#urgent !== null && now > this.#urgent + SETTLED_MS)
      this.violated('I3', `nothing began ${now - this.#urgent} ms after somebody asked for it`);
    if (this.isPaused || this.isRefused || this.isStopped) return;
    if (state.nextAt === null) this.violated('I3', 'no next cycle is planned');
    if (now > this.#idle.since + this.#idle.wait + SETTLED_MS)
      this.violated('I3', `no cycle for ${now - this.#idle.since} ms`);
  }
}
