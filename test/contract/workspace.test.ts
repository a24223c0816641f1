import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Workspace } from '../../electron/sync/ports.ts';
import { contentId } from '../../electron/workspace/content-id.ts';
import { createNodeWorkspace } from '../../electron/workspace/node-workspace.ts';
import { createMemoryWorkspace } from './memory-workspace.ts';

/** A workspace and the hands of a person who works in the same folder. */
interface Subject {
  readonly workspace: Workspace;
  edit(path: string, text: string): void;
  remove(path: string): void;
  unmount(): void;
  closeFolder(path: string): void;
}

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

function realSubject(): Subject {
  const parent = mkdtempSync(join(tmpdir(), 'workspace-contract-'));
  const root = join(parent, '.openclaw');
  mkdirSync(root);
  cleanups.push(() => rmSync(parent, { recursive: true, force: true }));
  const edit = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  return {
    workspace: createNodeWorkspace({ root }),
    edit,
    remove: (path) => unlinkSync(join(root, path)),
    unmount: () => rmSync(root, { recursive: true }),
    closeFolder(path) {
      rmSync(join(root, path), { recursive: true, force: true });
      mkdirSync(dirname(join(root, path)), { recursive: true });
      symlinkSync(tmpdir(), join(root, path.replace(/\/$/, '')));
    },
  };
}

function memorySubject(): Subject {
  const workspace = createMemoryWorkspace();
  return {
    workspace,
    edit: workspace.edit,
    remove: workspace.remove,
    unmount: workspace.unmount,
    closeFolder: (path) => workspace.closeFolder(path, 'a link is never followed'),
  };
}

async function listedPaths(workspace: Workspace): Promise<readonly string[]> {
  const listing = await workspace.list();
  if (!listing.ok) throw new Error(listing.error.code);
  return listing.value.items.map((item) => item.path).sort();
}

async function refusedPaths(workspace: Workspace): Promise<readonly string[]> {
  const listing = await workspace.list();
  return listing.ok ? listing.value.refused.map((item) => item.path).sort() : [];
}

describe.each([
  ['the real folder', realSubject],
  ['the folder in memory', memorySubject],
])('%s', (_, makeSubject) => {
  it('says which folder it is, the same each time', async () => {
    const { workspace } = makeSubject();
    const first = await workspace.identify();
    expect(first.ok).toBe(true);
    expect(await workspace.identify()).toEqual(first);
  });

  it('says when a file was changed, in whole milliseconds', async () => {
    const { workspace, edit } = makeSubject();
    const before = Date.now();
    edit('docs/a.md', 'a');
    const found = await workspace.read('docs/a.md');
    const changedAt = found.state === 'present' ? (found.changedAt ?? 0) : 0;
    // A file system's clock may lag by some milliseconds.
    expect(changedAt).toBeGreaterThan(before - 1_000);
    expect(changedAt).toBeLessThanOrEqual(Date.now() + 1_000);
    expect(Number.isInteger(changedAt)).toBe(true);
  });

  it('L06: is missing when it is gone, and is not made again', async () => {
    const { workspace, edit, unmount } = makeSubject();
    edit('docs/a.md', 'a');
    unmount();
    expect(await workspace.identify()).toMatchObject({ ok: false, error: { code: 'workspace-missing' } });
    expect(await workspace.list()).toMatchObject({ ok: false, error: { code: 'workspace-missing' } });
    expect(await workspace.read('docs/a.md')).toMatchObject({ state: 'unreadable' });
    expect(await workspace.write('docs/b.md', 'b', null)).toMatchObject({
      state: 'failed',
      error: { code: 'workspace-missing' },
    });
    expect(await workspace.identify()).toMatchObject({ ok: false });
  });

  it('is empty without configs and docs', async () => {
    expect(await makeSubject().workspace.list()).toEqual({
      ok: true,
      value: { items: [], refused: [], unreadableFolders: [] },
    });
  });

  it('lists configs directly in their folder and documents at any depth', async () => {
    const { workspace, edit } = makeSubject();
    for (const path of ['configs/agent.json', 'docs/a.md', 'docs/deep/er/b.txt']) edit(path, '{}');
    expect(await listedPaths(workspace)).toEqual(['configs/agent.json', 'docs/a.md', 'docs/deep/er/b.txt']);
  });

  it('L09 L11 E14: passes temporary files over and refuses what cannot be synced', async () => {
    const { workspace, edit } = makeSubject();
    for (const path of [
      'docs/.a.md.swp',
      'docs/~$a.docx',
      'docs/4913',
      'docs/.DS_Store',
      'configs/x.json.tmp',
    ])
      edit(path, 'x');
    for (const path of ['configs/sub/x.json', 'configs/notes.txt', 'docs/a:b.md', 'docs/run.bat'])
      edit(path, 'x');
    expect(await listedPaths(workspace)).toEqual([]);
    expect(await refusedPaths(workspace)).toEqual([
      'configs/notes.txt',
      'configs/sub/x.json',
      'docs/a:b.md',
      'docs/run.bat',
    ]);
  });

  it('reads to the letter: byte-order mark, line ends, emoji', async () => {
    const { workspace, edit } = makeSubject();
    const text = '\ufeffone\r\ntwo\n한국어 👩🏽‍🚀\r\n';
    edit('docs/a.md', text);
    expect(await workspace.read('docs/a.md')).toMatchObject({ state: 'present', text, settled: false });
  });

  it('tells absent from unreadable', async () => {
    const { workspace, edit } = makeSubject();
    edit('docs/zero.md', 'a\0b');
    expect(await workspace.read('docs/none.md')).toEqual({ state: 'absent' });
    expect(await workspace.read('docs/zero.md')).toEqual({ state: 'unreadable', reason: 'binary' });
    expect(await workspace.read('docs/../x.md')).toMatchObject({ state: 'unreadable' });
  });

  it('makes a new file with its folders', async () => {
    const { workspace } = makeSubject();
    expect(await workspace.write('docs/a/b/c.md', 'new', null)).toMatchObject({ state: 'written' });
    expect(await workspace.read('docs/a/b/c.md')).toMatchObject({ state: 'present', text: 'new' });
    expect(await listedPaths(workspace)).toEqual(['docs/a/b/c.md']);
  });

  it.each(['docs/a.md', 'configs/a.json'])('replaces %s when it is what was expected', async (path) => {
    const { workspace, edit } = makeSubject();
    edit(path, 'old');
    expect(await workspace.write(path, 'new', contentId('old'))).toMatchObject({ state: 'written' });
    expect(await workspace.read(path)).toMatchObject({ state: 'present', text: 'new' });
  });

  it.each(['docs/a.md', 'configs/a.json'])(
    'leaves %s standing when it is not what was expected',
    async (path) => {
      const { workspace, edit, remove } = makeSubject();
      edit(path, 'edited');
      expect(await workspace.write(path, 'new', contentId('old'))).toEqual({ state: 'changed' });
      expect(await workspace.write(path, 'new', null)).toEqual({ state: 'changed' });
      expect(await workspace.read(path)).toMatchObject({ text: 'edited' });
      remove(path);
      expect(await workspace.write(path, 'new', contentId('old'))).toEqual({ state: 'changed' });
      expect(await workspace.read(path)).toEqual({ state: 'absent' });
    },
  );

  it('P20: never puts a folder in the place of a file, nor a file in the place of a folder', async () => {
    const { workspace, edit } = makeSubject();
    edit('docs/a', 'file');
    edit('docs/dir/b.md', 'below');
    expect(await workspace.write('docs/a/b.md', 'new', null)).toMatchObject({
      error: { code: 'write-failed' },
    });
    expect(await workspace.write('docs/dir', 'new', null)).toEqual({ state: 'changed' });
    expect(await listedPaths(workspace)).toEqual(['docs/a', 'docs/dir/b.md']);
  });

  it('P01 J26: writes no name and no text that could not be read back', async () => {
    const { workspace } = makeSubject();
    for (const path of ['docs/../x.md', 'configs/sub/x.json', 'other/x.md', 'docs/run.bat']) {
      expect(await workspace.write(path, 'x', null)).toMatchObject({ error: { code: 'write-failed' } });
    }
    for (const text of ['a\0b', 'half \ud800 pair']) {
      expect(await workspace.write('docs/x.md', text, null)).toMatchObject({
        error: { code: 'write-failed' },
      });
    }
  });

  it('X03: knows nothing of what lies below a folder that cannot be entered', async () => {
    const { workspace, closeFolder } = makeSubject();
    closeFolder('docs/sub/');
    const listing = await workspace.list();
    expect(listing).toMatchObject({
      ok: true,
      value: { items: [], unreadableFolders: [{ path: 'docs/sub/' }] },
    });
    expect(await workspace.read('docs/sub/a.md')).toMatchObject({ state: 'unreadable' });
    expect(await workspace.write('docs/sub/a.md', 'x', null)).toMatchObject({
      error: { code: 'write-failed' },
    });
  });

  it('lists a file, what is below a folder, and that a place is empty, when asked for these only', async () => {
    const { workspace, edit } = makeSubject();
    for (const path of [
      'docs/a.md',
      'docs/sub/b.md',
      'docs/sub/deep/c.md',
      'docs/other/d.md',
      'configs/e.json',
    ])
      edit(path, '{}');
    const listing = await workspace.list(['docs/a.md', 'docs/sub', 'docs/sub/b.md', 'docs/gone.md']);
    const found = listing.ok ? listing.value : undefined;
    expect(found?.items.map(({ path }) => path).sort()).toEqual([
      'docs/a.md',
      'docs/sub/b.md',
      'docs/sub/deep/c.md',
    ]);
    expect(found?.places).toEqual(expect.arrayContaining(['docs/a.md', 'docs/sub', 'docs/gone.md']));
    const whole = await workspace.list();
    const same = whole.ok ? whole.value.items.filter(({ path }) => /^docs.(a|sub)/.test(path)) : [];
    expect(found?.items).toEqual(expect.arrayContaining([...same]));
  });

  it('X03: tells of the folder that cannot be entered, when asked for something below it', async () => {
    const { workspace, edit, closeFolder } = makeSubject();
    edit('docs/a.md', 'a');
    closeFolder('docs/sub/');
    const listing = await workspace.list(['docs/sub/a.md']);
    expect(listing).toMatchObject({
      ok: true,
      value: { items: [], unreadableFolders: [{ path: 'docs/sub/' }], places: ['docs/sub'] },
    });
  });

  it('gives equal fingerprints to what was not touched, another to what was', async () => {
    const { workspace, edit } = makeSubject();
    edit('docs/a.md', 'one');
    const fingerprint = async () => {
      const listing = await workspace.list();
      return listing.ok ? listing.value.items[0]?.fingerprint : undefined;
    };
    const first = await fingerprint();
    expect(await fingerprint()).toBe(first);
    expect(await workspace.read('docs/a.md')).toMatchObject({ fingerprint: first });
    edit('docs/a.md', 'longer');
    expect(await fingerprint()).not.toBe(first);
  });
});

it('leaves nothing of its own behind in the real folder', async () => {
  const { workspace, edit } = realSubject();
  edit('docs/a.md', 'old');
  edit('configs/a.json', '{}');
  await workspace.write('docs/a.md', 'new', contentId('old'));
  await workspace.write('configs/a.json', '{"a":1}', contentId('{}'));
  await workspace.write('docs/b.md', 'b', null);
  const identity = await workspace.identify();
  expect(identity.ok && readdirSync(identity.value.realPath).sort()).toEqual(['configs', 'docs']);
});
