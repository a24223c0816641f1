import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { inProject } from '../../build/project-paths.mjs';
import { contentId } from '../../electron/workspace/content-id.ts';
import type { Machine, Synced, SyncJson } from '../scenario/support/machine.ts';
import { readFiles } from '../scenario/support/read-tree.ts';
import type { DiskBench } from './support/disk-bench.ts';
import { expectNothingLost, treasureOf } from './support/expectations.ts';
import { test } from './support/faults-test.ts';
import { Mounts } from './support/mounts.ts';
import { type Ended, runToEnd } from './support/run-to-end.ts';

const NOBODY = 65_534;
/** Nothing that stores it can make it smaller. */
const LONG = Array.from({ length: 2_000 }, (_, n) => `${contentId(String(n))}\n`).join('');

/** It ended as documented, with a sentence for people. */
function expectFailure(
  report: Pick<Synced, 'code' | 'error'>,
  code: number,
  ...errors: readonly string[]
): void {
  expect(report.code, JSON.stringify(report)).toBe(code);
  expect(errors, JSON.stringify(report)).toContain(report.error?.code);
  expect(report.error?.message).toMatch(/^[A-Z].*[.)]$/);
}

function expectNoEmptyFile({ workspace }: Machine): void {
  const empty = readFiles(workspace).filter(([, bytes]) => bytes.length === 0);
  expect(empty.map(([path]) => path).filter((path) => !path.endsWith('/lock'))).toEqual([]);
}

/** The fault is over: in step, nothing lost, nothing of ours left, and a further sync has nothing to do. */
async function expectHealed(disk: DiskBench, before: ReadonlySet<string>): Promise<void> {
  const { code, error } = await disk.machine.sync();
  expect({ code, error }).toEqual({ code: 0, error: undefined });
  expect([...disk.here()].sort()).toEqual([...disk.there()].sort());
  expectNothingLost(disk, before, 'healed');
  expect(disk.staging()).toBeNull();
  expect(await disk.idle()).toEqual({ code: 0, error: undefined, isVerified: true, moved: [] });
}

async function inStep(disk: DiskBench): Promise<void> {
  disk.people({ here: { 'docs/a.md': 'a\n', 'docs/b.md': 'b\n', 'configs/c.json': '{"c":1}' } });
  expect((await disk.machine.sync()).code).toBe(0);
}

describe.runIf(process.getuid?.() === 0)('places that fail', () => {
  test('the disk of the folder is full', async ({ disk }) => {
    using mounts = new Mounts();
    const { machine, giip } = disk;
    mounts.tmpfs(machine.workspace, '64k');
    await inStep(disk);
    giip.setDoc('docs/a.md', LONG);
    giip.setDoc('docs/new.md', LONG);
    machine.write('docs/b.md', 'mine\n');
    const before = treasureOf(disk);
    const report = await machine.sync();
    expectFailure(report, 1, 'disk-full');
    expect([machine.read('docs/a.md'), machine.read('docs/new.md')]).toEqual(['a\n', null]);
    expect(giip.doc('docs/b.md')).toBe('mine\n');
    expectNoEmptyFile(machine);
    expect(disk.staging()).toBeNull();
    mounts.resize(machine.workspace, '8m');
    await expectHealed(disk, before);
  });

  test('the disk of the state is full, at one point after another', async ({ disk }) => {
    using mounts = new Mounts();
    const { machine, giip } = disk;
    mkdirSync(machine.stateDir, { recursive: true });
    mounts.tmpfs(machine.stateDir, '256k');
    await inStep(disk);
    for (const name of ['p', 'q', 'r']) giip.setDoc(`docs/${name}.md`, `${name}\n${LONG}`);
    machine.write('docs/b.md', `${LONG}mine\n`);
    const before = treasureOf(disk);
    let failures = 0;
    for (let size = 256; size < 8_192; size += 32) {
      mounts.resize(machine.stateDir, `${size}k`);
      const report = await machine.sync();
      expectNoEmptyFile(machine);
      if (report.code === 0) break;
      expectFailure(report, 1, 'disk-full');
      failures += 1;
    }
    expect(failures).toBeGreaterThan(3);
    mounts.resize(machine.stateDir, '64m');
    await expectHealed(disk, before);
  });

  test('a state folder without any room', async ({ disk }) => {
    using mounts = new Mounts();
    const { machine, giip } = disk;
    mkdirSync(machine.stateDir, { recursive: true });
    mounts.tmpfs(machine.stateDir, '4k');
    machine.write('docs/a.md', 'mine\n');
    giip.setDoc('docs/b.md', 'theirs\n');
    const before = treasureOf(disk);
    expectFailure(await machine.sync(), 1, 'disk-full', 'state-unusable');
    expect(giip.requests.filter(({ call }) => call === 'put')).toEqual([]);
    mounts.resize(machine.stateDir, '64m');
    await expectHealed(disk, before);
  });

  test('a folder that is mounted read-only: pulls wait, pushes go', async ({ disk }) => {
    using mounts = new Mounts();
    const { machine, giip } = disk;
    await inStep(disk);
    giip.setDoc('docs/a.md', 'theirs\n');
    machine.write('docs/b.md', 'mine\n');
    const before = treasureOf(disk);
    mounts.bind(machine.workspace, machine.workspace);
    mounts.makeReadOnly(machine.workspace);
    expectFailure(await machine.sync(), 1, 'write-failed');
    expect(machine.read('docs/a.md')).toBe('a\n');
    expect(giip.doc('docs/b.md')).toBe('mine\n');
    mounts.unmount(machine.workspace);
    await expectHealed(disk, before);
  });

  test('a folder inside that another user owns', async ({ disk }) => {
    const { machine, giip } = disk;
    machine.write('docs/locked/x.md', 'x\n');
    await inStep(disk);
    for (const path of ['', 'docs', 'configs', 'docs/a.md', 'docs/b.md', 'configs/c.json'])
      chownSync(join(machine.workspace, path), NOBODY, NOBODY);
    for (const folder of [machine.root, machine.home]) chmodSync(folder, 0o755);
    for (const path of ['docs/locked', 'docs/locked/x.md']) chmodSync(join(machine.workspace, path), 0o755);
    giip.setDoc('docs/locked/x.md', 'X\n');
    giip.setDoc('docs/a.md', 'A\n');
    const before = treasureOf(disk);
    const own = join(machine.root, 'own-state');
    mkdirSync(own);
    chmodSync(own, 0o777);
    const as = { uid: NOBODY, gid: NOBODY, env: machine.environment };
    const refused = await machine.runWith(as, 'sync', '--json', '--state-dir', own);
    // A state of its own knows no base: what differs is a conflict, never an overwrite.
    expect([1, 4]).toContain(refused.code);
    expect(machine.read('docs/locked/x.md')).toBe('x\n');
    expectNoEmptyFile(machine);
    await expectHealed(disk, before);
  });

  test('too few files may be open', async ({ disk }) => {
    const { machine, giip } = disk;
    await inStep(disk);
    let [said, silent] = [0, 0];
    for (let limit = 16; limit <= 44; limit += 4) {
      giip.setDoc('docs/a.md', `theirs ${limit}\n`);
      machine.write('docs/b.md', `mine ${limit}\n`);
      const before = treasureOf(disk);
      const { code, stdout, stderr } = await limited(machine, limit);
      if (stdout === '') silent += 1;
      else {
        const { error } = JSON.parse(stdout) as SyncJson;
        expect([0, 1, 5], `${limit}: ${stdout}${stderr}`).toContain(code);
        expect(error?.code, `${limit}: ${stdout}${stderr}`).not.toBe('unexpected');
        said += 1;
      }
      expectNoEmptyFile(machine);
      await expectHealed(disk, before);
    }
    // Below some limit the runtime itself cannot start; that is no word of ours.
    expect(said).toBeGreaterThan(silent);
  });

  test('a folder that is unmounted between two syncs', async ({ disk }) => {
    using mounts = new Mounts();
    const { machine, giip } = disk;
    const drive = join(machine.root, 'drive');
    mkdirSync(drive);
    mounts.bind(drive, machine.workspace);
    await inStep(disk);
    const before = treasureOf(disk);
    mounts.unmount(machine.workspace);
    giip.requests.length = 0;
    expectFailure(await machine.sync(), 1, 'workspace-replaced');
    expect(giip.requests).toEqual([]);
    mounts.bind(drive, machine.workspace);
    await expectHealed(disk, before);
  });
});

/** The built program with so many open files at most. */
function limited({ connection, environment }: Machine, files: number): Promise<Ended> {
  const words = [process.execPath, inProject('out', 'cli.mjs'), 'sync', ...connection, '--json'];
  return runToEnd('prlimit', [`--nofile=${files}:${files}`, ...words], environment);
}
