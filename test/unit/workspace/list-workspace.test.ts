import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Listing } from '../../../electron/sync/ports.ts';
import {
  createNodeWorkspace,
  type NodeWorkspaceOptions,
} from '../../../electron/workspace/node-workspace.ts';
import { errno, filesWith } from './faulty-files.ts';
import { tempWorkspace } from './temp-workspace.ts';

async function listing(options: NodeWorkspaceOptions): Promise<Listing> {
  const result = await createNodeWorkspace(options).list();
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const LINK = 'a link is never followed';

describe('identity of the folder', () => {
  it('L06: another folder at the same path is another one', async () => {
    const { root, parent } = tempWorkspace();
    const first = await createNodeWorkspace({ root }).identify();
    renameSync(root, join(parent, 'old'));
    mkdirSync(root);
    const second = await createNodeWorkspace({ root }).identify();
    expect(first.ok && second.ok && first.value.inode !== second.value.inode).toBe(true);
  });

  it('the path may lead through links, the folder itself may be none', async () => {
    const { root, parent } = tempWorkspace();
    symlinkSync(parent, join(parent, 'way'));
    symlinkSync(root, join(parent, 'folder'));
    const through = await createNodeWorkspace({ root: join(parent, 'way', '.openclaw') }).identify();
    expect(through).toMatchObject({ ok: true, value: { realPath: root } });
    const link = createNodeWorkspace({ root: join(parent, 'folder') });
    expect(await link.identify()).toMatchObject({ ok: false, error: { code: 'workspace-unreadable' } });
    expect(await link.list()).toMatchObject({ ok: false, error: { code: 'workspace-unreadable' } });
  });

  it('a file is no workspace', async () => {
    const { edit, absolute } = tempWorkspace();
    edit('file', 'x');
    expect(await createNodeWorkspace({ root: absolute('file') }).identify()).toMatchObject({
      error: { code: 'workspace-unreadable' },
    });
  });
});

describe('what is listed', () => {
  it('X07: pipes and sockets are named and never opened', async () => {
    const { root, absolute } = tempWorkspace();
    mkdirSync(absolute('docs'));
    execFileSync('mkfifo', [absolute('docs/pipe.md')]);
    const server = createServer();
    await new Promise<void>((ready) => server.listen(absolute('docs/socket.md'), ready));
    const found = await listing({ root });
    const read = await createNodeWorkspace({ root }).read('docs/pipe.md');
    await new Promise((closed) => server.close(closed));
    expect(found.items).toEqual([]);
    expect(found.refused.map(({ path }) => path)).toEqual(['docs/pipe.md', 'docs/socket.md']);
    expect(read).toEqual({ state: 'unreadable', reason: 'not an ordinary file' });
  });

  it('X03: nothing is known of docs and configs that are links', async () => {
    const { root, parent, absolute } = tempWorkspace();
    mkdirSync(join(parent, 'elsewhere'));
    writeFileSync(join(parent, 'elsewhere', 'a.json'), '{}');
    symlinkSync(join(parent, 'elsewhere'), absolute('docs'));
    symlinkSync(join(parent, 'elsewhere'), absolute('configs'));
    expect(await listing({ root })).toEqual({
      items: [],
      refused: [],
      unreadableFolders: [
        { path: 'docs/', reason: LINK },
        { path: 'configs/', reason: LINK },
      ],
    });
    const workspace = createNodeWorkspace({ root });
    expect(await workspace.read('configs/a.json')).toMatchObject({ state: 'unreadable' });
    expect(await workspace.write('docs/b.md', 'b', null)).toMatchObject({ state: 'failed' });
    expect(await workspace.write('docs/deep/b.md', 'b', null)).toMatchObject({ state: 'failed' });
  });

  it('X04: a link to a file or a folder is listed as refused, with all that may lie below it', async () => {
    const { root, edit, absolute } = tempWorkspace();
    edit('docs/real/a.md', 'a');
    symlinkSync(absolute('docs/real'), absolute('docs/folder'));
    symlinkSync(absolute('docs/real/a.md'), absolute('docs/file.md'));
    symlinkSync('/nowhere', absolute('docs/broken.md'));
    const found = await listing({ root });
    expect(found.items.map(({ path }) => path)).toEqual(['docs/real/a.md']);
    expect(found.refused.map(({ path }) => path)).toEqual(['docs/broken.md', 'docs/file.md', 'docs/folder']);
    expect(found.unreadableFolders.map(({ path }) => path)).toEqual([
      'docs/broken.md/',
      'docs/file.md/',
      'docs/folder/',
    ]);
    expect(await createNodeWorkspace({ root }).read('docs/file.md')).toEqual({
      state: 'unreadable',
      reason: LINK,
    });
  });

  it('X06: a file with a second name is refused, and its content stays unread', async () => {
    const { root, parent, edit, absolute } = tempWorkspace();
    edit('docs/a.md', 'a');
    writeFileSync(join(parent, 'secret'), 'key');
    linkSync(join(parent, 'secret'), absolute('docs/hard.md'));
    const found = await listing({ root });
    expect(found.items.map(({ path }) => path)).toEqual(['docs/a.md']);
    expect(found.refused).toEqual([
      { path: 'docs/hard.md', reason: 'the file has a second name (hard link)' },
    ]);
    expect(await createNodeWorkspace({ root }).read('docs/hard.md')).toMatchObject({ state: 'unreadable' });
  });

  it('E13: a name that is not UTF-8 is refused and does not hide the others', async () => {
    const { root, edit, absolute } = tempWorkspace();
    edit('docs/a.md', 'a');
    writeFileSync(Buffer.concat([Buffer.from(absolute('docs/b')), Buffer.from([0xff, 0xfe])]), 'b');
    const found = await listing({ root });
    expect(found.items.map(({ path }) => path)).toEqual(['docs/a.md']);
    expect(found.refused).toEqual([{ path: 'docs/b\ufffd\ufffd', reason: 'the name is not valid Unicode' }]);
  });

  it('Z05: 5 MiB is the most', async () => {
    const { root, edit } = tempWorkspace();
    edit('docs/most.md', 'x'.repeat(5 * 1024 * 1024));
    edit('docs/over.md', 'x'.repeat(5 * 1024 * 1024 + 1));
    const found = await listing({ root });
    expect(found.items.map(({ path }) => path)).toEqual(['docs/most.md']);
    expect(found.refused).toEqual([{ path: 'docs/over.md', reason: 'larger than 5 MiB' }]);
  });

  it('P22 P28: a refused folder is named once and not entered', async () => {
    const { root, edit } = tempWorkspace();
    edit('docs/.git/config', 'x');
    edit(`docs/${'d/'.repeat(31)}x.md`, 'x');
    edit(`docs/${'e/'.repeat(30)}x.md`, 'x');
    const found = await listing({ root });
    expect(found.items.map(({ path }) => path)).toEqual([`docs/${'e/'.repeat(30)}x.md`]);
    expect(found.refused).toEqual([
      { path: 'docs/.git', reason: 'the name belongs to version control' },
      { path: `docs${'/d'.repeat(31)}`, reason: 'the path has more than 32 parts' },
    ]);
  });

  it('L11: only what was probably meant as a config is worth a word', async () => {
    const { root, edit } = tempWorkspace();
    for (const name of ['a.json', 'notes.txt', '.gitkeep', 'sub/x.json', 'sub/readme.md', 'B.JSON'])
      edit(`configs/${name}`, '{}');
    const found = await listing({ root });
    expect(found.items.map(({ path }) => path)).toEqual(['configs/a.json']);
    const reason = 'only *.json directly in configs is synced';
    expect(found.refused).toEqual([
      { path: 'configs/B.JSON', reason },
      { path: 'configs/notes.txt', reason },
      { path: 'configs/sub/x.json', reason },
    ]);
  });

  it('what lies beside configs and docs is not ours, our own folder included', async () => {
    const { root, edit } = tempWorkspace();
    for (const path of ['openclaw.json', 'workspace/a.md', '.openclaw-sync/lock']) edit(path, 'x');
    expect(await listing({ root })).toEqual({ items: [], refused: [], unreadableFolders: [] });
  });

  it('X08 D03: a folder that cannot be read is unreadable, not empty', async () => {
    const { root, edit, absolute } = tempWorkspace();
    edit('docs/a.md', 'a');
    edit('docs/shut/b.md', 'b');
    const real = filesWith({});
    const readdirSync = ((folder: string, options: never) => {
      if (folder === absolute('docs/shut')) throw errno('EACCES');
      return real.readdirSync(folder, options);
    }) as typeof real.readdirSync;
    const found = await listing({ root, files: filesWith({ readdirSync }) });
    expect(found.items.map(({ path }) => path)).toEqual(['docs/a.md']);
    expect(found.unreadableFolders).toEqual([{ path: 'docs/shut/', reason: 'no permission (EACCES)' }]);
  });

  it('L06: a folder that goes away during the scan is an error, never an empty listing', async () => {
    const { root, edit } = tempWorkspace();
    edit('docs/a.md', 'a');
    const real = filesWith({});
    const readdirSync = ((folder: string, options: never) => {
      rmSync(root, { recursive: true });
      return real.readdirSync(folder, options);
    }) as typeof real.readdirSync;
    const result = await createNodeWorkspace({ root, files: filesWith({ readdirSync }) }).list();
    expect(result).toMatchObject({ ok: false, error: { code: 'workspace-missing' } });
  });

  it('L06: a folder that is exchanged for another during the scan is an error', async () => {
    const { root, parent, edit } = tempWorkspace();
    edit('docs/a.md', 'a');
    const real = filesWith({});
    const readdirSync = ((folder: string, options: never) => {
      renameSync(root, join(parent, 'old'));
      mkdirSync(join(root, 'docs'), { recursive: true });
      return real.readdirSync(folder, options);
    }) as typeof real.readdirSync;
    const result = await createNodeWorkspace({ root, files: filesWith({ readdirSync }) }).list();
    expect(result).toMatchObject({ ok: false, error: { code: 'workspace-replaced' } });
  });

  it('Z06: more than 100,000 entries are an error', async () => {
    const { root, edit } = tempWorkspace();
    edit('docs/a.tmp', 'x');
    const real = filesWith({});
    const [entry] = real.readdirSync(join(root, 'docs'), { withFileTypes: true });
    const readdirSync = (() => new Array(100_001).fill(entry)) as unknown as typeof real.readdirSync;
    const result = await createNodeWorkspace({ root, files: filesWith({ readdirSync }) }).list();
    expect(result).toMatchObject({
      error: { code: 'workspace-unreadable', detail: 'more than 100000 files and folders' },
    });
  });
});

describe('fingerprints', () => {
  const one = async (root: string, now?: () => number) =>
    (await listing(now ? { root, now } : { root })).items[0] ?? expect.fail('nothing is listed');

  it('C03: see a change that kept size and mtime', async () => {
    const { root, edit, absolute } = tempWorkspace();
    edit('docs/a.md', 'one');
    utimesSync(absolute('docs/a.md'), 1000, 1000);
    const first = await one(root);
    edit('docs/a.md', 'two');
    utimesSync(absolute('docs/a.md'), 1000, 1000);
    expect((await one(root)).fingerprint).not.toBe(first.fingerprint);
  });

  it('C02: are settled after two seconds, and never with a time from the future', async () => {
    const { root, edit, absolute } = tempWorkspace();
    edit('docs/a.md', 'one');
    expect((await one(root)).settled).toBe(false);
    expect((await one(root, () => Date.now() + 2500)).settled).toBe(true);
    utimesSync(absolute('docs/a.md'), 4_070_908_800, 4_070_908_800);
    expect((await one(root, () => Date.now() + 2500)).settled).toBe(false);
  });
});
