import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { contentId } from '../../../electron/workspace/content-id.ts';
import type { FileSystem } from '../../../electron/workspace/file-system.ts';
import { createNodeWorkspace } from '../../../electron/workspace/node-workspace.ts';
import { always, errno, filesWith, justBefore } from './faulty-files.ts';
import { recordedFiles } from './recorded-files.ts';
import { isPlainFile, type TempWorkspace, tempWorkspace } from './temp-workspace.ts';

const BOTH = ['docs/a.md', 'configs/a.json'] as const;

function write(
  space: TempWorkspace,
  path: string,
  expected: string | null,
  files?: FileSystem,
  text = 'new',
) {
  const workspace = createNodeWorkspace({ root: space.root, ...(files && { files }) });
  return workspace.write(path, text, expected === null ? null : contentId(expected));
}

/** The one moment between the last look and the exchange. */
const isStaged = (from: unknown) => String(from).endsWith('.new');

describe('an editor at the same moment', () => {
  it.each(BOTH)('L01: an edit between scan and write stays (%s)', async (path) => {
    const space = tempWorkspace();
    space.edit(path, 'edited');
    expect(await write(space, path, 'scanned')).toEqual({ state: 'changed' });
    expect(space.text(path)).toBe('edited');
  });

  it('L01: an edit in place right before a document is moved aside stays', async () => {
    const space = tempWorkspace();
    space.edit('docs/a.md', 'old');
    const files = justBefore('renameSync', () => space.edit('docs/a.md', 'edited'));
    expect(await write(space, 'docs/a.md', 'old', files)).toEqual({ state: 'changed' });
    expect(space.text('docs/a.md')).toBe('edited');
    expect(space.names()).toEqual(['docs']);
    expect(isPlainFile(space.absolute('docs/a.md'))).toBe(true);
  });

  it('L01: an edit through a file that was open all along stays', async () => {
    const space = tempWorkspace();
    space.edit('docs/a.md', 'old');
    const aside = () => readdirSync(space.absolute('.openclaw-sync')).find((name) => name.endsWith('.old'));
    const files = justBefore(
      'unlinkSync',
      () => writeFileSync(space.absolute(`.openclaw-sync/${aside()}`), 'edited'),
      isStaged,
    );
    expect(await write(space, 'docs/a.md', 'old', files)).toEqual({ state: 'changed' });
    expect(space.text('docs/a.md')).toBe('edited');
    expect(space.names()).toEqual(['docs']);
  });

  it('L02: a document that an editor made anew while it had no name stays', async () => {
    const space = tempWorkspace();
    space.edit('docs/a.md', 'old');
    const files = justBefore('linkSync', () => space.edit('docs/a.md', 'saved'), isStaged);
    expect(await write(space, 'docs/a.md', 'old', files)).toEqual({ state: 'changed' });
    expect(space.text('docs/a.md')).toBe('saved');
    expect(space.names()).toEqual(['docs']);
  });

  it('L02: two edits at once: the later has the name, the earlier is kept for history', async () => {
    const space = tempWorkspace();
    space.edit('docs/a.md', 'old');
    const files = filesWith({
      renameSync: justBefore('renameSync', () => space.edit('docs/a.md', 'first')).renameSync,
      linkSync: justBefore('linkSync', () => space.edit('docs/a.md', 'second'), isStaged).linkSync,
    });
    expect(await write(space, 'docs/a.md', 'old', files)).toEqual({ state: 'changed' });
    expect(space.text('docs/a.md')).toBe('second');
    const { kept } = await createNodeWorkspace({ root: space.root }).recover();
    expect(kept).toMatchObject([{ path: 'docs/a.md', text: 'first' }]);
    kept[0]?.forget();
    expect(space.names()).toEqual(['docs']);
  });

  it('an edit on top of our new text is kept when the old file gets its place back', async () => {
    const space = tempWorkspace();
    space.edit('docs/a.md', 'old');
    let renames = 0;
    const real = filesWith({});
    const renameSync = ((from: string, to: string) => {
      renames += 1;
      if (renames === 1) space.edit('docs/a.md', 'unseen');
      if (renames === 2) space.edit('docs/a.md', 'on top');
      real.renameSync(from, to);
    }) as typeof real.renameSync;
    expect(await write(space, 'docs/a.md', 'old', filesWith({ renameSync }))).toEqual({ state: 'changed' });
    expect(space.text('docs/a.md')).toBe('unseen');
    const { kept } = await createNodeWorkspace({ root: space.root }).recover();
    expect(kept.map(({ text }) => text)).toEqual(['on top']);
  });

  it('L01: an edit of a config right before the exchange stays', async () => {
    const space = tempWorkspace();
    space.edit('configs/a.json', 'old');
    const files = justBefore('linkSync', () => space.edit('configs/a.json', 'edited'));
    expect(await write(space, 'configs/a.json', 'old', files)).toEqual({ state: 'changed' });
    expect(space.text('configs/a.json')).toBe('edited');
    expect(isPlainFile(space.absolute('configs/a.json'))).toBe(true);
    expect(space.names()).toEqual(['configs']);
  });

  it('L02: an atomic save of a config right before the exchange stays', async () => {
    const space = tempWorkspace();
    space.edit('configs/a.json', 'old');
    space.edit('saved', 'saved');
    const isAside = (file: unknown) => String(file).endsWith('.old');
    const files = justBefore('openSync', () => undefined);
    const real = filesWith({});
    let done = false;
    const lstatSync = ((file: string, options: never) => {
      if (isAside(file) && !done) {
        done = true;
        renameSync(space.absolute('saved'), space.absolute('configs/a.json'));
      }
      return real.lstatSync(file, options);
    }) as typeof real.lstatSync;
    expect(await write(space, 'configs/a.json', 'old', { ...files, lstatSync })).toEqual({
      state: 'changed',
    });
    expect(space.text('configs/a.json')).toBe('saved');
    expect(space.names()).toEqual(['configs']);
  });

  it('L01: an edit of a config through a file that was open all along gets its place back', async () => {
    const space = tempWorkspace();
    space.edit('configs/a.json', 'old');
    const files = justBefore(
      'renameSync',
      () => writeFileSync(space.absolute('configs/a.json'), 'edited'),
      isStaged,
    );
    expect(await write(space, 'configs/a.json', 'old', files)).toEqual({ state: 'changed' });
    expect(space.text('configs/a.json')).toBe('edited');
    expect(space.names()).toEqual(['configs']);
  });

  it.each(BOTH)('a file that is deleted at the last moment stays deleted (%s)', async (path) => {
    const space = tempWorkspace();
    space.edit(path, 'old');
    const name = path.startsWith('docs') ? 'renameSync' : 'linkSync';
    const files = justBefore(name, () => unlinkSync(space.absolute(path)));
    expect(await write(space, path, 'old', files)).toEqual({ state: 'changed' });
    expect(space.exists(path)).toBe(false);
  });

  it('a new file never replaces one that appeared meanwhile, nor leaves its folders', async () => {
    const space = tempWorkspace();
    const files = justBefore('linkSync', () => space.edit('docs/a/b.md', 'mine'));
    expect(await write(space, 'docs/a/b.md', null, files)).toEqual({ state: 'changed' });
    expect(space.text('docs/a/b.md')).toBe('mine');
    expect(space.names()).toEqual(['docs']);
  });

  it('a config is never missing for its reader, not for an instant', async () => {
    const space = tempWorkspace();
    space.edit('configs/a.json', 'old');
    const real = filesWith({});
    const missing: string[] = [];
    const watched = Object.fromEntries(
      (['linkSync', 'renameSync', 'unlinkSync'] as const).map((name) => [
        name,
        (...args: [string, string]) => {
          (real[name] as (...all: string[]) => void)(...args);
          if (!space.exists('configs/a.json')) missing.push(name);
        },
      ]),
    );
    expect(await write(space, 'configs/a.json', 'old', filesWith(watched))).toMatchObject({
      state: 'written',
    });
    expect(missing).toEqual([]);
  });
});

describe('links and rights', () => {
  it('X05: a folder exchanged for a link in the middle gets nothing of ours, and nothing is lost', async () => {
    const space = tempWorkspace();
    const outside = join(space.parent, 'outside');
    mkdirSync(outside);
    space.edit('docs/sub/a.md', 'old');
    const swap = () => {
      renameSync(space.absolute('docs/sub'), join(space.parent, 'moved'));
      symlinkSync(outside, space.absolute('docs/sub'));
    };
    const outcome = await write(space, 'docs/sub/a.md', 'old', justBefore('linkSync', swap, isStaged));
    expect(outcome).toMatchObject({ state: 'failed', error: { code: 'write-failed' } });
    expect(readdirSync(outside)).toEqual([]);
    rmSync(space.absolute('docs/sub'));
    const { restored } = await createNodeWorkspace({ root: space.root }).recover();
    expect(restored).toEqual(['docs/sub/a.md']);
    expect(space.text('docs/sub/a.md')).toBe('old');
    expect(space.names()).toEqual(['docs']);
  });

  it('X04: a link in the place of our own folder is not followed', async () => {
    const space = tempWorkspace();
    const outside = join(space.parent, 'outside');
    mkdirSync(outside);
    symlinkSync(outside, space.absolute('.openclaw-sync'));
    expect(await write(space, 'docs/a.md', null)).toMatchObject({ state: 'failed' });
    expect(readdirSync(outside)).toEqual([]);
    expect(await createNodeWorkspace({ root: space.root }).recover()).toEqual({
      restored: [],
      kept: [],
      unsettled: [],
    });
  });

  it.each(BOTH)('X01: a read-only file is left alone, rights and all (%s)', async (path) => {
    const space = tempWorkspace();
    space.edit(path, 'old');
    chmodSync(space.absolute(path), 0o444);
    expect(await write(space, path, 'old')).toMatchObject({
      error: { code: 'write-failed', detail: `${path}: the file is read-only` },
    });
    expect(space.text(path)).toBe('old');
    expect(statSync(space.absolute(path)).mode & 0o777).toBe(0o444);
    expect(space.names()).toEqual([path.split('/')[0]]);
  });

  it.each([0o600, 0o640, 0o664, 0o755])('keeps the rights %o of what it replaces', async (mode) => {
    const space = tempWorkspace();
    for (const path of BOTH) {
      space.edit(path, 'old');
      chmodSync(space.absolute(path), mode);
      expect(await write(space, path, 'old')).toMatchObject({ state: 'written' });
      expect(statSync(space.absolute(path)).mode & 0o7777).toBe(mode);
    }
  });

  it('P29: a new file can never be executed', async () => {
    const space = tempWorkspace();
    await write(space, 'docs/run.sh', null);
    expect(statSync(space.absolute('docs/run.sh')).mode & 0o111).toBe(0);
  });
});

/**
 * A folder on a tiny disk of its own, or, where mounting is not permitted, one whose disk says that it is
 * full.
 */
function fullDisk(): { space: TempWorkspace; files: FileSystem | undefined } {
  const space = tempWorkspace();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', space.root]).status === 0;
  if (mounted) onTestFinished(() => void spawnSync('umount', [space.root]));
  const real = filesWith({});
  const open = async (...args: Parameters<typeof real.promises.open>) => {
    const handle = await real.promises.open(...args);
    return Object.assign(handle, { writeFile: () => Promise.reject(errno('ENOSPC')) });
  };
  return { space, files: mounted ? undefined : filesWith({ promises: { ...real.promises, open } }) };
}

describe('disk errors', () => {
  it.each(BOTH)('D01: a full disk leaves the old file and nothing else (%s)', async (path) => {
    const { space, files } = fullDisk();
    space.edit(path, 'old');
    const text = 'x'.repeat(200_000);
    expect(await write(space, path, 'old', files, text)).toMatchObject({
      state: 'failed',
      error: { code: 'disk-full' },
    });
    expect(space.text(path)).toBe('old');
    expect(space.names()).toEqual([path.split('/')[0]]);
  });

  it.each([
    ['EDQUOT', 'disk-full'],
    ['EIO', 'write-failed'],
    ['EROFS', 'write-failed'],
    ['EXDEV', 'write-failed'],
    ['EACCES', 'write-failed'],
  ])('D01 D09 D11: %s at the exchange puts the old file back', async (code, expected) => {
    for (const path of BOTH) {
      const space = tempWorkspace();
      space.edit(path, 'old');
      const name = path.startsWith('docs') ? 'linkSync' : 'renameSync';
      const outcome = await write(
        space,
        path,
        'old',
        justBefore(
          name,
          () => {
            throw errno(code);
          },
          isStaged,
        ),
      );
      expect(outcome).toMatchObject({ state: 'failed', error: { code: expected } });
      expect(space.text(path)).toBe('old');
      expect(isPlainFile(space.absolute(path))).toBe(true);
      expect(space.names()).toEqual([path.split('/')[0]]);
    }
  });

  it('a write that fails takes the folders that it made with it', async () => {
    const space = tempWorkspace();
    const files = justBefore('linkSync', () => {
      throw errno('EIO');
    });
    expect(await write(space, 'docs/a/b.md', null, files)).toMatchObject({ state: 'failed' });
    expect(space.names()).toEqual([]);
  });

  it('what is no file system error is thrown, not hidden', async () => {
    const space = tempWorkspace();
    const files = justBefore('linkSync', () => {
      throw new TypeError('a bug');
    });
    await expect(write(space, 'docs/a.md', null, files)).rejects.toThrow('a bug');
  });
});

describe('file systems without hard links (D10)', () => {
  const noLinks = () => always('linkSync', 'ENOTSUP');

  it('writes, replaces and stays exclusive', async () => {
    const space = tempWorkspace();
    for (const path of BOTH) {
      expect(await write(space, path, null, noLinks(), 'one')).toMatchObject({ state: 'written' });
      expect(await write(space, path, null, noLinks(), 'two')).toEqual({ state: 'changed' });
      expect(await write(space, path, 'one', noLinks(), 'two')).toMatchObject({ state: 'written' });
      expect(space.text(path)).toBe('two');
    }
    expect(space.names()).toEqual(['configs', 'docs']);
  });

  it('keeps an unseen edit of a document', async () => {
    const space = tempWorkspace();
    space.edit('docs/a.md', 'old');
    const files = {
      ...justBefore('renameSync', () => space.edit('docs/a.md', 'edited')),
      linkSync: noLinks().linkSync,
    };
    expect(await write(space, 'docs/a.md', 'old', files)).toEqual({ state: 'changed' });
    expect(space.text('docs/a.md')).toBe('edited');
    expect(space.names()).toEqual(['docs']);
  });
});

describe('Windows (X02)', () => {
  it('P21: a path that most programs there could not open is not made', async () => {
    const space = tempWorkspace();
    const workspace = createNodeWorkspace({ root: space.root, platform: 'win32' });
    const path = `docs/${'x'.repeat(190)}/${'y'.repeat(40)}`;
    expect(await workspace.write(path, 'new', null)).toMatchObject({ error: { code: 'write-failed' } });
    expect(space.names()).toEqual([]);
  });

  it.each(BOTH)('tries again while another program holds the file (%s)', async (path) => {
    const space = tempWorkspace();
    space.edit(path, 'old');
    const real = filesWith({});
    const faults = ['EPERM', 'EBUSY', 'EACCES'];
    const renameSync = ((from: string, to: string) => {
      const fault = faults.shift();
      if (fault !== undefined) throw errno(fault);
      real.renameSync(from, to);
    }) as typeof real.renameSync;
    const workspace = createNodeWorkspace({
      root: space.root,
      platform: 'win32',
      files: filesWith({ renameSync }),
    });
    expect(await workspace.write(path, 'new', contentId('old'))).toMatchObject({ state: 'written' });
    expect(space.text(path)).toBe('new');
  });

  it('looks again before each try: an atomic save during the wait stays', async () => {
    const space = tempWorkspace();
    space.edit('configs/a.json', 'old');
    const files = justBefore('renameSync', () => {
      space.edit('saved', 'edited');
      renameSync(space.absolute('saved'), space.absolute('configs/a.json'));
      throw errno('EBUSY');
    });
    const workspace = createNodeWorkspace({ root: space.root, platform: 'win32', files });
    expect(await workspace.write('configs/a.json', 'new', contentId('old'))).toEqual({ state: 'changed' });
    expect(space.text('configs/a.json')).toBe('edited');
  });
});

describe('order on the disk (D05)', () => {
  it('a document: all is flushed before its old file is moved, and its folder before that is let go', async () => {
    const space = tempWorkspace();
    space.edit('docs/a.md', 'old');
    const record: string[] = [];
    await write(space, 'docs/a.md', 'old', recordedFiles(space.root, record));
    expect(record.splice(0, 3).sort()).toEqual([
      'flush .openclaw-sync/*.new',
      'flush .openclaw-sync/*.note',
      'flush docs/a.md',
    ]);
    expect(record.splice(0, 5)).toEqual([
      `flush ${space.root}`,
      'flush .openclaw-sync',
      'rename docs/a.md .openclaw-sync/*.old',
      'link .openclaw-sync/*.new docs/a.md',
      'unlink .openclaw-sync/*.new',
    ]);
    expect(record.splice(0, 2).sort()).toEqual(['flush .openclaw-sync', 'flush docs']);
    expect(record[0]).toBe('unlink .openclaw-sync/*.old');
  });

  it('a config: the same, and its name is only ever exchanged', async () => {
    const space = tempWorkspace();
    space.edit('configs/a.json', 'old');
    const record: string[] = [];
    await write(space, 'configs/a.json', 'old', recordedFiles(space.root, record));
    expect(record.slice(3, 7)).toEqual([
      `flush ${space.root}`,
      'flush .openclaw-sync',
      'link configs/a.json .openclaw-sync/*.old',
      'rename .openclaw-sync/*.new configs/a.json',
    ]);
    expect(record.slice(7, 9).sort()).toEqual(['flush .openclaw-sync', 'flush configs']);
    expect(record[9]).toBe('unlink .openclaw-sync/*.old');
  });

  it('a new file: flushed, named, and every folder that got a new name flushed too', async () => {
    const space = tempWorkspace();
    const record: string[] = [];
    await write(space, 'docs/a/b.md', null, recordedFiles(space.root, record));
    expect(record.slice(0, 3)).toEqual([
      'flush .openclaw-sync/*.new',
      'link .openclaw-sync/*.new docs/a/b.md',
      'unlink .openclaw-sync/*.new',
    ]);
    expect(record.slice(3, 7).sort()).toEqual([
      'flush .openclaw-sync',
      `flush ${space.root}`,
      'flush docs',
      'flush docs/a',
    ]);
  });
});

it('sixteen writes at a time share our folder and leave nothing of it', async () => {
  const space = tempWorkspace();
  const workspace = createNodeWorkspace({ root: space.root });
  const paths = Array.from({ length: 64 }, (_, index) => `docs/f${index % 8}/${index}.md`);
  const outcomes = await Promise.all(paths.map((path) => workspace.write(path, path, null)));
  expect(outcomes.every(({ state }) => state === 'written')).toBe(true);
  const again = await Promise.all(paths.map((path) => workspace.write(path, 'two', contentId(path))));
  expect(again.every(({ state }) => state === 'written')).toBe(true);
  expect(space.names()).toEqual(['docs']);
});
