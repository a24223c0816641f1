import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { describe, expect, onTestFinished } from 'vitest';
import { startTestGiip } from '../giip-server/start-test-giip.ts';
import type { Machine } from '../scenario/support/machine.ts';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { manualClock } from '../unit/sync/manual-clock.ts';
import { inStep, type World } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';
import { ownEngine } from './support/own-engine.ts';

const idOf = (text: string): string => createHash('sha256').update(text).digest('hex');

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

// The research pauses pulling at a cap; by design there is none: 30 days and 20 versions of each file are kept.
test('D13 history that grows old is dropped beyond 20 versions of a file, and never what is still spoken of', async ({
  world,
}) => {
  const { giip, machine } = world;
  const clock = manualClock();
  const { cycle, engine } = await ownEngine(world, { clock });
  for (let n = 0; n < 30; n += 1) {
    giip.setDoc('docs/busy.md', `version ${n}\n`);
    giip.setDoc('docs/quiet.md', 'always the same\n');
    await cycle();
    clock.advance(60_000);
  }
  const { history, contents } = engine.state;
  const before = history.list('docs/busy.md').length;
  expect(before).toBeGreaterThanOrEqual(30);
  history.prune(clock.now() - 30 * 24 * 60 * 60_000, 20);
  expect(history.list('docs/busy.md')).toHaveLength(before);
  clock.advance(31 * 24 * 60 * 60_000);
  history.prune(clock.now() - 30 * 24 * 60 * 60_000, 20);
  expect(history.list('docs/busy.md')).toHaveLength(20);
  expect(contents.get(idOf('version 0\n'))).toBeUndefined();
  for (const text of ['version 29\n', 'always the same\n']) expect(contents.get(idOf(text))).toBe(text);
  expect(await cycle()).toMatchObject({ outcome: 'inSync', pulled: [], pushed: [] });
  expect(machine.read('docs/busy.md')).toBe('version 29\n');
});
