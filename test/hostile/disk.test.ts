import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { mayMountHere } from '../scenario/support/may-mount.ts';
import { readTree } from '../scenario/support/read-tree.ts';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { always } from '../unit/workspace/faulty-files.ts';
import { sentHashes } from './support/answers.ts';
import { inStep, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';
import { ownEngine } from './support/own-engine.ts';

describe.runIf(mayMountHere())('disks', () => {
  test('D01 the disk is full: the old file stays, nothing is left behind, the hash is not kept', async ({
    world,
    mountDisk,
  }) => {
    const { giip, machine } = world;
    mountDisk(machine.workspace, '256k');
    await inStep(world);
    await syncInProcess(machine);
    const before = readTree(machine.workspace);
    giip.setDoc('docs/known.md', 'x'.repeat(400_000));
    giip.setDoc('docs/new.md', 'y'.repeat(400_000));
    const met = await syncInProcess(machine);
    expect(met).toMatchObject({ code: 1, pulled: [], error: { code: 'disk-full' } });
    expect(readTree(machine.workspace)).toEqual(before);
    await syncInProcess(machine);
    expect(sentHashes(world)).toMatchObject({ docHash: undefined });
    giip.setDoc('docs/known.md', 'small again\n');
    giip.removeDoc('docs/new.md');
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: ['docs/known.md'] });
    await worksAgain(world);
  });

  test('D02 the disk of our own data is full: nothing is sent until it can be written again', async ({
    world,
    mountDisk,
  }) => {
    const { giip, machine } = world;
    mountDisk(machine.stateDir, '512k');
    await inStep(world);
    giip.requests.length = 0;
    const filler = join(machine.stateDir, 'filler');
    const { bavail, bsize } = statfsSync(machine.stateDir);
    writeFileSync(filler, Buffer.alloc(bavail * bsize));
    machine.write('docs/mine.md', 'z'.repeat(100_000));
    machine.write('docs/known.md', 'edited\n');
    const met = await syncInProcess(machine);
    expect(met).toMatchObject({ code: 1, pushed: [] });
    expect(met.error?.code).toMatch(/^(?:disk-full|state-unusable)$/);
    expect(giip.requests.filter(({ call }) => call === 'put')).toEqual([]);
    rmSync(filler);
    expect(await syncInProcess(machine)).toMatchObject({
      code: 0,
      pushed: ['docs/known.md', 'docs/mine.md'],
    });
    await worksAgain(world);
  });

  test('D09 docs on another volume: refused in words, never copied in place', async ({
    world,
    mountDisk,
  }) => {
    const { giip, machine } = world;
    mountDisk(join(machine.workspace, 'docs'), '1m');
    machine.write('docs/mine.md', 'mine\n');
    giip.setDoc('docs/theirs.md', 'theirs\n');
    giip.setConfig('theirs.json', '{"theirs":1}');
    const met = await syncInProcess(machine);
    // What is here can still be sent; what comes in is left where it is.
    expect(met).toMatchObject({ code: 1, pulled: ['configs/theirs.json'], error: { code: 'write-failed' } });
    expect(Object.keys(readTree(join(machine.workspace, 'docs')))).toEqual(['mine.md']);
    expect(giip.doc('docs/mine.md')).toBe('mine\n');
    expect(met.error?.message).toContain('docs/theirs.md');
  });

  test('D11 a read-only disk: nothing is pulled, and it is said', async ({ world, mountDisk }) => {
    const { giip, machine } = world;
    mountDisk(machine.workspace, '1m');
    await inStep(world);
    giip.setDoc('docs/known.md', 'changed there\n');
    const before = readTree(machine.workspace);
    expect(spawnSync('mount', ['-o', 'remount,ro', machine.workspace]).status).toBe(0);
    const met = await syncInProcess(machine);
    expect(met).toMatchObject({ code: 1, pulled: [] });
    expect(met.error?.code).toMatch(/^(?:write-failed|workspace-unreadable)$/);
    expect(readTree(machine.workspace)).toEqual(before);
    expect(spawnSync('mount', ['-o', 'remount,rw', machine.workspace]).status).toBe(0);
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: ['docs/known.md'] });
    await worksAgain(world);
  });
});

test('D03 a disk error while reading: unreadable, and neither deleted nor empty nor pushed', async ({
  world,
}) => {
  const { giip, machine } = world;
  await inStep(world);
  machine.write('docs/known.md', 'edited\n');
  const isKnown = (path: unknown): boolean => String(path).endsWith('docs/known.md');
  const { cycle } = await ownEngine(world, { files: always('openSync', 'EIO', isKnown) });
  giip.setDoc('docs/good.md', 'good\n');
  const met = await cycle();
  expect(met).toMatchObject({ outcome: 'inSync', pulled: ['docs/good.md'], pushed: [], deletedHere: [] });
  expect(met.rejected.map(({ path }) => path)).toEqual(['docs/known.md']);
  expect(giip.doc('docs/known.md')).toBe('known\n');
  expect(await syncInProcess(machine)).toMatchObject({ code: 0, pushed: ['docs/known.md'], rejected: [] });
  await worksAgain(world);
});

const idOf = (text: string): string => createHash('sha256').update(text).digest('hex');

test('D06 D14 what a killed run left: its file is back before anything else, and only our own names go', async ({
  world,
}) => {
  const { giip, machine } = world;
  await inStep(world);
  const staging = join(machine.workspace, '.openclaw-sync');
  mkdirSync(staging, { recursive: true });
  // Killed between the move aside and the new file.
  const id = '0123456789abcdef';
  const note = { path: 'docs/known.md', expected: idOf('known\n'), replacement: idOf('new\n') };
  writeFileSync(join(staging, `${id}.old`), 'known\n');
  writeFileSync(join(staging, `${id}.new`), 'new\n');
  writeFileSync(join(staging, `${id}.note`), JSON.stringify(note));
  machine.remove('docs/known.md');
  // Killed while a new text was staged; and two files that are none of ours.
  writeFileSync(join(staging, 'fedcba9876543210.new'), 'half of a te');
  writeFileSync(join(staging, 'somebody-elses.txt'), 'theirs\n');
  writeFileSync(join(staging, 'fedcba9876543210.new.bak'), 'theirs\n');
  expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: [], pushed: [], deletedHere: [] });
  expect(machine.read('docs/known.md')).toBe('known\n');
  expect(giip.doc('docs/known.md')).toBe('known\n');
  expect(readdirSync(staging).sort()).toEqual(['fedcba9876543210.new.bak', 'somebody-elses.txt']);
  await worksAgain(world);
});

test('D10 a disk without hard links: everything is written all the same', async ({ world }) => {
  const { giip, machine } = world;
  const { cycle } = await ownEngine(world, { files: always('linkSync', 'EPERM') });
  giip.setDoc('docs/known.md', 'known\n');
  giip.setConfig('known.json', '{"known":1}');
  expect(await cycle()).toMatchObject({ pulled: ['configs/known.json', 'docs/known.md'] });
  giip.setDoc('docs/known.md', 'changed there\n');
  giip.setConfig('known.json', '{"known":2}');
  expect(await cycle()).toMatchObject({ outcome: 'inSync', pulled: ['configs/known.json', 'docs/known.md'] });
  expect(machine.read('docs/known.md')).toBe('changed there\n');
  expect(readdirSync(machine.workspace).sort()).toEqual(['configs', 'docs']);
  await worksAgain(world);
});
