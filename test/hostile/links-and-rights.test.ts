import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import type { Machine } from '../scenario/support/machine.ts';
import { readTree } from '../scenario/support/read-tree.ts';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { errno, filesWith, justBefore } from '../unit/workspace/faulty-files.ts';
import { inStep, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';
import { ownEngine } from './support/own-engine.ts';

const NOBODY = 65534;

/** A folder beside the workspace with a file in it, which nothing may change. */
function outside(machine: Machine): string {
  const folder = join(machine.root, 'outside');
  mkdirSync(join(folder, 'sub'), { recursive: true });
  writeFileSync(join(folder, 'secret.md'), 'secret\n');
  writeFileSync(join(folder, 'known.md'), 'not yours\n');
  return folder;
}

describe('links', () => {
  test.for(['docs', 'configs'])(
    'X03 %s is a link: its section pauses, nothing is deleted, the other goes on',
    async (section, { world }) => {
      const { giip, machine } = world;
      await inStep(world);
      const folder = outside(machine);
      const before = readTree(folder);
      renameSync(join(machine.workspace, section), join(machine.root, 'real'));
      symlinkSync(folder, join(machine.workspace, section));
      giip.setDoc('docs/known.md', 'changed there\n');
      giip.setDoc('docs/new.md', 'new\n');
      giip.setConfig('known.json', '{"known":"there"}');
      giip.setConfig('new.json', '{"new":1}');
      const met = await syncInProcess(machine);
      const other =
        section === 'docs' ? ['configs/known.json', 'configs/new.json'] : ['docs/known.md', 'docs/new.md'];
      expect(met).toMatchObject({ code: 0, pulled: other, pushed: [], deletedHere: [] });
      expect(met.rejected).toContainEqual({ path: `${section}/`, reason: 'a link is never followed' });
      expect(readTree(folder)).toEqual(before);
      rmSync(join(machine.workspace, section));
      renameSync(join(machine.root, 'real'), join(machine.workspace, section));
      const rest =
        section === 'docs' ? ['docs/known.md', 'docs/new.md'] : ['configs/known.json', 'configs/new.json'];
      expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: rest, rejected: [] });
      await worksAgain(world);
    },
  );

  test('X03 X04 a linked file and a linked folder: not read, not written, listed; nothing below is written', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    const folder = outside(machine);
    const before = readTree(folder);
    const docs = join(machine.workspace, 'docs');
    symlinkSync(join(folder, 'secret.md'), join(docs, 'secret.md'));
    symlinkSync(folder, join(docs, 'linked'));
    symlinkSync('/nowhere', join(docs, 'dangling.md'));
    rmSync(join(docs, 'known.md'));
    symlinkSync(join(folder, 'known.md'), join(docs, 'known.md'));
    for (const path of ['secret.md', 'linked/new.md', 'linked/sub/new.md', 'dangling.md', 'known.md'])
      giip.setDoc(`docs/${path}`, 'from GIIP\n');
    giip.setDoc('docs/good.md', 'good\n');
    const met = await syncInProcess(machine);
    expect(met).toMatchObject({ code: 0, pulled: ['docs/good.md'], pushed: [], deletedHere: [] });
    const listed = met.rejected.map(({ path }) => path);
    for (const path of ['docs/secret.md', 'docs/linked', 'docs/dangling.md', 'docs/known.md'])
      expect(listed).toContain(path);
    expect(readTree(folder)).toEqual(before);
    expect(JSON.stringify(giip.requests)).not.toContain('secret\\n');
    for (const name of ['secret.md', 'linked', 'dangling.md', 'known.md']) rmSync(join(docs, name));
    writeFileSync(join(docs, 'known.md'), 'known\n');
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, rejected: [] });
    await worksAgain(world);
  });

  test.for([
    ['a new document', 'docs/sub/new.md', 'linkSync'],
    ['a known document', 'docs/sub/old.md', 'linkSync'],
    ['a known document', 'docs/sub/old.md', 'renameSync'],
  ] as const)(
    'X05 the folder of %s (%s) becomes a link right before %s: aborted, nothing stays outside',
    async ([, path, call], { world }) => {
      const { giip, machine } = world;
      giip.setDoc('docs/sub/old.md', 'old\n');
      await inStep(world).catch(() => undefined);
      const folder = outside(machine);
      const before = readTree(folder);
      const sub = join(machine.workspace, 'docs/sub');
      const swap = (): void => {
        renameSync(sub, join(machine.root, 'moved'));
        symlinkSync(folder, sub);
      };
      const isOurs = (...args: readonly unknown[]): boolean => args.some((arg) => String(arg).endsWith(path));
      const { cycle } = await ownEngine(world, { files: justBefore(call, swap, isOurs) });
      giip.setDoc(path, 'from GIIP\n');
      const met = await cycle();
      expect(met).toMatchObject({ outcome: 'failed', error: { code: 'write-failed' }, pulled: [] });
      expect(readTree(folder)).toEqual(before);
      rmSync(sub);
      renameSync(join(machine.root, 'moved'), sub);
      await syncInProcess(machine);
      expect(machine.read('docs/sub/old.md')).toBe(path === 'docs/sub/old.md' ? 'from GIIP\n' : 'old\n');
      await syncInProcess(machine);
    },
  );

  test('X06 a hard link is LOCAL, and a change from GIIP does not reach the other name', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    const secret = join(outside(machine), 'secret.md');
    linkSync(secret, join(machine.workspace, 'docs/hard.md'));
    expect(await syncInProcess(machine)).toMatchObject({
      code: 0,
      pushed: [],
      rejected: [{ path: 'docs/hard.md' }],
    });
    giip.setDoc('docs/hard.md', 'from GIIP\n');
    const { ino } = statSync(secret);
    expect(await syncInProcess(machine)).toMatchObject({
      code: 0,
      pulled: [],
      rejected: [{ path: 'docs/hard.md' }],
    });
    expect(readFileSync(secret, 'utf8')).toBe('secret\n');
    expect(statSync(secret).ino).toBe(ino);
    expect(JSON.stringify(giip.requests)).not.toContain('secret\\n');
    machine.remove('docs/hard.md');
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: ['docs/hard.md'], rejected: [] });
    await worksAgain(world);
  });
});

test('X07 a pipe, a socket and a folder with a file’s name are never opened, and nothing waits for them', async ({
  world,
}) => {
  const { giip, machine } = world;
  await inStep(world);
  const docs = join(machine.workspace, 'docs');
  expect(spawnSync('mkfifo', [join(docs, 'pipe.md')]).status).toBe(0);
  const server = createServer();
  await new Promise<void>((listening) => server.listen(join(docs, 'socket.md'), listening));
  onTestFinished(() => new Promise<void>((closed) => void server.close(() => closed())));
  mkdirSync(join(docs, 'folder.md'));
  for (const name of ['pipe.md', 'socket.md', 'folder.md', 'good.md'])
    giip.setDoc(`docs/${name}`, 'from GIIP\n');
  const met = await syncInProcess(machine);
  expect(met.pulled).toEqual(['docs/good.md']);
  const listed = met.rejected.map(({ path, reason }) => `${path}: ${reason}`);
  expect(listed).toContain('docs/pipe.md: not an ordinary file');
  expect(listed).toContain('docs/socket.md: not an ordinary file');
  expect(lstatSync(join(docs, 'pipe.md')).isFIFO()).toBe(true);
  expect(lstatSync(join(docs, 'folder.md')).isDirectory()).toBe(true);
  for (const name of ['pipe.md', 'socket.md', 'folder.md']) rmSync(join(docs, name), { recursive: true });
  expect((await syncInProcess(machine)).pulled).toEqual(
    ['folder', 'pipe', 'socket'].map((n) => `docs/${n}.md`),
  );
  await worksAgain(world);
});

describe('rights', () => {
  test('X01 a read-only file is left as it is, with its rights; the others go on', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    for (const path of ['docs/known.md', 'configs/known.json'])
      chmodSync(join(machine.workspace, path), 0o444);
    giip.setDoc('docs/known.md', 'changed there\n');
    giip.setConfig('known.json', '{"known":2}');
    giip.setDoc('docs/good.md', 'good\n');
    const met = await syncInProcess(machine);
    expect(met).toMatchObject({ code: 1, error: { code: 'write-failed' }, pulled: ['docs/good.md'] });
    expect(machine.read('docs/known.md')).toBe('known\n');
    for (const path of ['docs/known.md', 'configs/known.json']) {
      expect(statSync(join(machine.workspace, path)).mode & 0o777).toBe(0o444);
      chmodSync(join(machine.workspace, path), 0o640);
    }
    expect(await syncInProcess(machine)).toMatchObject({
      code: 0,
      pulled: ['configs/known.json', 'docs/known.md'],
    });
    expect(statSync(join(machine.workspace, 'docs/known.md')).mode & 0o777).toBe(0o640);
    await worksAgain(world);
  });

  test('X02 on Windows a file that an antivirus holds for a moment is written in the end', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    let left = 3;
    const rename: typeof renameSync = (from, to) => {
      left -= 1;
      if (left >= 0) throw errno('EBUSY');
      renameSync(from, to);
    };
    const { cycle } = await ownEngine(world, { files: filesWith({ renameSync: rename }), platform: 'win32' });
    giip.setDoc('docs/known.md', 'changed there\n');
    expect(await cycle()).toMatchObject({ outcome: 'inSync', pulled: ['docs/known.md'] });
    expect(machine.read('docs/known.md')).toBe('changed there\n');
    expect(left).toBeLessThan(0);
  });

  test.runIf(process.getuid?.() === 0)(
    'X08 a file that may not be read is LOCAL and no deletion',
    async ({ world }) => {
      const { giip, machine } = world;
      machine.write('docs/secret.md', 'secret\n');
      machine.write('docs/sub/below.md', 'below\n');
      await syncInProcess(machine);
      const all = spawnSync('chown', ['-R', `${NOBODY}:${NOBODY}`, machine.root]);
      expect(all.status).toBe(0);
      const paths = ['docs/secret.md', 'docs/sub'].map((path) => join(machine.workspace, path));
      for (const path of paths) chmodSync(path, 0);
      giip.setDoc('docs/secret.md', 'changed there\n');
      const as = { uid: NOBODY, gid: NOBODY, env: machine.environment };
      const met = JSON.parse((await machine.runWith(as, 'sync', '--json')).stdout);
      expect(met).toMatchObject({ outcome: 'inSync', pushed: [], pulled: [], deletedHere: [] });
      expect(met.rejected.map(({ path }: { path: string }) => path)).toEqual(['docs/secret.md', 'docs/sub/']);
      for (const path of paths) chmodSync(path, 0o755);
      expect(machine.read('docs/secret.md')).toBe('secret\n');
      const again = JSON.parse((await machine.runWith(as, 'sync', '--json')).stdout);
      expect(again).toMatchObject({ outcome: 'inSync', pulled: ['docs/secret.md'], rejected: [] });
    },
  );
});

// The research pulls it once more; by design a file that is gone here is deleted here, and that is shown.
test('X11 a pulled file that an antivirus removes: shown as deleted here, no loop', async ({ world }) => {
  const { giip, machine } = world;
  await inStep(world);
  giip.setDoc('docs/eicar.md', 'X5O!P%@AP\n');
  await syncInProcess(machine);
  machine.remove('docs/eicar.md');
  giip.requests.length = 0;
  for (let n = 0; n < 5; n += 1)
    expect(await syncInProcess(machine)).toMatchObject({
      pulled: [],
      pushed: [],
      deletedHere: ['docs/eicar.md'],
    });
  expect(giip.requests.filter(({ call }) => call === 'put')).toEqual([]);
  expect(giip.doc('docs/eicar.md')).toBe('X5O!P%@AP\n');
});

test('X12 two started together: the second ends with 75 and touches nothing', async ({ world }) => {
  const { giip, machine } = world;
  await inStep(world);
  const held = giip.hold('get');
  const first = machine.start('sync');
  await held.arrived;
  machine.write('docs/mine.md', 'mine\n');
  expect(await syncInProcess(machine)).toMatchObject({ code: 75, outcome: 'busy', requests: 0, pushed: [] });
  await held.release();
  expect((await first.ended).code).toBe(0);
  await syncInProcess(machine);
  await worksAgain(world);
});
