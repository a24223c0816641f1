import { once } from 'node:events';
import { describe, expect } from 'vitest';
import type { GiipCall } from '../../electron/rehearsal/giip-listener.ts';
import type { TestGiip } from '../giip-server/start-test-giip.ts';
import type { Machine } from './support/machine.ts';
import type { Running } from './support/run-program.ts';
import { test } from './support/scenario-test.ts';

/** The next request of this call that has been answered. */
function answered(giip: TestGiip, call: GiipCall): Promise<void> {
  return new Promise((resolve) => {
    giip.fail(call, ({ execute, answer, response }) => {
      response.once('finish', resolve);
      answer(execute());
    });
  });
}

async function watching(machine: Machine, ...words: readonly string[]): Promise<Running> {
  const running = machine.start('watch', '--json', ...words);
  await running.said('"outcome":"inSync"');
  return running;
}

describe('watch', () => {
  test('pushes an edit here, pulls what has changed there, and ends with 0 on SIGTERM', async ({
    machine,
    giip,
  }) => {
    machine.write('docs/a.md', 'a\n');
    const running = await watching(machine);
    expect(giip.doc('docs/a.md')).toBe('a\n');
    const pushed = answered(giip, 'put');
    giip.setDoc('docs/there.md', 'there\n');
    machine.write('docs/a.md', 'a, later\n');
    await pushed;
    await running.said('"pulled":["docs/there.md"]');
    expect(giip.doc('docs/a.md')).toBe('a, later\n');
    expect(machine.read('docs/there.md')).toBe('there\n');
    running.child.kill('SIGTERM');
    const { code, stdout } = await running.ended;
    expect(code).toBe(0);
    for (const line of stdout.trimEnd().split('\n'))
      expect(JSON.parse(line)).toMatchObject({ outcome: 'inSync' });
    expect(await machine.sync()).toMatchObject({ code: 0, pushed: [], pulled: [] });
  });

  test('follows files in folders that are made while it runs', async ({ machine, giip }) => {
    const running = await watching(machine);
    machine.write('docs/new/deep/a.md', 'a\n');
    await running.said('"pushed":["docs/new/deep/a.md"]');
    expect(giip.doc('docs/new/deep/a.md')).toBe('a\n');
    running.child.kill('SIGINT');
    expect((await running.ended).code).toBe(0);
  });

  test('goes on after a failure', async ({ machine, giip }) => {
    giip.fail('get', ({ response }) => void response.socket?.destroy(), 2);
    const running = machine.start('watch', '--json');
    await running.said('"outcome":"offline"');
    giip.heal();
    machine.write('docs/a.md', 'a\n');
    await running.said('"pushed":["docs/a.md"]');
    running.child.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
  });

  test('that is stopped in the middle of a request ends with 0, and the next sync knows what came of it', async ({
    machine,
    giip,
  }) => {
    const running = await watching(machine);
    const held = giip.hold('put');
    machine.write('docs/a.md', 'a\n');
    await held.arrived;
    running.child.kill('SIGTERM');
    await held.release();
    expect((await running.ended).code).toBe(0);
    expect(giip.doc('docs/a.md')).toBe('a\n');
    expect(await machine.sync()).toMatchObject({ code: 0, conflicts: [] });
  });
});

describe('a second instance on one folder', () => {
  test('ends with 75, whatever its state folder; looking is allowed', async ({ machine, giip }) => {
    machine.write('docs/a.md', 'a\n');
    const running = await watching(machine);
    for (const words of [[], ['--state-dir', `${machine.stateDir}-other`]]) {
      const refused = await machine.sync(...words);
      expect(refused).toMatchObject({ code: 75, outcome: 'busy', error: { code: 'busy' }, requests: 0 });
    }
    expect((await machine.run('resolve', '--all', '--take', 'mine')).code).toBe(75);
    expect((await machine.run('status')).code).toBe(0);
    expect((await machine.run('history')).code).toBe(0);
    expect((await machine.sync('--dry-run')).code).toBe(0);
    running.child.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
    expect((await machine.sync()).code).toBe(0);
    expect(giip.doc('docs/a.md')).toBe('a\n');
  });

  test('that was killed leaves no lock behind', async ({ machine }) => {
    const running = await watching(machine);
    const exit = once(running.child, 'exit');
    running.child.kill('SIGKILL');
    await exit;
    expect((await machine.sync()).code).toBe(0);
  });
});
