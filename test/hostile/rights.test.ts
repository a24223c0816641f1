import { spawnSync } from 'node:child_process';
import { chmodSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { errno, filesWith } from '../unit/workspace/faulty-files.ts';
import { inStep, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';
import { ownEngine } from './support/own-engine.ts';

const NOBODY = 65534;

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
