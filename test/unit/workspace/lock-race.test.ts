import { existsSync, unlinkSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';
import { acquireWorkspaceLock } from '../../../electron/workspace/workspace-lock.ts';
import { tempWorkspace } from './temp-workspace.ts';

/** What happens right before SQLite locks a file that it has already opened, or lets go of it. */
const moments = vi.hoisted(() => ({ locking: () => {}, closing: () => {} }));

vi.mock(import('libsql'), async (load) => {
  const { default: Database } = await load();
  class WatchedDatabase extends Database {
    override exec(sql: string) {
      if (sql === 'BEGIN EXCLUSIVE') moments.locking();
      return super.exec(sql);
    }
    override close() {
      moments.closing();
      return super.close();
    }
  }
  return { default: WatchedDatabase as unknown as typeof Database };
});

beforeEach(() => {
  moments.locking = () => undefined;
  moments.closing = () => undefined;
});

it('a lock on a file that has lost its name is none: the next holder of the name would not see it', async () => {
  const { root, absolute, names } = tempWorkspace();
  const file = absolute('.openclaw-sync/lock');
  moments.locking = () => {
    moments.locking = () => undefined;
    unlinkSync(file);
    writeFileSync(file, '');
  };
  const first = await acquireWorkspaceLock(root);
  expect(first.ok).toBe(true);
  expect(await acquireWorkspaceLock(root)).toMatchObject({ error: { code: 'busy' } });
  if (first.ok) await first.value.release();
  expect(names()).toEqual([]);
});

it('the name goes while the lock is still held, so that nobody can take both in between', async () => {
  const { root, absolute } = tempWorkspace();
  const lock = await acquireWorkspaceLock(root);
  const seen: boolean[] = [];
  moments.closing = () => void seen.push(existsSync(absolute('.openclaw-sync/lock')));
  if (lock.ok) await lock.value.release();
  expect(seen).toEqual([false]);
});
