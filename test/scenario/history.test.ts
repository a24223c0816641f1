import { expect } from 'vitest';
import type { Machine } from './support/machine.ts';
import { test } from './support/scenario-test.ts';

interface VersionJson {
  readonly id: string;
  readonly path: string;
  readonly time: string;
  readonly origin: string;
  readonly bytes: number;
}

async function versions(machine: Machine, ...path: readonly string[]): Promise<readonly VersionJson[]> {
  const { code, stdout } = await machine.run('history', '--json', ...path);
  expect(code).toBe(0);
  return (JSON.parse(stdout) as { versions: readonly VersionJson[] }).versions;
}

test('there is none before the first sync', async ({ machine }) => {
  expect(await versions(machine)).toEqual([]);
});

test('every version that a sync has replaced can be brought back, and that is itself undoable', async ({
  machine,
  giip,
}) => {
  machine.write('docs/a.md', 'first\n');
  machine.write('docs/other.md', 'other\n');
  await machine.sync();
  giip.setDoc('docs/a.md', '둘째\n');
  await machine.sync();
  const kept = await versions(machine, 'docs/a.md');
  expect(kept.map(({ origin, bytes, path }) => ({ origin, bytes, path }))).toEqual([
    { origin: 'server', bytes: 7, path: 'docs/a.md' },
    { origin: 'local', bytes: 6, path: 'docs/a.md' },
  ]);
  for (const { time } of kept) expect(new Date(time).toISOString()).toBe(time);
  expect((await versions(machine)).length).toBeGreaterThan(kept.length);

  const [second, first] = kept;
  expect(await machine.json('restore', 'docs/a.md', '--version', first?.id ?? '')).toMatchObject({
    code: 0,
    restored: { path: 'docs/a.md', id: first?.id },
  });
  expect(machine.read('docs/a.md')).toBe('first\n');
  expect(await machine.sync()).toMatchObject({ code: 0, pushed: ['docs/a.md'] });
  expect(giip.doc('docs/a.md')).toBe('first\n');

  expect((await machine.run('restore', 'docs/a.md', '--version', second?.id ?? '')).code).toBe(0);
  expect(machine.read('docs/a.md')).toBe('둘째\n');
});

test('an edit that was never synced is kept when an older version is brought back over it', async ({
  machine,
}) => {
  machine.write('docs/a.md', 'first\n');
  await machine.sync();
  machine.write('docs/a.md', 'unsynced\n');
  const [first] = await versions(machine, 'docs/a.md');
  expect((await machine.run('restore', 'docs/a.md', '--version', first?.id ?? '')).code).toBe(0);
  expect(machine.read('docs/a.md')).toBe('first\n');
  const kept = await versions(machine, 'docs/a.md');
  const lost = kept.find(({ bytes }) => bytes === 'unsynced\n'.length);
  expect((await machine.run('restore', 'docs/a.md', '--version', lost?.id ?? '')).code).toBe(0);
  expect(machine.read('docs/a.md')).toBe('unsynced\n');
});

test('a deleted file comes back', async ({ machine }) => {
  machine.write('docs/a.md', 'first\n');
  await machine.sync();
  machine.remove('docs/a.md');
  expect(await machine.sync()).toMatchObject({ deletedHere: ['docs/a.md'] });
  const [first] = await versions(machine, 'docs/a.md');
  expect((await machine.run('restore', 'docs/a.md', '--version', first?.id ?? '')).code).toBe(0);
  expect(await machine.sync()).toMatchObject({ code: 0, deletedHere: [] });
  expect(machine.read('docs/a.md')).toBe('first\n');
});

test('a version that is not there, or of another item, is refused', async ({ machine }) => {
  machine.write('docs/a.md', 'a\n');
  machine.write('docs/b.md', 'b\n');
  await machine.sync();
  const [ofA] = await versions(machine, 'docs/a.md');
  for (const words of [
    ['docs/a.md', '--version', '999999'],
    ['docs/b.md', '--version', ofA?.id ?? ''],
  ])
    expect(await machine.json('restore', ...words)).toMatchObject({
      code: 1,
      error: { code: 'no-such-version' },
    });
  for (const words of [['docs/a.md'], ['--version', '1'], []])
    expect(await machine.json('restore', ...words)).toMatchObject({ code: 2, error: { code: 'usage' } });
});
