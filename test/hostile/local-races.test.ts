import { appendFileSync, mkdirSync, readdirSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { readTree } from '../scenario/support/read-tree.ts';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { filesWith } from '../unit/workspace/faulty-files.ts';
import { inStep, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';
import { ownEngine } from './support/own-engine.ts';

describe('somebody types meanwhile', () => {
  test.for([
    ['L01 in place', (file: string) => writeFileSync(file, 'typed meanwhile\n')],
    [
      'L02 by an atomic save',
      (file: string) => {
        writeFileSync(`${file}.part`, 'typed meanwhile\n');
        renameSync(`${file}.part`, file);
      },
    ],
  ] as const)('%s, between the scan and the write: HOLD, the edit stays', async ([, type], { world }) => {
    const { giip, machine } = world;
    await inStep(world);
    giip.setDoc('docs/known.md', 'changed there\n');
    giip.setDoc('docs/new.md', 'new there\n');
    const end = giip.onBefore('get', () => {
      end();
      for (const path of ['docs/known.md', 'docs/new.md']) type(join(machine.workspace, path));
    });
    for (let n = 0; n < 2; n += 1) await syncInProcess(machine);
    const conflicts = [
      { path: 'docs/known.md', kind: 'edit/edit' },
      { path: 'docs/new.md', kind: 'new/new' },
    ];
    expect(await syncInProcess(machine)).toMatchObject({ code: 4, pulled: [], pushed: [], conflicts });
    for (const path of ['docs/known.md', 'docs/new.md']) expect(machine.read(path)).toBe('typed meanwhile\n');
    expect([giip.doc('docs/known.md'), giip.doc('docs/new.md')]).toEqual(['changed there\n', 'new there\n']);
    expect((await machine.run('resolve', '--all', '--take', 'server')).code).toBe(0);
    await worksAgain(world);
  });

  test('L03 a file that is deleted while it is pushed is not made again by the look after it', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    machine.write('docs/known.md', 'edited\n');
    const end = giip.onBefore('put', () => {
      end();
      machine.remove('docs/known.md');
    });
    for (let n = 0; n < 3; n += 1) await syncInProcess(machine);
    expect(machine.read('docs/known.md')).toBeNull();
    expect(giip.doc('docs/known.md')).toBe('edited\n');
    expect((await syncInProcess(machine)).deletedHere).toEqual(['docs/known.md']);
  });

  test('L10 a file that changes on every look is passed over and listed; the others go on', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    machine.write('docs/busy.md', '0');
    // Whoever has just read it finds out that it has grown since.
    const read = (file: number, buffer: Buffer, offset: number, length: number, position: number): number => {
      const count = readSync(file, buffer, offset, length, position);
      if (buffer.toString('utf8', 0, 1) === '0') appendFileSync(join(machine.workspace, 'docs/busy.md'), '0');
      return count;
    };
    const own = await ownEngine(world, { files: filesWith({ readSync: read as typeof readSync }) });
    giip.setDoc('docs/good.md', 'good\n');
    const met = await own.cycle();
    expect(met).toMatchObject({ outcome: 'inSync', pulled: ['docs/good.md'], pushed: [] });
    expect(met.rejected).toEqual([{ path: 'docs/busy.md', reason: 'changing on every look' }]);
    expect(giip.doc('docs/busy.md')).toBeUndefined();
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pushed: ['docs/busy.md'], rejected: [] });
    await worksAgain(world);
  });
});

describe('names that move', () => {
  test('L04 a renamed file: the new name is pushed, the old one stays on GIIP and is shown', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    renameSync(join(machine.workspace, 'docs/known.md'), join(machine.workspace, 'docs/renamed.md'));
    const shown = { code: 0, deletedHere: ['docs/known.md'] };
    expect(await syncInProcess(machine)).toMatchObject({ ...shown, pushed: ['docs/renamed.md'] });
    expect(await syncInProcess(machine)).toMatchObject({ ...shown, pushed: [], pulled: [] });
    expect([...giip.content().docs]).toEqual([
      ['docs/known.md', 'known\n'],
      ['docs/renamed.md', 'known\n'],
    ]);
  });

  // Where case counts, the two names are two files: neither is written over the other, no second item is made.
  test('L05 a rename that only changes case makes no second item on GIIP', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    renameSync(join(machine.workspace, 'docs/known.md'), join(machine.workspace, 'docs/Known.md'));
    for (let n = 0; n < 2; n += 1) {
      const met = await syncInProcess(machine);
      expect(met).toMatchObject({ code: 0, pushed: [], pulled: [], deletedHere: [] });
      expect(met.rejected.map(({ path }) => path)).toContain('docs/Known.md');
    }
    expect([...giip.content().docs.keys()]).toEqual(['docs/known.md']);
    expect(readdirSync(join(machine.workspace, 'docs'))).toEqual(['Known.md']);
    renameSync(join(machine.workspace, 'docs/Known.md'), join(machine.workspace, 'docs/known.md'));
    await worksAgain(world);
  });

  test.for([
    ['gone', 'workspace-missing', 2],
    ['another folder', 'workspace-replaced', 1],
  ] as const)(
    'L06 the folder is %s: PAUSE, nothing is made anew, nothing is sent',
    async ([what, code, exit], { world }) => {
      const { giip, machine } = world;
      await inStep(world);
      const moved = join(machine.root, 'moved');
      renameSync(machine.workspace, moved);
      if (what === 'another folder') mkdirSync(join(machine.workspace, 'docs'), { recursive: true });
      giip.requests.length = 0;
      const before = readTree(moved);
      const met = await syncInProcess(machine);
      expect(met).toMatchObject({ code: exit, error: { code }, requests: 0 });
      rmSync(machine.workspace, { recursive: true, force: true });
      expect(readTree(moved)).toEqual(before);
      expect(giip.requests).toEqual([]);
      renameSync(moved, machine.workspace);
      await worksAgain(world);
    },
  );
});
