import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contentId } from '../../../electron/workspace/content-id.ts';
import { createNodeWorkspace } from '../../../electron/workspace/node-workspace.ts';
import { always, filesWith } from './faulty-files.ts';
import { recordedFiles } from './recorded-files.ts';
import { tempWorkspace } from './temp-workspace.ts';

/** What the simulated disk finds too seldom for the schedules that run in every build. */
function mustFlushFirst(record: readonly string[]): void {
  const flushed = record.indexOf('flush docs');
  const removed = record.findIndex((step) => /^unlink .*\.old$/.test(step));
  expect(removed).toBeGreaterThan(-1);
  expect(flushed).toBeGreaterThan(-1);
  expect(flushed).toBeLessThan(removed);
}

it('a staged name that cannot be removed: the old file goes only when the new name is on the disk', async () => {
  const space = tempWorkspace();
  space.edit('docs/a.md', 'old');
  const record: string[] = [];
  const held = always('unlinkSync', 'EBUSY', (file) => String(file).endsWith('.new'));
  const files = recordedFiles(space.root, record, { unlinkSync: held.unlinkSync });
  const { write } = createNodeWorkspace({ root: space.root, files });
  await write('docs/a.md', 'new', contentId('old'));
  expect(space.text('docs/a.md')).toBe('new');
  mustFlushFirst(record);
});

it('killed after the new name was given: recovery flushes it before the old file goes', async () => {
  const space = tempWorkspace();
  space.edit('docs/a.md', 'new');
  mkdirSync(space.absolute('.openclaw-sync'));
  const ours = (kind: string) => space.absolute(`.openclaw-sync/0123456789abcdef.${kind}`);
  const note = { path: 'docs/a.md', expected: contentId('old'), replacement: contentId('new') };
  writeFileSync(ours('note'), JSON.stringify(note));
  writeFileSync(ours('old'), 'old');
  linkSync(space.absolute('docs/a.md'), ours('new'));
  const record: string[] = [];
  await createNodeWorkspace({ root: space.root, files: recordedFiles(space.root, record) }).recover();
  expect(space.names()).toEqual(['docs']);
  mustFlushFirst(record);
});

it('a folder that another write has just made: its name is flushed before anything in it counts as written', async () => {
  const space = tempWorkspace();
  space.edit('docs/a.md', 'text');
  const record: string[] = [];
  const recorded = recordedFiles(space.root, record);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let opened = 0;
  const open = async (...args: Parameters<typeof recorded.promises.open>) => {
    opened += 1;
    // The write that made the folder hangs before its text is on the disk.
    if (opened === 1) await held;
    return recorded.promises.open(...args);
  };
  const files = { ...recorded, promises: { ...recorded.promises, open } };
  const { write } = createNodeWorkspace({ root: space.root, files });
  const first = write('docs/new/a.md', 'text', null);
  await expect.poll(() => opened).toBe(1);
  expect(await write('docs/new/b.md', 'text', null)).toMatchObject({ state: 'written' });
  expect(record).toContain('flush docs');
  release();
  expect(await first).toMatchObject({ state: 'written' });
});

it('one of the two folders cannot be looked at: it is named, and the other is listed', async () => {
  const space = tempWorkspace();
  space.edit('docs/a.md', 'text');
  space.edit('configs/a.json', '{}');
  const files = always('lstatSync', 'EIO', (file) => String(file).endsWith('/docs'));
  const listed = await createNodeWorkspace({ root: space.root, files }).list();
  expect(listed).toMatchObject({
    ok: true,
    value: { items: [{ path: 'configs/a.json' }], unreadableFolders: [{ path: 'docs/' }] },
  });
});

it('a write that could put nothing back or away: its document is named as waiting, not as deleted', async () => {
  const space = tempWorkspace();
  space.edit('docs/a.md', 'old');
  const full = always('linkSync', 'ENOSPC');
  const held = always('unlinkSync', 'EBUSY', (file) => String(file).endsWith('.new'));
  const files = filesWith({ linkSync: full.linkSync, unlinkSync: held.unlinkSync });
  const workspace = createNodeWorkspace({ root: space.root, files });
  expect(await workspace.write('docs/a.md', 'new', contentId('old'))).toMatchObject({ state: 'failed' });
  expect(await workspace.list()).toMatchObject({ ok: true, value: { refused: [{ path: 'docs/a.md' }] } });
});
