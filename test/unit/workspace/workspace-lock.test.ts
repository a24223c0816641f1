import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { acquireWorkspaceLock, isWorkspaceLocked } from '../../../electron/workspace/workspace-lock.ts';
import { childProgram } from './child-program.ts';
import { tempWorkspace } from './temp-workspace.ts';

it('X12: one at a time in one process, and nothing is left of it', async () => {
  const { root, names } = tempWorkspace();
  const first = await acquireWorkspaceLock(root);
  expect(await acquireWorkspaceLock(root)).toEqual({ ok: false, error: { code: 'busy' } });
  expect(await acquireWorkspaceLock(root)).toEqual({ ok: false, error: { code: 'busy' } });
  if (first.ok) await first.value.release();
  if (first.ok) await first.value.release();
  expect(names()).toEqual([]);
  const second = await acquireWorkspaceLock(root);
  expect(second.ok && names()).toEqual(['.openclaw-sync']);
  if (second.ok) await second.value.release();
});

it('X12: the same folder by another path is the same folder', async () => {
  const { root, parent } = tempWorkspace();
  symlinkSync(parent, join(parent, 'way'));
  const first = await acquireWorkspaceLock(root);
  expect(await acquireWorkspaceLock(join(parent, 'way', '.openclaw'))).toMatchObject({
    error: { code: 'busy' },
  });
  if (first.ok) await first.value.release();
});

it('X12: another process holds it until it ends, also when it is killed', { timeout: 30_000 }, async () => {
  const { root, names } = tempWorkspace();
  const holder = childProgram('lock-holder.ts', [root]);
  expect(await holder.line()).toBe('held');
  expect(await acquireWorkspaceLock(root)).toMatchObject({ error: { code: 'busy' } });
  await holder.kill();
  const after = await acquireWorkspaceLock(root);
  expect(after.ok).toBe(true);
  if (after.ok) await after.value.release();
  expect(names()).toEqual([]);
});

it('two never hold it at once, however often they take and release it', { timeout: 60_000 }, async () => {
  const { root, text, names } = tempWorkspace();
  const holders = [1, 2, 3].map(() => childProgram('lock-holder.ts', [root, '40']));
  expect(await Promise.all(holders.map((holder) => holder.line()))).toEqual(['done', 'done', 'done']);
  const lines = text('trace').trim().split('\n');
  expect(lines.length).toBe(3 * 40 * 2);
  for (let index = 0; index < lines.length; index += 2) {
    expect(lines[index + 1]).toBe(lines[index]?.replace('in', 'out'));
  }
  expect(names()).toEqual(['trace']);
});

it('L06: a folder that is not there has no lock and is not made', async () => {
  const { root, parent } = tempWorkspace();
  rmSync(root, { recursive: true });
  expect(await acquireWorkspaceLock(root)).toMatchObject({ error: { code: 'workspace-missing' } });
  mkdirSync(root);
  symlinkSync(parent, join(root, '.openclaw-sync'));
  expect(await acquireWorkspaceLock(root)).toMatchObject({ error: { code: 'write-failed' } });
});

it('what is no lock file of ours is an error in words', async () => {
  const { root, edit } = tempWorkspace();
  edit(
    '.openclaw-sync/lock',
    'this is certainly not a database, but it is long enough to look like a header of one\n'.repeat(20),
  );
  expect(await acquireWorkspaceLock(root)).toMatchObject({ ok: false, error: { code: 'write-failed' } });
});

it('whoever asks learns whether it is held, and leaves nothing behind', async () => {
  const { root, names } = tempWorkspace();
  expect(isWorkspaceLocked(root)).toBe(false);
  expect(names()).toEqual([]);
  const holder = childProgram('lock-holder.ts', [root]);
  expect(await holder.line()).toBe('held');
  expect([isWorkspaceLocked(root), isWorkspaceLocked(root)]).toEqual([true, true]);
  expect(await acquireWorkspaceLock(root)).toMatchObject({ error: { code: 'busy' } });
  await holder.kill();
  // The file of a program that was killed is still there; nobody holds it.
  expect(names()).toEqual(['.openclaw-sync']);
  expect(isWorkspaceLocked(root)).toBe(false);
  expect(isWorkspaceLocked(join(root, 'nowhere'))).toBe(false);
});

it('whoever asks is in nobody’s way', { timeout: 60_000 }, async () => {
  const { root } = tempWorkspace();
  const askers = [1, 2].map(() => childProgram('lock-asker.ts', [root]));
  await Promise.all(askers.map((asker) => asker.line()));
  for (let round = 0; round < 300; round += 1) {
    const lock = await acquireWorkspaceLock(root);
    expect(lock).toMatchObject({ ok: true });
    if (lock.ok) await lock.value.release();
  }
  await Promise.all(askers.map((asker) => asker.kill()));
});
