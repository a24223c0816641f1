import { describe, expect } from 'vitest';
import type { TestGiip } from '../giip-server/start-test-giip.ts';
import type { Machine } from './support/machine.ts';
import { test } from './support/scenario-test.ts';

async function inStep(machine: Machine, giip: TestGiip): Promise<void> {
  machine.write('docs/a.md', 'a\n');
  machine.write('docs/b.md', 'b\n');
  machine.write('configs/c.json', '{"c":1}');
  expect(await machine.sync()).toMatchObject({ code: 0 });
  // The second push is the one before which GIIP is tested for keeping what a push does not name.
  machine.write('docs/d.md', 'd\n');
  expect(await machine.sync()).toMatchObject({ code: 0 });
  giip.requests.length = 0;
}

describe('a deletion here', () => {
  test('is remembered, shown and never undone', async ({ machine, giip }) => {
    await inStep(machine, giip);
    machine.remove('docs/a.md');
    expect(await machine.sync()).toMatchObject({
      code: 0,
      deletedHere: ['docs/a.md'],
      pulled: [],
      pushed: [],
    });
    giip.setDoc('docs/b.md', 'b, later\n');
    expect(await machine.sync()).toMatchObject({ deletedHere: ['docs/a.md'], pulled: ['docs/b.md'] });
    expect(machine.read('docs/a.md')).toBeNull();
    expect(giip.doc('docs/a.md')).toBe('a\n');
    expect(await machine.json('status')).toMatchObject({ code: 0, deletedHere: ['docs/a.md'], pending: [] });
  });

  test('is a conflict when GIIP changes the item; theirs brings it back', async ({ machine, giip }) => {
    await inStep(machine, giip);
    machine.remove('docs/a.md');
    await machine.sync();
    giip.setDoc('docs/a.md', 'a, later\n');
    expect(await machine.sync()).toMatchObject({
      code: 4,
      conflicts: [{ path: 'docs/a.md', kind: 'delete/edit' }],
    });
    expect(machine.read('docs/a.md')).toBeNull();
    expect((await machine.run('resolve', 'docs/a.md', '--take', 'server')).code).toBe(0);
    expect(await machine.sync()).toMatchObject({ code: 0, deletedHere: [] });
    expect(machine.read('docs/a.md')).toBe('a, later\n');
  });

  test('stays one when mine is taken', async ({ machine, giip }) => {
    await inStep(machine, giip);
    machine.remove('docs/a.md');
    giip.setDoc('docs/a.md', 'a, later\n');
    expect(await machine.sync()).toMatchObject({ code: 4 });
    expect((await machine.run('resolve', 'docs/a.md', '--take', 'mine')).code).toBe(0);
    expect(await machine.sync()).toMatchObject({ code: 0, deletedHere: ['docs/a.md'], conflicts: [] });
    expect([machine.read('docs/a.md'), giip.doc('docs/a.md')]).toEqual([null, 'a, later\n']);
  });

  test('ends when the file is made again', async ({ machine, giip }) => {
    await inStep(machine, giip);
    machine.remove('docs/a.md');
    await machine.sync();
    machine.write('docs/a.md', 'a, again\n');
    expect(await machine.sync()).toMatchObject({ code: 0, pushed: ['docs/a.md'], deletedHere: [] });
    expect(giip.doc('docs/a.md')).toBe('a, again\n');
  });
});

describe('an item that is gone on GIIP', () => {
  test('is kept and shown, and goes there again when it is edited', async ({ machine, giip }) => {
    await inStep(machine, giip);
    giip.removeDoc('docs/a.md');
    // Only an answer to a pull without a hash is known to be full: the one that proves a push, say.
    machine.write('docs/b.md', 'b, later\n');
    expect(await machine.sync()).toMatchObject({
      code: 0,
      goneOnServer: ['docs/a.md'],
      pushed: ['docs/b.md'],
    });
    expect(machine.read('docs/a.md')).toBe('a\n');
    expect(giip.doc('docs/a.md')).toBeUndefined();
    machine.write('docs/a.md', 'a, later\n');
    expect(await machine.sync()).toMatchObject({ code: 0, pushed: ['docs/a.md'], goneOnServer: [] });
    expect(giip.doc('docs/a.md')).toBe('a, later\n');
  });

  test('with all the others is nobody’s deletion', async ({ machine, giip }) => {
    await inStep(machine, giip);
    for (const path of ['docs/a.md', 'docs/b.md']) giip.removeDoc(path);
    giip.removeConfig('c.json');
    expect((await machine.sync()).code).toBe(0);
    expect([machine.read('docs/a.md'), machine.read('docs/b.md'), machine.read('configs/c.json')]).toEqual([
      'a\n',
      'b\n',
      '{"c":1}',
    ]);
    expect(giip.requests.filter(({ call }) => call === 'put')).toEqual([]);
  });
});
