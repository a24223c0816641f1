import { existsSync } from 'node:fs';
import { expect } from 'vitest';
import type { Machine } from './support/machine.ts';
import { readTree } from './support/read-tree.ts';
import { test } from './support/scenario-test.ts';

test('a dry run of a first sync writes nothing anywhere, uploads nothing and tells the plan', async ({
  machine,
  giip,
}) => {
  machine.write('docs/mine.md', 'mine\n');
  machine.write('docs/both.md', 'mine\n');
  giip.setDoc('docs/both.md', 'theirs\n');
  giip.setDoc('docs/theirs.md', 'theirs\n');
  const before = { here: readTree(machine.root), there: giip.content() };
  const report = await machine.sync('--dry-run');
  expect(report).toMatchObject({ code: 4, outcome: 'conflicts', pulled: [], pushed: [], merged: [] });
  expect(report.plan?.map(({ path, action, overwrites }) => ({ path, action, overwrites }))).toEqual([
    { path: 'docs/both.md', action: 'conflict', overwrites: false },
    { path: 'docs/mine.md', action: 'push', overwrites: false },
    { path: 'docs/theirs.md', action: 'pull', overwrites: false },
  ]);
  for (const { reason } of report.plan ?? []) expect(reason).toMatch(/^[A-Z].*\.$/);
  expect(readTree(machine.root)).toEqual(before.here);
  expect(existsSync(machine.stateDir)).toBe(false);
  expect(giip.content()).toBe(before.there);
  expect(giip.requests.every(({ call }) => call === 'get')).toBe(true);
});

test('a dry run on a known state leaves every byte of it', async ({ machine, giip }) => {
  machine.write('docs/a.md', 'one\ntwo\nthree\n');
  machine.write('docs/b.md', 'b\n');
  await machine.sync();
  machine.write('docs/a.md', 'ONE\ntwo\nthree\n');
  giip.setDoc('docs/a.md', 'one\ntwo\nTHREE\n');
  giip.setDoc('docs/b.md', 'b, later\n');
  const before = readTree(machine.root);
  giip.requests.length = 0;
  const report = await machine.sync('--dry-run');
  expect(report.plan?.map(({ path, action, overwrites }) => ({ path, action, overwrites }))).toEqual([
    { path: 'docs/a.md', action: 'merge', overwrites: true },
    { path: 'docs/b.md', action: 'pull', overwrites: true },
  ]);
  expect(readTree(machine.root)).toEqual(before);
  expect(giip.requests.every(({ call }) => call === 'get')).toBe(true);
  expect(await machine.sync()).toMatchObject({ code: 0, merged: ['docs/a.md'], pulled: ['docs/b.md'] });
});

test('status, history and a failed resolve leave every byte too', async ({ machine, giip }) => {
  for (const command of ['status', 'history']) {
    expect((await machine.run(command)).code).toBe(0);
    expect(existsSync(machine.stateDir)).toBe(false);
  }
  machine.write('docs/a.md', 'a\n');
  await machine.sync();
  const before = readTree(machine.root);
  giip.requests.length = 0;
  for (const command of ['status', 'history']) expect((await machine.run(command)).code).toBe(0);
  expect(readTree(machine.root)).toEqual(before);
  expect(giip.requests).toEqual([]);
});

test('a dry run says for people what would be done', async ({ machine, giip }) => {
  giip.setDoc('docs/theirs.md', 'theirs\n');
  const { code, stdout } = await machine.run('sync', '--dry-run');
  expect(code).toBe(0);
  expect(stdout).toContain('docs/theirs.md');
  expect(stdout).toContain('New on GIIP');
});

/** Without the database's own files: whoever opens it next folds in the log that a killed process has left. */
function besideDatabase(machine: Machine): Readonly<Record<string, string>> {
  const files = Object.entries(readTree(machine.root));
  return Object.fromEntries(files.filter(([path]) => !/\.db(-wal|-shm)?$/.test(path)));
}

test('a look after a killed sync leaves what that one left', async ({ machine, giip }) => {
  machine.write('docs/a.md', 'a\n');
  await machine.sync();
  machine.write('docs/a.md', 'a, later\n');
  giip.setDoc('docs/b.md', 'b\n');
  const held = giip.hold('put');
  const running = machine.start('sync');
  await held.arrived;
  running.child.kill('SIGKILL');
  await running.ended;
  const before = besideDatabase(machine);
  expect((await machine.run('status')).code).toBe(0);
  expect((await machine.run('history')).code).toBe(0);
  expect((await machine.sync('--dry-run')).code).toBe(0);
  expect(besideDatabase(machine)).toEqual(before);
  await held.release();
  expect(await machine.sync()).toMatchObject({ code: 0, conflicts: [] });
});
