import { closeSync, mkdirSync, openSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { fileSystem } from '../../../electron/workspace/file-system.ts';
import { createNodeWorkspace } from '../../../electron/workspace/node-workspace.ts';
import { createShownPlace } from '../../../electron/workspace/shown-place.ts';
import { filesWith } from './faulty-files.ts';
import { tempWorkspace } from './temp-workspace.ts';

const opened: number[] = [];
afterEach(() => {
  for (const file of opened.splice(0)) closeSync(file);
});

function open(path: string): number {
  const file = openSync(path, 'r');
  opened.push(file);
  return file;
}

it.runIf(process.platform === 'linux')('a file is shown where its real folders are, and only there', () => {
  const { root, parent, edit, absolute } = tempWorkspace();
  edit('docs/sub/a.md', 'a');
  symlinkSync(absolute('docs/sub'), absolute('docs/link'));
  symlinkSync(parent, join(parent, 'way'));
  const isShownAt = createShownPlace(fileSystem, join(parent, 'way', '.openclaw'), 'linux');
  const file = open(absolute('docs/sub/a.md'));
  expect(isShownAt(file, 'docs/sub/a.md')).toBe(true);
  expect(isShownAt(open(absolute('docs/link/a.md')), 'docs/link/a.md')).toBe(false);
  renameSync(absolute('docs/sub'), absolute('docs/other'));
  expect(isShownAt(file, 'docs/sub/a.md')).toBe(false);
  expect(isShownAt(file, 'docs/other/a.md')).toBe(true);
  renameSync(root, join(parent, 'gone'));
  mkdirSync(root);
  expect(isShownAt(file, 'docs/other/a.md')).toBe(false);
});

it('nothing is shown where the system does not tell', () => {
  const { root, edit, absolute } = tempWorkspace();
  edit('docs/a.md', 'a');
  expect(createShownPlace(fileSystem, root, 'darwin')(open(absolute('docs/a.md')), 'docs/a.md')).toBe(false);
});

it.runIf(process.platform === 'linux')(
  'nothing is read of a file that is not shown in its place',
  async () => {
    const { root, parent, edit, absolute } = tempWorkspace();
    edit('docs/sub/a.md', 'key');
    renameSync(absolute('docs/sub'), join(parent, 'outside'));
    symlinkSync(join(parent, 'outside'), absolute('docs/sub'));
    let reads = 0;
    const real = filesWith({});
    const readSync = ((...args: Parameters<typeof real.readSync>) => {
      reads += 1;
      return real.readSync(...args);
    }) as typeof real.readSync;
    const read = await createNodeWorkspace({ root, files: filesWith({ readSync }) }).read('docs/sub/a.md');
    expect(read).toMatchObject({ state: 'unreadable', reason: expect.stringContaining('link') });
    expect(reads).toBe(0);
  },
);

it('an ordinary file is read without a look at the folders above it', async () => {
  const { root, edit } = tempWorkspace();
  edit('docs/sub/a.md', 'text');
  const looked: string[] = [];
  const real = filesWith({});
  const lstatSync = ((path: string, ...rest: readonly unknown[]) => {
    looked.push(path.slice(root.length));
    return (real.lstatSync as (...args: readonly unknown[]) => unknown)(path, ...rest);
  }) as typeof real.lstatSync;
  const workspace = createNodeWorkspace({ root, platform: 'linux', files: filesWith({ lstatSync }) });
  await workspace.read('docs/sub/a.md');
  looked.length = 0;
  expect(await workspace.read('docs/sub/a.md')).toMatchObject({ text: 'text' });
  if (process.platform === 'linux') expect(looked).toEqual(['/docs/sub/a.md']);
});
