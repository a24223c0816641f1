import { spawnSync } from 'node:child_process';
import {
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
import { justBefore } from '../unit/workspace/faulty-files.ts';
import { inStep, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';
import { ownEngine } from './support/own-engine.ts';

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

  test('X05 a folder becomes a link between the scan and the write: nothing is written through it', async ({
    world,
  }) => {
    const { giip, machine } = world;
    giip.setDoc('docs/sub/old.md', 'old\n');
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: ['docs/sub/old.md'] });
    const folder = outside(machine);
    // The same text stands there, so that nothing but the link itself can stop the write.
    writeFileSync(join(folder, 'old.md'), 'old\n');
    const before = readTree(folder);
    const sub = join(machine.workspace, 'docs/sub');
    giip.setDoc('docs/sub/old.md', 'from GIIP\n');
    giip.setDoc('docs/sub/new.md', 'from GIIP\n');
    const end = giip.onBefore('get', () => {
      end();
      renameSync(sub, join(machine.root, 'moved'));
      symlinkSync(folder, sub);
    });
    const met = await syncInProcess(machine);
    expect(met).toMatchObject({ code: 1, error: { code: 'write-failed' }, pulled: [] });
    expect(readTree(folder)).toEqual(before);
    rmSync(sub);
    renameSync(join(machine.root, 'moved'), sub);
    const pulled = ['docs/sub/new.md', 'docs/sub/old.md'];
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled });
    await worksAgain(world);
  });

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
