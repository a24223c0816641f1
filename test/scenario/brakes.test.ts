import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import { describe, expect } from 'vitest';
import type { Machine } from './support/machine.ts';
import { test } from './support/scenario-test.ts';

const NAMES = Array.from({ length: 14 }, (_, n) => `docs/d${String(n).padStart(2, '0')}.md`);

async function manyInStep(machine: Machine): Promise<void> {
  for (const name of NAMES) machine.write(name, `${name}\n`);
  expect((await machine.sync()).code).toBe(0);
}

describe('a mass change', () => {
  test('deleted here is held with everything else, and goes on when it is approved', async ({
    machine,
    giip,
  }) => {
    await manyInStep(machine);
    const gone = NAMES.slice(0, 12);
    for (const name of gone) machine.remove(name);
    machine.write('docs/d13.md', 'edited\n');
    const held = await machine.sync();
    expect(held).toMatchObject({ code: 6, outcome: 'held', deletedHere: [], pushed: [] });
    expect(held.held.map(({ path }) => path)).toEqual(gone);
    expect(await machine.json('status')).toMatchObject({ code: 6, outcome: 'held' });
    expect(giip.doc('docs/d13.md')).toBe('docs/d13.md\n');
    expect(await machine.sync('--approve')).toMatchObject({
      code: 0,
      held: [],
      deletedHere: gone,
      pushed: ['docs/d13.md'],
    });
    expect(giip.content().docs.size).toBe(NAMES.length);
  });

  test('deleted here by mistake is undone by putting the files back', async ({ machine }) => {
    await manyInStep(machine);
    for (const name of NAMES) machine.remove(name);
    expect((await machine.sync()).code).toBe(6);
    for (const name of NAMES) machine.write(name, `${name}\n`);
    expect(await machine.sync()).toMatchObject({
      code: 0,
      held: [],
      deletedHere: [],
      pulled: [],
      pushed: [],
    });
  });

  test('on GIIP overwrites nothing before it is approved', async ({ machine, giip }) => {
    await manyInStep(machine);
    for (const name of NAMES) giip.setDoc(name, 'replaced\n');
    const held = await machine.sync();
    expect(held).toMatchObject({ code: 6, outcome: 'held', pulled: [] });
    expect(held.held.map(({ path }) => path)).toEqual(NAMES);
    for (const name of NAMES) expect(machine.read(name)).toBe(`${name}\n`);
    expect(await machine.sync('--approve')).toMatchObject({ code: 0, held: [], pulled: NAMES });
    expect(machine.read('docs/d00.md')).toBe('replaced\n');
  });
});

test('a GIIP that is back at an earlier state is held until it is approved', async ({ machine, giip }) => {
  machine.write('docs/a.md', 'first\n');
  await machine.sync();
  const backup = giip.content();
  machine.write('docs/a.md', 'second\n');
  expect(await machine.sync()).toMatchObject({ code: 0, pushed: ['docs/a.md'] });
  giip.rollbackTo(backup);
  expect(await machine.sync()).toMatchObject({ code: 6, outcome: 'held', held: [{ path: 'docs/a.md' }] });
  expect(machine.read('docs/a.md')).toBe('second\n');
  expect(await machine.sync()).toMatchObject({ code: 6 });
  expect(machine.read('docs/a.md')).toBe('second\n');
  expect(await machine.sync('--approve')).toMatchObject({ code: 0, pulled: ['docs/a.md'] });
  expect(machine.read('docs/a.md')).toBe('first\n');
});

test('a file that jumps back to what git has committed is held, as the agent’s updater does it with git stash', async ({
  machine,
  giip,
}) => {
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-C', machine.home, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words]);
  machine.write('docs/a.md', 'committed\n');
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'first');
  machine.write('docs/a.md', 'edited\n');
  expect(await machine.sync()).toMatchObject({ code: 0, pushed: ['docs/a.md'] });
  git('stash', '--quiet');
  expect(machine.read('docs/a.md')).toBe('committed\n');
  expect(await machine.sync()).toMatchObject({ code: 6, held: [{ path: 'docs/a.md' }], pushed: [] });
  expect(giip.doc('docs/a.md')).toBe('edited\n');
  git('stash', 'pop', '--quiet');
  expect(await machine.sync()).toMatchObject({ code: 0, held: [], pushed: [] });
});

test('another folder in the place of the old one stops everything until it is approved', async ({
  machine,
  giip,
}) => {
  await manyInStep(machine);
  renameSync(machine.workspace, `${machine.workspace}-old`);
  mkdirSync(machine.workspace);
  machine.write('docs/new.md', 'new\n');
  giip.requests.length = 0;
  for (const words of [[], ['--dry-run']])
    expect(await machine.sync(...words)).toMatchObject({ code: 1, error: { code: 'workspace-replaced' } });
  expect(giip.requests).toEqual([]);
  expect(machine.read('docs/d00.md')).toBeNull();
  expect(await machine.sync('--approve')).toMatchObject({ code: 0, pulled: NAMES, pushed: ['docs/new.md'] });
});

describe('names that are one file on other systems', () => {
  test.for([
    { name: 'in case', mine: 'docs/Guide.md', theirs: 'docs/guide.md' },
    { name: 'in Unicode form', mine: 'docs/cafe\u0301.md', theirs: 'docs/caf\u00e9.md' },
  ])(
    'and differ $name are left alone on both sides and listed',
    async ({ mine, theirs }, { machine, giip }) => {
      machine.write(mine, 'mine\n');
      machine.write('docs/other.md', 'other\n');
      giip.setDoc(theirs, 'theirs\n');
      const report = await machine.sync();
      expect(report).toMatchObject({ code: 0, pulled: [], pushed: ['docs/other.md'] });
      expect(report.rejected.length).toBeGreaterThan(0);
      expect(machine.read(mine)).toBe('mine\n');
      expect(giip.doc(theirs)).toBe('theirs\n');
      expect(giip.content().docs.size).toBe(2);
    },
  );

  test('and stand here both are not sent over each other', async ({ machine, giip }) => {
    machine.write('docs/Guide.md', 'upper\n');
    machine.write('docs/guide.md', 'lower\n');
    const report = await machine.sync();
    expect(report.code).toBe(0);
    expect(report.rejected.length).toBeGreaterThan(0);
    expect(machine.read('docs/Guide.md')).toBe('upper\n');
    expect(machine.read('docs/guide.md')).toBe('lower\n');
    expect(giip.content().docs.size).toBeLessThan(2);
  });
});

test.for([
  'docs/../../escape.md',
  '/etc/escape.md',
  'C:\\Windows\\escape.md',
  'docs/CON.md',
  'docs/a\u0000b.md',
  'docs/.git/config',
])('%j from GIIP is listed and written nowhere', async (path, { machine, giip }) => {
  giip.setDoc(path, 'hostile\n');
  giip.setDoc('docs/good.md', 'good\n');
  giip.setConfig('../escape.json', '{}');
  const report = await machine.sync();
  expect(report).toMatchObject({ code: 0, pulled: ['docs/good.md'] });
  expect(report.rejected.length).toBe(2);
});
