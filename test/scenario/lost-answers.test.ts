import { describe, expect } from 'vitest';
import { faults } from '../giip-server/giip-fault.ts';
import type { TestGiip } from '../giip-server/start-test-giip.ts';
import type { Machine } from './support/machine.ts';
import { test } from './support/scenario-test.ts';

async function edited(machine: Machine, giip: TestGiip): Promise<void> {
  machine.write('docs/a.md', 'one\ntwo\nthree\nfour\nfive\n');
  expect(await machine.sync()).toMatchObject({ code: 0 });
  machine.write('docs/a.md', 'ONE\ntwo\nthree\nfour\nfive\n');
  giip.requests.length = 0;
}

describe('another writer between pull and push', () => {
  test('of another item is kept and fetched by the look that proves the push', async ({ machine, giip }) => {
    await edited(machine, giip);
    const end = giip.onBefore('put', () => {
      giip.setDoc('docs/theirs.md', 'theirs\n');
      end();
    });
    expect(await machine.sync()).toMatchObject({
      code: 0,
      pushed: ['docs/a.md'],
      pulled: ['docs/theirs.md'],
      verified: true,
    });
    expect(machine.read('docs/theirs.md')).toBe('theirs\n');
    expect(giip.doc('docs/a.md')).toBe('ONE\ntwo\nthree\nfour\nfive\n');
  });

  test('after the push and before its proof is heard, not adopted unseen', async ({ machine, giip }) => {
    await edited(machine, giip);
    giip.fail('put', ({ execute, answer }) => {
      const reply = execute();
      giip.setDoc('docs/a.md', 'ONE\ntwo\nthree\nfour\nFIVE\n');
      answer(reply);
    });
    expect(await machine.sync()).toMatchObject({ code: 0 });
    expect(machine.read('docs/a.md')).toBe('ONE\ntwo\nthree\nfour\nFIVE\n');
    expect(await machine.sync()).toMatchObject({ code: 0, pulled: [], pushed: [] });
  });
});

describe('a push whose answer is lost', () => {
  test('after it happened is proved by the next pull and not repeated', async ({ machine, giip }) => {
    await edited(machine, giip);
    giip.fail('put', faults.resetAfter());
    expect(await machine.sync()).toMatchObject({ code: 0, pushed: ['docs/a.md'], verified: true });
    expect(giip.doc('docs/a.md')).toBe('ONE\ntwo\nthree\nfour\nfive\n');
    expect(giip.requests.filter(({ call }) => call === 'put')).toHaveLength(1);
    expect(await machine.sync()).toMatchObject({ code: 0, pushed: [], requests: 1 });
  });

  test('before it happened is made good by the next sync', async ({ machine, giip }) => {
    await edited(machine, giip);
    giip.fail('put', faults.resetBefore());
    expect(await machine.sync()).toMatchObject({ code: 5, outcome: 'offline', pushed: [], verified: false });
    expect(machine.read('docs/a.md')).toBe('ONE\ntwo\nthree\nfour\nfive\n');
    expect(await machine.sync()).toMatchObject({ code: 0, pushed: ['docs/a.md'], verified: true });
    expect(giip.doc('docs/a.md')).toBe('ONE\ntwo\nthree\nfour\nfive\n');
  });

  test.for([
    { name: 'an HTTP 500', fault: faults.executedBut(500) },
    { name: 'an HTTP 504 page', fault: faults.executedBut(504) },
    { name: 'cut-off JSON', fault: faults.cut(20) },
    { name: 'a connection cut in the answer', fault: faults.cutConnection(20) },
  ])('and told as $name, although it happened, is proved', async ({ fault }, { machine, giip }) => {
    await edited(machine, giip);
    giip.fail('put', fault);
    expect(await machine.sync()).toMatchObject({ code: 0, pushed: ['docs/a.md'], verified: true });
    expect(giip.requests.filter(({ call }) => call === 'put')).toHaveLength(1);
  });

  test('and executed only after the client has died is our own echo, not somebody’s edit', async ({
    machine,
    giip,
  }) => {
    await edited(machine, giip);
    const held = giip.hold('put');
    const running = machine.start('sync');
    await held.arrived;
    running.child.kill('SIGKILL');
    await held.clientGone;
    // Typed on meanwhile, synced once without the late push.
    machine.write('docs/a.md', 'ONE\nTWO\nthree\nfour\nfive\n');
    expect(await machine.sync()).toMatchObject({ code: 0, pushed: ['docs/a.md'] });
    await held.release();
    expect(giip.doc('docs/a.md')).toBe('ONE\ntwo\nthree\nfour\nfive\n');
    // The late execution has put GIIP back to our older text: ours comes again, nobody is asked.
    expect(await machine.sync()).toMatchObject({ code: 0, conflicts: [], pulled: [] });
    expect(machine.read('docs/a.md')).toBe('ONE\nTWO\nthree\nfour\nfive\n');
    expect(giip.doc('docs/a.md')).toBe('ONE\nTWO\nthree\nfour\nfive\n');
  });

  test('and of which half is stored is finished by the next sync', async ({ machine, giip }) => {
    const paths = ['docs/a.md', 'docs/b.md', 'docs/c.md', 'docs/d.md'];
    for (const path of paths) machine.write(path, 'before\n');
    await machine.sync();
    machine.write('docs/a.md', 'proved\n');
    expect(await machine.sync()).toMatchObject({ code: 0 });
    for (const path of paths) machine.write(path, 'after\n');
    giip.switches.push = 'partial';
    expect(await machine.sync()).toMatchObject({ code: 5, pushed: paths.slice(0, 2), verified: false });
    giip.switches.push = 'atomic';
    expect(await machine.sync()).toMatchObject({ code: 0, pushed: paths.slice(2), verified: true });
    expect(paths.map((path) => giip.doc(path))).toEqual(paths.map(() => 'after\n'));
  });
});
