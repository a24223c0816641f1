import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { GiipCall } from '../../electron/rehearsal/giip-listener.ts';
import type { TestGiip } from '../giip-server/start-test-giip.ts';
import type { Machine } from './support/machine.ts';
import { readTree } from './support/read-tree.ts';
import { syncInProcess } from './support/run-in-process.ts';
import type { Running } from './support/run-program.ts';
import { test } from './support/scenario-test.ts';

interface Moment {
  readonly name: string;
  /** Resolves at the moment; called before the sync starts. */
  arm(giip: TestGiip): Promise<unknown>;
}

/** The k-th request of this call, before it is executed or right after its answer. */
function atRequest(call: GiipCall, nth: number, when: 'before' | 'after'): Moment {
  return {
    name: `${when} ${call} ${nth}`,
    arm: (giip) =>
      new Promise((resolve) => {
        let count = 0;
        const end = giip.onBefore(call, () => {
          count += 1;
          if (count !== nth) return;
          end();
          if (when === 'before') resolve(null);
          else setImmediate(resolve);
        });
      }),
  };
}

/** The look that proves the push gets no answer, so that the sync is still at work however fast this computer is. */
function withoutProof(giip: TestGiip): void {
  giip.fail('get', ({ execute, answer }) => answer(execute()));
  giip.fail('get', () => undefined);
}

/** So long after the start of the process: before, in and after its first request. */
function afterStart(ms: number): Moment {
  return {
    name: `${ms} ms after the start`,
    arm(giip) {
      withoutProof(giip);
      return pause(ms);
    },
  };
}

/** So long after the first request: while the answer is applied, recorded and the push is under way. */
function afterPull(ms: number): Moment {
  return {
    name: `${ms} ms after the pull`,
    async arm(giip) {
      withoutProof(giip);
      await atRequest('get', 1, 'after').arm(giip);
      await pause(ms);
    },
  };
}

const MOMENTS: readonly Moment[] = [
  atRequest('get', 1, 'before'),
  atRequest('get', 1, 'after'),
  atRequest('put', 1, 'before'),
  atRequest('put', 1, 'after'),
  atRequest('get', 2, 'before'),
  atRequest('get', 2, 'after'),
  // In steps that are no multiple of anything that the program does.
  ...Array.from({ length: 10 }, (_, n) => afterStart(60 + n * 37)),
  ...Array.from({ length: 20 }, (_, n) => afterPull(1 + n * 3)),
];

const LINES = MOMENTS.length * 5;
const SHARED = 'docs/shared.md';
const CONFIG = 'configs/agent.json';

function sharedText(round: number): string {
  const line = (n: number): string => {
    const at = Math.floor(n / 5);
    if (at >= round) return `line ${n}`;
    if (n % 5 === 0) return `here ${at}`;
    return n % 5 === 3 ? `there ${at}` : `line ${n}`;
  };
  return `${Array.from({ length: LINES }, (_, n) => line(n)).join('\n')}\n`;
}

/** Edits of both sides in one round: a document of each, and one line each in a document and a key each in a config. */
function editBoth(machine: Machine, giip: TestGiip, round: number): void {
  machine.write(`docs/here-${round}.md`, `here ${round}\n`);
  giip.setDoc(`docs/there-${round}.md`, `there ${round}\n`);
  const here = machine.read(SHARED) ?? '';
  machine.write(SHARED, here.replace(`line ${round * 5}\n`, `here ${round}\n`));
  const there = giip.doc(SHARED) ?? '';
  giip.setDoc(SHARED, there.replace(`line ${round * 5 + 3}\n`, `there ${round}\n`));
  machine.write(CONFIG, (machine.read(CONFIG) ?? '').replace(/"here": \d+/, `"here": ${round}`));
  giip.setConfig(
    'agent.json',
    (giip.config('agent.json') ?? '').replace(/"there": \d+/, `"there": ${round}`),
  );
}

async function killed(running: Running, moment: Promise<unknown>): Promise<boolean> {
  await Promise.race([moment, running.ended]);
  running.child.kill('SIGKILL');
  return (await running.ended).signal === 'SIGKILL';
}

/** Both sides hold everything that anybody wrote so far. */
function expectNothingLost(machine: Machine, giip: TestGiip, rounds: number): void {
  const shared = sharedText(rounds);
  expect([machine.read(SHARED), giip.doc(SHARED)]).toEqual([shared, shared]);
  for (let round = 0; round < rounds; round += 1) {
    for (const side of ['here', 'there']) {
      const path = `docs/${side}-${round}.md`;
      expect([path, machine.read(path), giip.doc(path)]).toEqual([
        path,
        `${side} ${round}\n`,
        `${side} ${round}\n`,
      ]);
    }
  }
  const last = { here: rounds - 1, there: rounds - 1 };
  expect(JSON.parse(machine.read(CONFIG) ?? '')).toEqual(last);
  expect(JSON.parse(giip.config('agent.json') ?? '')).toEqual(last);
}

test('a sync that is killed at any moment loses nothing, and the next one gets in step', {
  timeout: 120_000,
}, async ({ machine, giip }) => {
  machine.write(SHARED, sharedText(0));
  machine.write(CONFIG, '{\n  "here": -1,\n  "there": -1\n}\n'.replaceAll('-1', '1000'));
  expect((await machine.sync()).code).toBe(0);
  let kills = 0;
  for (const [round, moment] of MOMENTS.entries()) {
    editBoth(machine, giip, round);
    const reached = moment.arm(giip);
    if (await killed(machine.start('sync'), reached)) kills += 1;
    giip.heal();
    expect({ moment: moment.name, ...(await syncInProcess(machine)) }).toMatchObject({
      moment: moment.name,
      code: 0,
      conflicts: [],
      held: [],
    });
    expectNothingLost(machine, giip, round + 1);
  }
  expect(kills).toBeGreaterThanOrEqual(30);
  const names = Object.keys(readTree(machine.workspace)).filter(
    (name) => !/^(docs|configs)\/[\w-]+\.(md|json)$/.test(name),
  );
  expect(names).toEqual([]);
});
