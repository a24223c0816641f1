import { describe, expect, test } from 'vitest';
import type { Cancel } from '../../../electron/sync/ports.ts';
import { retryDelay } from '../../../electron/sync/retry-delay.ts';
import { createScheduler, type Scheduler, type Trigger } from '../../../electron/sync/scheduler.ts';
import type { SyncError } from '../../../shared/model/sync-error.ts';
import type { SyncReport } from '../../../shared/model/sync-report.ts';
import { type ManualClock, manualClock, settle } from './manual-clock.ts';

const INTERVAL = 300_000;

/** A schedule whose cycles end when the test says so, and how. */
interface Stage {
  readonly clock: ManualClock;
  readonly scheduler: Scheduler;
  /** Cycles so far, by their reason. */
  readonly ran: Trigger[];
  readonly cancel: () => Cancel | undefined;
  readonly refreshes: () => number;
  readonly unexpected: unknown[];
  /** Time goes by, and all that follows from it happens. */
  pass(ms: number): Promise<void>;
  trigger(why: Trigger): Promise<void>;
  /** The running cycle ends: in step, with an error, refused, stopped, or by throwing. */
  end(how?: SyncError | 'refused' | 'throws' | 'stopped'): Promise<void>;
}

function report(error?: SyncError): SyncReport {
  const failed = error?.code === 'token-refused' ? 'unauthorized' : 'offline';
  const lists = {
    pulled: [],
    pushed: [],
    merged: [],
    conflicts: [],
    held: [],
    deletedHere: [],
    goneOnServer: [],
  };
  const rest = { rejected: [], verified: true, requests: 1, ms: 1 };
  return { outcome: error ? failed : 'inSync', ...lists, ...rest, ...(error ? { error } : {}) };
}

function createStage(random = 0): Stage {
  const clock = manualClock();
  const ran: Trigger[] = [];
  const unexpected: unknown[] = [];
  let running: ((ended: SyncReport | Error) => void) | null = null;
  let cancel: Cancel | undefined;
  let refreshes = 0;
  const scheduler = createScheduler({
    clock,
    random: () => random,
    intervalMs: () => INTERVAL,
    run: (why, token) => {
      expect(running, 'never two cycles at once').toBeNull();
      ran.push(why);
      cancel = token;
      return new Promise((resolve, reject) => {
        running = (ended) => (ended instanceof Error ? reject(ended) : resolve(ended));
      });
    },
    refresh: async () => {
      refreshes += 1;
    },
    onChange: () => undefined,
    onUnexpected: (error) => unexpected.push(error),
  });
  return {
    clock,
    scheduler,
    ran,
    unexpected,
    cancel: () => cancel,
    refreshes: () => refreshes,
    async pass(ms) {
      clock.advance(ms);
      await settle();
    },
    async trigger(why) {
      scheduler.trigger(why);
      await settle();
    },
    async end(how) {
      const finish = running;
      running = null;
      if (finish === null) throw new Error('no cycle is running');
      if (how === 'throws') finish(new Error('surprise'));
      else if (how === 'refused') finish(report({ code: 'token-refused' }));
      else if (how === 'stopped') finish({ ...report(), verified: false, stopped: true });
      else finish(report(how));
      await settle();
    },
  };
}

async function started(random = 0): Promise<Stage> {
  const stage = createStage(random);
  stage.scheduler.start();
  await stage.end();
  return stage;
}

const OFFLINE: SyncError = { code: 'server-unreachable' };

test('a cycle at the start, and then one per interval', async () => {
  const stage = await started();
  expect(stage.ran).toEqual(['start']);
  expect(stage.scheduler.state()).toMatchObject({ isRunning: false, nextAt: stage.clock.now() + INTERVAL });
  await stage.pass(INTERVAL - 1);
  expect(stage.ran).toHaveLength(1);
  await stage.pass(1);
  expect(stage.ran).toEqual(['start', 'interval']);
  expect(stage.scheduler.state()).toMatchObject({ isRunning: true, nextAt: null });
});

test('up to a fifth is added, so that hundreds of machines do not come at once', async () => {
  const stage = await started(0.5);
  await stage.pass(INTERVAL * 1.1 - 1);
  expect(stage.ran).toHaveLength(1);
  await stage.pass(1);
  expect(stage.ran).toHaveLength(2);
});

test('nothing happens before the start', async () => {
  const stage = createStage();
  await stage.trigger('manual');
  await stage.trigger('files');
  await stage.pass(INTERVAL * 3);
  expect(stage.ran).toEqual([]);
});

describe('file changes', () => {
  test('a burst is one batch, a moment after the last of it', async () => {
    const stage = await started();
    for (let i = 0; i < 5; i += 1) {
      await stage.trigger('files');
      await stage.pass(99);
    }
    expect(stage.ran).toHaveLength(1);
    await stage.pass(1);
    expect(stage.ran).toEqual(['start', 'files']);
  });

  test('a folder that never gets quiet is looked at after two seconds all the same', async () => {
    const stage = await started();
    for (let i = 0; i < 40; i += 1) {
      await stage.trigger('files');
      await stage.pass(50);
    }
    expect(stage.ran).toEqual(['start', 'files']);
  });

  test('during a cycle they make one more due, never a second one beside it', async () => {
    const stage = await started();
    await stage.trigger('manual');
    await stage.trigger('files');
    await stage.pass(100);
    await stage.trigger('files');
    await stage.pass(100);
    expect(stage.ran).toEqual(['start', 'manual']);
    await stage.end();
    expect(stage.ran).toEqual(['start', 'manual', 'files']);
    await stage.end();
    expect(stage.ran).toHaveLength(3);
  });

  test('during a cycle that fails they wait with it', async () => {
    const stage = await started();
    await stage.trigger('manual');
    await stage.trigger('files');
    await stage.pass(100);
    await stage.end(OFFLINE);
    expect(stage.ran).toHaveLength(2);
    await stage.pass(5_000);
    expect(stage.ran).toEqual(['start', 'manual', 'interval']);
  });

  test('while backing off, paused or refused only the folder is looked at', async () => {
    const stage = await started();
    await stage.trigger('manual');
    await stage.end(OFFLINE);
    await stage.trigger('files');
    await stage.pass(100);
    expect([stage.ran.length, stage.refreshes()]).toEqual([2, 1]);
    await stage.trigger('manual');
    await stage.end('refused');
    await stage.trigger('files');
    await stage.pass(100);
    expect([stage.ran.length, stage.refreshes()]).toEqual([3, 2]);
    stage.scheduler.pause(null);
    await stage.trigger('files');
    await stage.pass(100);
    expect([stage.ran.length, stage.refreshes()]).toEqual([3, 3]);
  });
});

describe('failures', () => {
  test('each doubles the wait up to fifteen minutes; the first success ends it', async () => {
    const stage = createStage();
    stage.scheduler.start();
    for (const seconds of [5, 10, 20, 40, 80, 160, 320, 640, 900, 900]) {
      await stage.end(OFFLINE);
      expect(stage.scheduler.state().nextAt).toBe(stage.clock.now() + seconds * 1000);
      await stage.pass(seconds * 1000 - 1);
      expect(stage.scheduler.state().isRunning).toBe(false);
      await stage.pass(1);
      expect(stage.scheduler.state().isRunning).toBe(true);
    }
    expect(stage.scheduler.state().failures).toBe(10);
    await stage.end();
    expect(stage.scheduler.state()).toMatchObject({ failures: 0, nextAt: stage.clock.now() + INTERVAL });
  });

  test.each([
    [1, INTERVAL, 0, 5_000],
    [1, INTERVAL, 60_000, 60_000],
    [5, INTERVAL, 60_000, 80_000],
    [1000, INTERVAL, 0, 900_000],
    [1000, 3600_000, 0, 3600_000],
    [1, 15_000, 3600_000, 3600_000],
  ])('%s failures, every %s ms, asked for %s: %s ms', (failures, interval, asked, expected) => {
    expect(retryDelay(failures, interval, asked, () => 0)).toBe(expected);
    expect(retryDelay(failures, interval, asked, () => 1)).toBeCloseTo(expected * 1.2);
  });

  test('what GIIP asked for is the least', async () => {
    const stage = createStage();
    stage.scheduler.start();
    await stage.end({ code: 'server-rate-limited', retryAfterMs: 120_000 });
    await stage.pass(119_999);
    expect(stage.ran).toHaveLength(1);
    await stage.pass(1);
    expect(stage.ran).toHaveLength(2);
  });

  test.each(['manual', 'token'] as const)('%s ends a back-off at once', async (why) => {
    const stage = createStage();
    stage.scheduler.start();
    await stage.end(OFFLINE);
    await stage.trigger(why);
    expect(stage.ran).toEqual(['start', why]);
  });

  test('a cycle that throws counts as a failure, is told, and the schedule goes on', async () => {
    const stage = createStage();
    stage.scheduler.start();
    await stage.end('throws');
    expect(stage.unexpected).toHaveLength(1);
    expect(stage.scheduler.state()).toMatchObject({ failures: 1, isRunning: false });
    await stage.pass(5_000);
    expect(stage.ran).toHaveLength(2);
  });
});

describe('resumed and online', () => {
  test('missed ticks and both words collapse into one cycle after a moment, for the stronger reason', async () => {
    const stage = await started();
    await stage.trigger('resumed');
    await stage.pass(1_000);
    await stage.trigger('online');
    await stage.trigger('online');
    await stage.pass(1_999);
    expect(stage.ran).toHaveLength(1);
    await stage.pass(1);
    expect(stage.ran).toEqual(['start', 'resumed']);
    await stage.end();
    await stage.pass(10_000);
    expect(stage.ran).toHaveLength(2);
  });

  test('a network that comes and goes every two seconds does not put a cycle off for ever', async () => {
    const stage = await started();
    for (let i = 0; i < 4; i += 1) {
      await stage.trigger('online');
      await stage.pass(2_000);
    }
    expect(stage.ran).toEqual(['start', 'online']);
  });

  test('they end a back-off', async () => {
    const stage = createStage();
    stage.scheduler.start();
    for (let i = 0; i < 8; i += 1) {
      await stage.end(OFFLINE);
      if (i < 7) await stage.pass(900_000);
    }
    await stage.trigger('online');
    await stage.pass(3_000);
    expect(stage.ran.at(-1)).toBe('online');
  });

  test('during a cycle they are not forgotten, and not weakened by what comes after', async () => {
    const stage = await started();
    await stage.trigger('manual');
    await stage.trigger('resumed');
    await stage.trigger('files');
    await stage.pass(100);
    await stage.end(OFFLINE);
    await stage.pass(3_000);
    expect(stage.ran).toEqual(['start', 'manual', 'resumed']);
  });
});

describe('pause', () => {
  test('until a time: nothing runs before it, one cycle then', async () => {
    const stage = await started();
    stage.scheduler.pause(stage.clock.now() + 3600_000);
    expect(stage.scheduler.state()).toMatchObject({ isPaused: true, nextAt: null });
    for (const why of ['resumed', 'online', 'interval', 'start'] as const) await stage.trigger(why);
    await stage.pass(3600_000 - 1);
    expect(stage.ran).toHaveLength(1);
    await stage.pass(1);
    expect(stage.ran).toHaveLength(2);
    expect(stage.scheduler.state()).toMatchObject({ isPaused: false, pausedUntil: null });
  });

  test('until resumed', async () => {
    const stage = await started();
    stage.scheduler.pause(null);
    await stage.pass(24 * 3600_000);
    expect(stage.ran).toHaveLength(1);
    expect(stage.scheduler.state()).toMatchObject({ isPaused: true, pausedUntil: null });
    stage.scheduler.resume();
    await settle();
    expect(stage.ran).toHaveLength(2);
  });

  test('a pause that ended while the computer slept is over when it wakes', async () => {
    const stage = await started();
    stage.scheduler.pause(stage.clock.now() + 3600_000);
    stage.clock.jump(8 * 3600_000);
    await stage.trigger('resumed');
    expect(stage.ran).toHaveLength(2);
    expect(stage.scheduler.state().isPaused).toBe(false);
  });

  test('during a cycle: that one ends, nothing follows, not even what was due', async () => {
    const stage = await started();
    await stage.trigger('manual');
    await stage.trigger('files');
    await stage.pass(100);
    stage.scheduler.pause(null);
    await stage.end();
    await stage.pass(24 * 3600_000);
    expect(stage.ran).toEqual(['start', 'manual']);
  });

  test('by hand one cycle runs, and the pause stays', async () => {
    const stage = await started();
    stage.scheduler.pause(null);
    await stage.trigger('manual');
    await stage.end();
    await stage.pass(24 * 3600_000);
    expect(stage.ran).toEqual(['start', 'manual']);
    expect(stage.scheduler.state().isPaused).toBe(true);
  });
});

test('a refused token stops everything until a person acts, for a day as well', async () => {
  const stage = await started();
  await stage.trigger('manual');
  await stage.end('refused');
  for (const why of ['interval', 'resumed', 'online', 'files', 'start'] as const) {
    await stage.trigger(why);
    await stage.pass(24 * 3600_000);
  }
  expect(stage.ran).toHaveLength(2);
  expect(stage.scheduler.state().nextAt).toBeNull();
  await stage.trigger('token');
  expect(stage.ran.at(-1)).toBe('token');
  await stage.end();
  expect(stage.scheduler.state().nextAt).not.toBeNull();
});

test('a token that came during the cycle that was refused is used at once', async () => {
  const stage = await started();
  await stage.trigger('manual');
  await stage.trigger('token');
  await stage.end('refused');
  expect(stage.ran).toEqual(['start', 'manual', 'token']);
});

test('the strongest of several reasons is the one that is run', async () => {
  const stage = await started();
  await stage.trigger('manual');
  for (const why of ['interval', 'token', 'manual', 'interval'] as const) await stage.trigger(why);
  await stage.end();
  expect(stage.ran).toEqual(['start', 'manual', 'token']);
});

test('stop waits for the running cycle, asks it to end, and leaves no timer behind', async () => {
  const stage = await started();
  await stage.trigger('manual');
  await stage.trigger('files');
  let isStopped = false;
  const stopping = stage.scheduler.stop().then(() => {
    isStopped = true;
  });
  await settle();
  expect([isStopped, stage.cancel()?.aborted]).toEqual([false, true]);
  await stage.end(OFFLINE);
  await stopping;
  expect(stage.clock.untilNext()).toBeNull();
  await stage.trigger('manual');
  expect(stage.ran).toEqual(['start', 'manual']);
});

test('a clock that jumps changes no wait', async () => {
  const stage = await started();
  stage.clock.jump(365 * 24 * 3600_000);
  await stage.pass(INTERVAL - 1);
  stage.clock.jump(-730 * 24 * 3600_000);
  expect(stage.ran).toHaveLength(1);
  await stage.pass(1);
  expect(stage.ran).toHaveLength(2);
});

describe('stopping one cycle', () => {
  const stopped = async (stage: Stage): Promise<void> => {
    stage.scheduler.cancel();
    expect(stage.cancel()?.aborted).toBe(true);
    await stage.end('stopped');
  };

  test('ends this one alone; the next comes as planned, and no failure is counted', async () => {
    const stage = await started();
    await stage.trigger('manual');
    await stopped(stage);
    expect(stage.scheduler.state()).toMatchObject({ failures: 0, nextAt: stage.clock.now() + INTERVAL });
    await stage.pass(INTERVAL);
    expect(stage.ran).toEqual(['start', 'manual', 'interval']);
    expect(stage.cancel()?.aborted).toBe(false);
  });

  test('what was due is due no more, and what the cycle had written starts none', async () => {
    const stage = await started();
    await stage.trigger('manual');
    await stage.trigger('manual');
    await stage.trigger('files');
    await stopped(stage);
    await stage.trigger('files');
    await stage.pass(INTERVAL - 1);
    expect(stage.ran).toEqual(['start', 'manual']);
    expect(stage.refreshes()).toBeGreaterThan(0);
  });

  test('is over with the next "Sync now": changes start cycles again', async () => {
    const stage = await started();
    await stage.trigger('manual');
    await stopped(stage);
    await stage.trigger('manual');
    await stage.end();
    await stage.trigger('files');
    await stage.pass(30_000);
    expect(stage.ran).toEqual(['start', 'manual', 'manual', 'files']);
  });

  test('leaves failures before it counted', async () => {
    const stage = await started();
    await stage.trigger('manual');
    await stage.end(OFFLINE);
    await stage.trigger('manual');
    await stopped(stage);
    expect(stage.scheduler.state().failures).toBe(1);
  });

  test('means nothing while none runs', async () => {
    const stage = await started();
    stage.scheduler.cancel();
    await stage.trigger('files');
    await stage.pass(30_000);
    expect(stage.ran).toEqual(['start', 'files']);
  });
});
