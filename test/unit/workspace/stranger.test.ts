import { chmodSync } from 'node:fs';
import { expect, it } from 'vitest';
import { childProgram } from './child-program.ts';
import { tempWorkspace } from './temp-workspace.ts';

async function askStranger(root: string) {
  return JSON.parse((await childProgram('stranger.ts', [root]).line()) ?? '{}');
}

it('X08 D11: a user who may read some of it and write nothing', { timeout: 30_000 }, async () => {
  const space = tempWorkspace();
  space.edit('docs/open.md', 'open');
  space.edit('docs/secret.md', 'secret');
  space.edit('docs/shut/a.md', 'a');
  chmodSync(space.parent, 0o755);
  chmodSync(space.absolute('docs/secret.md'), 0o000);
  chmodSync(space.absolute('docs/shut'), 0o000);
  chmodSync(space.absolute('docs'), 0o555);
  chmodSync(space.root, 0o555);
  const told = await askStranger(space.root);
  expect(told.identity.ok).toBe(true);
  expect(told.listing.value.items.map((item: { path: string }) => item.path)).toEqual([
    'docs/open.md',
    'docs/secret.md',
  ]);
  expect(told.listing.value.unreadableFolders).toEqual([
    { path: 'docs/shut/', reason: 'no permission (EACCES)' },
  ]);
  expect(told.read).toEqual({ state: 'unreadable', reason: 'no permission (EACCES)' });
  expect(told.write).toMatchObject({ state: 'failed', error: { code: 'write-failed' } });
  expect(told.replace).toMatchObject({ state: 'failed', error: { code: 'write-failed' } });
  expect([told.lock, told.second]).toEqual([true, 'busy']);
  expect(space.names()).toEqual(['docs']);
});

it('X08: a user who may not enter it', { timeout: 30_000 }, async () => {
  const space = tempWorkspace();
  space.edit('docs/open.md', 'open');
  chmodSync(space.parent, 0o755);
  chmodSync(space.root, 0o000);
  const told = await askStranger(space.root);
  expect(told.identity).toMatchObject({ ok: false, error: { code: 'workspace-unreadable' } });
  expect(told.listing).toMatchObject({ ok: false, error: { code: 'workspace-unreadable' } });
  expect(told.read).toMatchObject({ state: 'unreadable' });
});
