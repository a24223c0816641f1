import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { createScheduler, type Scheduler, type Trigger } from '../../electron/sync/scheduler.ts';
import { faults } from '../giip-server/giip-fault.ts';
import { startSink } from '../giip-server/start-sink.ts';
import { readTree } from '../scenario/support/read-tree.ts';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { type ManualClock, manualClock, settle } from '../unit/sync/manual-clock.ts';
import { inStep, type World, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';
import { type OwnEngine, type OwnParts, ownEngine } from './support/own-engine.ts';

const MINUTE = 60_000;
const YEAR = 365 * 24 * 60 * MINUTE;

interface Loop {
  readonly scheduler: Scheduler;
  readonly clock: ManualClock;
  readonly own: OwnEngine;
  /** Why each cycle was started, and when. */
  readonly cycles: { readonly why: Trigger; readonly at: number }[];
  /** Time goes by, and cycles that become due in it run to their ends. */
  pass(ms: number): Promise<void>;
}

/** The product's loop on the product's engine, in a time that stands still until it is told to pass. */
async function startLoop(world: World, parts: OwnParts = {}): Promise<Loop> {
  const clock = manualClock();
  const own = await ownEngine(world, { ...parts, clock });
  const cycles: Loop['cycles'] = [];
  let running: Promise<unknown> = Promise.resolve();
  const scheduler = createScheduler({
    clock,
    random: () => 0,
    intervalMs: () => 5 * MINUTE,
    run: (why) => {
      cycles.push({ why, at: clock.now() });
      const cycle = own.cycle({ audit: why === 'start' });
      running = cycle;
      return cycle;
    },
    refresh: async () => undefined,
    onChange: () => undefined,
  });
  const ended = async (): Promise<void> => {
    await running;
    await settle();
  };
  scheduler.start();
  await ended();
  return {
    scheduler,
    clock,
    own,
    cycles,
    async pass(ms) {
      for (let left = ms; left > 0; ) {
        const step = Math.min(left, clock.untilNext() ?? left);
        clock.advance(step);
        left -= step;
        await ended();
      }
    },
  };
}

describe('the clock', () => {
  test.for([
    ['forwards', YEAR],
    ['backwards', -YEAR],
  ] as const)(
    'C01 jumps a year %s between cycles and in the middle of one: no decision differs',
    async ([, ms], { world }) => {
      const { giip, machine } = world;
      await inStep(world);
      const { clock, cycles, own, pass } = await startLoop(world);
      const before = readTree(machine.workspace);
      giip.requests.length = 0;
      clock.jump(ms);
      await pass(5 * MINUTE);
      expect(cycles).toHaveLength(2);
      const end = giip.onBefore('get', () => clock.jump(ms));
      machine.write('docs/known.md', 'edited\n');
      giip.setDoc('docs/theirs.md', 'theirs\n');
      expect(await own.cycle()).toMatchObject({
        outcome: 'inSync',
        pushed: ['docs/known.md'],
        pulled: ['docs/theirs.md'],
        conflicts: [],
      });
      end();
      machine.write('docs/known.md', 'known\n');
      machine.remove('docs/theirs.md');
      expect(readTree(machine.workspace)).toEqual(before);
    },
  );

  test.for([
    ['1970', [0, 0]],
    ['2099', [4_070_908_800, 4_070_908_800]],
    ['one for all', [1_700_000_000, 1_700_000_000]],
  ] as const)('C02 time stamps of %s have no effect', async ([, [docs, configs]], { world }) => {
    const { giip, machine } = world;
    await inStep(world);
    giip.requests.length = 0;
    const stamp = (): void => {
      utimesSync(join(machine.workspace, 'docs/known.md'), docs, docs);
      utimesSync(join(machine.workspace, 'configs/known.json'), configs, configs);
    };
    stamp();
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: [], pushed: [], requests: 1 });
    machine.write('docs/known.md', 'edited\n');
    stamp();
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pushed: ['docs/known.md'] });
    giip.setDoc('docs/known.md', 'changed there\n');
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: ['docs/known.md'] });
    await worksAgain(world);
  });

  test('C03 an edit that keeps size and time stamp is seen', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    await syncInProcess(machine);
    const file = join(machine.workspace, 'docs/known.md');
    for (const text of ['wnokn\n', 'nwonk\n', 'knonw\n']) {
      const { atime, mtime } = statSync(file);
      machine.write('docs/known.md', text);
      utimesSync(file, atime, mtime);
      expect(await syncInProcess(machine)).toMatchObject({ code: 0, pushed: ['docs/known.md'] });
      expect(giip.doc('docs/known.md')).toBe(text);
    }
    await worksAgain(world);
  });

  test('C04 after eight hours of sleep: one cycle, which asks for everything first', async ({ world }) => {
    const { giip } = world;
    await inStep(world);
    const { scheduler, clock, cycles, pass } = await startLoop(world);
    giip.requests.length = 0;
    cycles.length = 0;
    // Timers slept with the computer; the wall clock did not.
    clock.jump(8 * 60 * MINUTE);
    scheduler.trigger('resumed');
    scheduler.trigger('resumed');
    scheduler.trigger('online');
    await pass(MINUTE);
    expect(cycles).toHaveLength(1);
    expect(giip.requests.map(({ call }) => call)).toEqual(['get']);
    expect(giip.requests[0]?.json).not.toHaveProperty('docHash');
    expect(giip.requests[0]?.json).not.toHaveProperty('configHash');
  });
});

describe('the loop', () => {
  test.for([
    ['once', 1],
    ['and yes in turn', 'always'],
  ] as const)('H15 a refused token, %s: STOP, and no request in 24 hours', async ([, times], { world }) => {
    const { giip, machine } = world;
    await inStep(world);
    let answers = 0;
    giip.fail(
      'get',
      (exchange) => {
        answers += 1;
        return answers % 2 === 1 ? faults.rstVal(-1)(exchange) : exchange.answer(exchange.execute());
      },
      times,
    );
    giip.requests.length = 0;
    const { scheduler, cycles, pass } = await startLoop(world);
    machine.write('docs/mine.md', 'mine\n');
    for (let hour = 0; hour < 24; hour += 1) {
      for (const why of ['files', 'interval', 'resumed', 'online'] as const) scheduler.trigger(why);
      await pass(60 * MINUTE);
    }
    expect(giip.requests).toHaveLength(1);
    expect(cycles).toHaveLength(1);
    expect(giip.doc('docs/mine.md')).toBeUndefined();
  });

  test('H18 offline for a day: tried again at most every 15 minutes, and at once when the network is back', async ({
    world,
  }) => {
    await inStep(world);
    const sink = await startSink();
    await sink.close();
    const apiUrl = `http://127.0.0.1:${sink.port}/api`;
    const { scheduler, clock, cycles, pass } = await startLoop(world, { apiUrl });
    await pass(24 * 60 * MINUTE);
    const gaps = cycles.slice(1).map(({ at }, n) => at - (cycles[n]?.at ?? 0));
    expect(Math.max(...gaps)).toBe(15 * MINUTE);
    expect(Math.min(...gaps)).toBe(5_000);
    expect(cycles.length).toBeLessThan(24 * 4 + 10);
    const last = cycles.length;
    const at = clock.now();
    scheduler.trigger('online');
    await pass(MINUTE);
    expect(cycles[last]?.why).toBe('online');
    expect((cycles[last]?.at ?? Number.NaN) - at).toBeLessThan(5_000);
  });
});
