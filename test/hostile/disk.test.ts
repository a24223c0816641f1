import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { describe, expect, onTestFinished } from 'vitest';
import { startTestGiip } from '../giip-server/start-test-giip.ts';
import type { Machine } from '../scenario/support/machine.ts';
import { readTree } from '../scenario/support/read-tree.ts';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { always } from '../unit/workspace/faulty-files.ts';
import { sentHashes } from './support/answers.ts';
import { inStep, type World, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';
import { ownEngine } from './support/own-engine.ts';

/** What may be mounted: by root, where the system lets it. */
const mayMount =
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

/** The databases of this computer: one, as long as it knows one GIIP. */
function databases(machine: Machine): readonly string[] {
  const folder = join(machine.stateDir, 'state');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .map((name) => join(folder, name));
}

/** In processes of their own: in this one the binding may still have the database open. */
async function inStepByCommand({ giip, machine }: World): Promise<void> {
  giip.setDoc('docs/known.md', 'known\n');
  expect(await machine.sync()).toMatchObject({ code: 0, pulled: ['docs/known.md'] });
  machine.write('docs/known.md', 'edited here\n');
  giip.setDoc('docs/known.md', 'changed there\n');
}

function neitherSideChanged({ giip, machine }: World): void {
  expect(machine.read('docs/known.md')).toBe('edited here\n');
  expect(giip.doc('docs/known.md')).toBe('changed there\n');
}

describe.runIf(mayMount)('disks', () => {
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

function halfOf(bytes: Buffer): Buffer {
  return bytes.fill(0, Math.floor(bytes.length / 2));
}

function turned(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte, n) => (n % 12 === 0 ? byte ^ 1 : byte)));
}

describe('our own data is damaged', () => {
  test.for([
    ['gone', (file: string) => rmSync(file)],
    ['empty', (file: string) => truncateSync(file)],
  ] as const)(
    'D07 %s: as on a first sync, nothing is overwritten and nothing is deleted',
    async ([, damage], { world }) => {
      const { machine } = world;
      await inStepByCommand(world);
      for (const file of databases(machine)) damage(file);
      expect(await machine.sync()).toMatchObject({
        code: 4,
        pulled: [],
        conflicts: [{ path: 'docs/known.md', kind: 'new/new' }],
      });
      neitherSideChanged(world);
      expect((await machine.run('resolve', '--all', '--take', 'mine')).code).toBe(0);
      expect(await machine.sync()).toMatchObject({ code: 0, pushed: ['docs/known.md'] });
    },
  );

  // No older generation is guessed: the command says what is wrong, and touches neither side.
  test.for([
    ['cut off in the middle', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2) + 7)],
    [
      'overwritten with noise',
      (file: string) => writeFileSync(file, Buffer.alloc(statSync(file).size, 0xa5)),
    ],
    ['with its second half zeros', (file: string) => writeFileSync(file, halfOf(readFileSync(file)))],
    ['with every hundredth bit turned', (file: string) => writeFileSync(file, turned(readFileSync(file)))],
  ] as const)('D07 %s: said, and neither side is touched', async ([, damage], { world }) => {
    const { giip, machine } = world;
    await inStepByCommand(world);
    for (const file of databases(machine)) damage(file);
    giip.requests.length = 0;
    const met = await machine.sync();
    expect(met).toMatchObject({ code: 1, error: { code: 'state-unusable' }, pulled: [], pushed: [] });
    expect(giip.requests).toEqual([]);
    neitherSideChanged(world);
    rmSync(machine.stateDir, { recursive: true });
    expect(await machine.sync()).toMatchObject({ code: 4 });
    neitherSideChanged(world);
  });

  test('D08 written by a newer version: refused in words, with no request', async ({ world }) => {
    const { giip, machine } = world;
    await inStepByCommand(world);
    for (const file of databases(machine)) {
      const database = new Libsql(file);
      database.exec('PRAGMA user_version = 9999');
      database.close();
    }
    giip.requests.length = 0;
    expect(await machine.sync()).toMatchObject({ code: 1, error: { code: 'state-newer' } });
    expect(giip.requests).toEqual([]);
    neitherSideChanged(world);
  });

  test('D07 the data of another GIIP is never taken for this one’s', async ({ world }) => {
    const { machine } = world;
    await inStep(world);
    const other = await startTestGiip();
    onTestFinished(() => other.close());
    other.setDoc('docs/known.md', 'of another GIIP\n');
    const met = await syncInProcess(machine, '--api-url', other.url);
    expect(met).toMatchObject({ code: 4, conflicts: [{ path: 'docs/known.md', kind: 'new/new' }] });
    expect(machine.read('docs/known.md')).toBe('known\n');
  });
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
