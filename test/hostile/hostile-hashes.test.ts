import { describe, expect } from 'vitest';
import { type Fault, faults } from '../giip-server/giip-fault.ts';
import { readTree } from '../scenario/support/read-tree.ts';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { manualClock, whileTimePasses } from '../unit/sync/manual-clock.ts';
import { inStep, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';
import { ownEngine } from './support/own-engine.ts';

const HOUR = 60 * 60_000;

/** The true answer with one hash for ever. */
const stuckHash: Fault = ({ execute, answer }) => {
  const { status, body } = execute();
  answer({ status, body: body.replace(/"new(Config|Doc)Hash":"[^"]*"/g, '"new$1Hash":"stuck"') });
};

describe('a GIIP whose hashes lie', () => {
  test('H12 back at last week’s state: held, no file changes, until a person has looked', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    const lastWeek = giip.content();
    giip.setDoc('docs/known.md', 'newer\n');
    await syncInProcess(machine);
    giip.rollbackTo(lastWeek);
    const before = readTree(machine.workspace);
    for (let n = 0; n < 2; n += 1)
      expect(await syncInProcess(machine)).toMatchObject({
        code: 6,
        pulled: [],
        pushed: [],
        held: [{ path: 'docs/known.md' }],
      });
    expect(readTree(machine.workspace)).toEqual(before);
    expect(await syncInProcess(machine, '--approve')).toMatchObject({ code: 0, pulled: ['docs/known.md'] });
    await worksAgain(world);
  });

  test('H13 another hash with every answer: 20 cycles, nothing is written or sent', async ({ world }) => {
    const { giip, machine } = world;
    giip.switches.hash = 'per-response';
    await inStep(world);
    const before = readTree(machine.workspace);
    giip.requests.length = 0;
    for (let n = 0; n < 20; n += 1)
      expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: [], pushed: [], held: [] });
    expect(giip.requests.filter(({ call }) => call === 'put')).toEqual([]);
    expect(readTree(machine.workspace)).toEqual(before);
  });

  test('H14 one hash for different data: found within the hour', async ({ world }) => {
    const { giip, machine } = world;
    giip.fail(
      'get',
      (exchange) => {
        const asked = giip.requests.at(-1)?.text ?? '';
        return asked.includes('"stuck"') ? faults.rstVal(304)(exchange) : stuckHash(exchange);
      },
      'always',
    );
    const clock = manualClock();
    const { cycle } = await ownEngine(world, { clock });
    giip.setDoc('docs/known.md', 'known\n');
    giip.setConfig('known.json', '{}');
    expect(await cycle()).toMatchObject({
      outcome: 'inSync',
      pulled: ['configs/known.json', 'docs/known.md'],
    });
    giip.setDoc('docs/known.md', 'changed behind the hash\n');
    expect(await cycle()).toMatchObject({ outcome: 'inSync', pulled: [] });
    clock.advance(HOUR);
    expect(await cycle()).toMatchObject({ outcome: 'inSync', pulled: ['docs/known.md'] });
    expect(machine.read('docs/known.md')).toBe('changed behind the hash\n');
  });

  test('H16 a push that GIIP says yes to and does not show: waited for, said, never repeated for ever', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    const clock = manualClock();
    const { cycle } = await ownEngine(world, { clock });
    await cycle();
    // GIIP says yes and stores nothing.
    giip.fail('put', faults.rstVal(1), 'always');
    machine.write('docs/known.md', 'mine\n');
    giip.requests.length = 0;
    const first = await whileTimePasses(clock, cycle());
    expect(first).toMatchObject({
      outcome: 'failed',
      verified: false,
      error: { code: 'server-answer-invalid' },
    });
    for (let n = 0; n < 5; n += 1) await whileTimePasses(clock, cycle());
    expect(await whileTimePasses(clock, cycle())).toMatchObject({
      outcome: 'held',
      held: [{ path: 'docs/known.md' }],
    });
    const puts = giip.requests.filter(({ call }) => call === 'put').length;
    await whileTimePasses(clock, cycle());
    expect(giip.requests.filter(({ call }) => call === 'put')).toHaveLength(puts);
    expect(machine.read('docs/known.md')).toBe('mine\n');
  });

  test('H16 a push that GIIP shows late is proved by the wait', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    giip.switches.staleAfterPush = 1;
    const clock = manualClock();
    const { cycle } = await ownEngine(world, { clock });
    machine.write('docs/known.md', 'mine\n');
    const report = await whileTimePasses(clock, cycle());
    expect(report).toMatchObject({ outcome: 'inSync', pushed: ['docs/known.md'], verified: true });
  });
});

describe('Retry-After', () => {
  test.for([
    ['5', 5_000, 5_000],
    ['0', 1_000, 1_000],
    ['1000000000', HOUR, HOUR],
    ['Mon, 05 Jan 2099 09:00:30 GMT', HOUR, HOUR],
    ['Mon, 05 Jan 2009 09:00:30 GMT', 1_000, 1_000],
    ['soon', undefined, 0],
    ['-7', undefined, 0],
    ['NaN', undefined, 0],
  ] as const)(
    'H10 %j with 429 and 503: clamped to a second and an hour',
    async ([value, asked, wait], { world }) => {
      const { giip } = world;
      await inStep(world);
      const clock = manualClock(Date.now());
      for (const status of [429, 503] as const) {
        const { cycle } = await ownEngine(world, { clock });
        giip.fail('get', faults.retryLater(status, value));
        const met = await cycle();
        expect(met).toMatchObject({ outcome: 'offline', pulled: [] });
        expect(met.error?.retryAfterMs).toBe(asked);
        giip.requests.length = 0;
        if (wait > 0)
          expect(await cycle()).toMatchObject({ error: { code: 'server-rate-limited' }, requests: 0 });
        expect(giip.requests).toEqual([]);
        clock.advance(wait);
        expect(await cycle()).toMatchObject({ outcome: 'inSync' });
      }
    },
  );
});
