import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { TestGiip } from '../giip-server/start-test-giip.ts';
import type { Machine } from './support/machine.ts';
import { test } from './support/scenario-test.ts';

/** Both sides have edited the same line. */
async function inConflict(machine: Machine, giip: TestGiip, ...paths: readonly string[]): Promise<void> {
  for (const path of paths) machine.write(path, 'start\nmiddle\nend\n');
  expect(await machine.sync()).toMatchObject({ code: 0 });
  for (const path of paths) machine.write(path, 'start\nmine\nend\n');
  for (const path of paths) giip.setDoc(path, 'start\ntheirs\nend\n');
  expect(await machine.sync()).toMatchObject({
    code: 4,
    outcome: 'conflicts',
    conflicts: paths.map((path) => ({ path, kind: 'edit/edit' })),
    pushed: [],
  });
}

async function expectBoth(machine: Machine, giip: TestGiip, path: string, text: string): Promise<void> {
  expect(await machine.sync()).toMatchObject({ code: 0, outcome: 'inSync', conflicts: [] });
  expect([machine.read(path), giip.doc(path)]).toEqual([text, text]);
  expect(await machine.sync()).toMatchObject({ code: 0, pulled: [], pushed: [], requests: 1 });
}

describe('a conflict', () => {
  test('leaves both sides as they are, holds up nothing else and is told by status', async ({
    machine,
    giip,
  }) => {
    await inConflict(machine, giip, 'docs/a.md');
    machine.write('docs/other.md', 'other\n');
    expect(await machine.sync()).toMatchObject({ code: 4, pushed: ['docs/other.md'] });
    expect([machine.read('docs/a.md'), giip.doc('docs/a.md')]).toEqual([
      'start\nmine\nend\n',
      'start\ntheirs\nend\n',
    ]);
    giip.requests.length = 0;
    expect(await machine.json('status')).toMatchObject({
      code: 4,
      outcome: 'conflicts',
      conflicts: [{ path: 'docs/a.md', kind: 'edit/edit' }],
      requests: 0,
    });
    expect(giip.requests).toEqual([]);
  });

  test('is settled with mine', async ({ machine, giip }) => {
    await inConflict(machine, giip, 'docs/a.md');
    expect(await machine.json('resolve', 'docs/a.md', '--take', 'mine')).toMatchObject({
      code: 0,
      resolved: ['docs/a.md'],
    });
    await expectBoth(machine, giip, 'docs/a.md', 'start\nmine\nend\n');
  });

  test('is settled with the server’s, and mine is in the history', async ({ machine, giip }) => {
    await inConflict(machine, giip, 'docs/a.md');
    // A person may name the file as their shell completes it.
    const file = join(machine.workspace, 'docs', 'a.md');
    expect((await machine.run('resolve', file, '--take', 'server')).code).toBe(0);
    await expectBoth(machine, giip, 'docs/a.md', 'start\ntheirs\nend\n');
    const { stdout } = await machine.run('history', 'docs/a.md', '--json');
    const [newest] = (JSON.parse(stdout) as { versions: { id: string; origin: string }[] }).versions.filter(
      ({ origin }) => origin === 'local',
    );
    expect((await machine.run('restore', 'docs/a.md', '--version', newest?.id ?? '')).code).toBe(0);
    expect(machine.read('docs/a.md')).toBe('start\nmine\nend\n');
  });

  test('is settled with a file', async ({ machine, giip }) => {
    await inConflict(machine, giip, 'docs/a.md');
    const file = join(machine.root, 'joined.txt');
    writeFileSync(file, 'start\nmine and theirs\nend\n');
    expect((await machine.run('resolve', 'docs/a.md', '--file', file)).code).toBe(0);
    await expectBoth(machine, giip, 'docs/a.md', 'start\nmine and theirs\nend\n');
  });

  test('is settled with both: GIIP’s becomes a second file', async ({ machine, giip }) => {
    await inConflict(machine, giip, 'docs/a.md', 'docs/b.md');
    expect(await machine.json('resolve', '--all', '--take', 'both')).toMatchObject({ code: 0 });
    await expectBoth(machine, giip, 'docs/a.md', 'start\nmine\nend\n');
    const copies = [...giip.content().docs].filter(([name]) => name.includes(' (GIIP '));
    expect(copies.map(([name]) => name.replace(/\d/g, '0'))).toEqual([
      'docs/a (GIIP 0000-00-00 00.00).md',
      'docs/b (GIIP 0000-00-00 00.00).md',
    ]);
    for (const [name, text] of copies)
      expect([machine.read(name), text]).toEqual([text, 'start\ntheirs\nend\n']);
  });

  test('is one of many that --all settles', async ({ machine, giip }) => {
    await inConflict(machine, giip, 'docs/a.md', 'docs/b.md', 'docs/c.md');
    expect(await machine.json('resolve', '--all', '--take', 'server')).toMatchObject({
      code: 0,
      resolved: ['docs/a.md', 'docs/b.md', 'docs/c.md'],
    });
    await expectBoth(machine, giip, 'docs/b.md', 'start\ntheirs\nend\n');
  });

  test('is one again when GIIP moved on after the decision', async ({ machine, giip }) => {
    await inConflict(machine, giip, 'docs/a.md');
    expect((await machine.run('resolve', 'docs/a.md', '--take', 'mine')).code).toBe(0);
    giip.setDoc('docs/a.md', 'start\ntheirs, later\nend\n');
    expect(await machine.sync()).toMatchObject({
      code: 4,
      conflicts: [{ path: 'docs/a.md', kind: 'edit/edit' }],
    });
    expect(giip.doc('docs/a.md')).toBe('start\ntheirs, later\nend\n');
    expect(machine.read('docs/a.md')).toBe('start\nmine\nend\n');
  });

  test('ends by itself when the sides become equal', async ({ machine, giip }) => {
    await inConflict(machine, giip, 'docs/a.md');
    machine.write('docs/a.md', 'start\ntheirs\nend\n');
    await expectBoth(machine, giip, 'docs/a.md', 'start\ntheirs\nend\n');
  });
});

describe('resolve', () => {
  test.for([
    { words: [], why: 'neither a path nor --all' },
    { words: ['docs/a.md'], why: 'no decision' },
    { words: ['docs/a.md', '--take', 'neither'], why: 'an unknown side' },
    { words: ['docs/a.md', '--all', '--take', 'mine'], why: 'a path and --all' },
    { words: ['docs/a.md', '--take', 'mine', '--file', 'x'], why: 'two decisions' },
    { words: ['--all', '--file', 'x'], why: 'one file for all' },
    { words: ['docs/a.md', '--file', '/does/not/exist'], why: 'a file that is not there' },
  ])('refuses $why', async ({ words }, { machine, giip }) => {
    expect(await machine.json('resolve', ...words)).toMatchObject({
      code: 2,
      outcome: 'usage',
      resolved: [],
      error: { code: 'usage' },
    });
    expect(giip.requests).toEqual([]);
  });

  test('says that there is no such conflict', async ({ machine }) => {
    expect(await machine.json('resolve', 'docs/a.md', '--take', 'mine')).toMatchObject({
      code: 1,
      error: { code: 'no-such-conflict' },
    });
  });
});
