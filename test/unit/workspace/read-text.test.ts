import { execFileSync } from 'node:child_process';
import { appendFileSync, linkSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createNodeWorkspace } from '../../../electron/workspace/node-workspace.ts';
import { always, filesWith, justBefore } from './faulty-files.ts';
import { tempWorkspace } from './temp-workspace.ts';

it.each([
  ['CP949', [0xc7, 0xd1, 0xb1, 0xdb]],
  ['Shift-JIS', [0x93, 0xfa, 0x96, 0x7b]],
  ['UTF-16 with a mark', [0xff, 0xfe, 0x41, 0x00]],
  ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]],
  ['an overlong form', [0xc0, 0xaf]],
  ['a surrogate', [0xed, 0xa0, 0x80]],
  ['a cut-off letter', [0x41, 0xe2, 0x82]],
])('E01: %s is not UTF-8 text', async (_, bytes) => {
  const { root, edit } = tempWorkspace();
  edit('docs/a.md', Uint8Array.from(bytes));
  expect(await createNodeWorkspace({ root }).read('docs/a.md')).toEqual({
    state: 'unreadable',
    reason: 'not UTF-8 text',
  });
});

it('E08: a NUL makes a file binary', async () => {
  const { root, edit } = tempWorkspace();
  edit('docs/a.md', 'a\0b');
  expect(await createNodeWorkspace({ root }).read('docs/a.md')).toEqual({
    state: 'unreadable',
    reason: 'binary',
  });
});

it('L10: a file that changes on every look is skipped after three', async () => {
  const { root, edit, absolute } = tempWorkspace();
  edit('docs/a.md', 'a');
  let looks = 0;
  const real = filesWith({});
  const readSync = ((...args: Parameters<typeof real.readSync>) => {
    looks += 1;
    appendFileSync(absolute('docs/a.md'), 'more');
    return real.readSync(...args);
  }) as typeof real.readSync;
  const result = await createNodeWorkspace({ root, files: filesWith({ readSync }) }).read('docs/a.md');
  expect(result).toEqual({ state: 'unreadable', reason: 'changing on every look' });
  expect(looks).toBeGreaterThanOrEqual(3);
});

it('a file that was saved while it was read is read again', async () => {
  const { root, edit, absolute } = tempWorkspace();
  edit('docs/a.md', 'old');
  const files = justBefore('readSync', () => writeFileSync(absolute('docs/a.md'), 'new text'));
  expect(await createNodeWorkspace({ root, files }).read('docs/a.md')).toMatchObject({
    state: 'present',
    text: 'new text',
  });
});

it('a text is never paired with the fingerprint of a later one, though it is as long', async () => {
  const { root, edit } = tempWorkspace();
  edit('docs/a.md', 'old');
  const isSecondRead = (...args: readonly unknown[]) => args[2] === 3;
  const files = justBefore('readSync', () => edit('docs/a.md', 'new'), isSecondRead);
  expect(await createNodeWorkspace({ root, files }).read('docs/a.md')).toMatchObject({ text: 'new' });
});

it.each(['pipe', 'hard link'])(
  'X06 X07: a file exchanged for a %s before the opening is not read',
  async (kind) => {
    const { root, parent, edit, absolute } = tempWorkspace();
    edit('docs/a.md', 'a');
    writeFileSync(join(parent, 'secret'), 'key');
    const swap = () => {
      rmSync(absolute('docs/a.md'));
      if (kind === 'pipe') execFileSync('mkfifo', [absolute('docs/a.md')]);
      else linkSync(join(parent, 'secret'), absolute('docs/a.md'));
    };
    const result = await createNodeWorkspace({ root, files: justBefore('openSync', swap) }).read('docs/a.md');
    expect(result.state).toBe('unreadable');
  },
);

it('D03: a disk error is unreadable, neither absent nor empty', async () => {
  const { root, edit } = tempWorkspace();
  edit('docs/a.md', 'a');
  const result = await createNodeWorkspace({ root, files: always('readSync', 'EIO') }).read('docs/a.md');
  expect(result).toEqual({ state: 'unreadable', reason: 'the disk reports an error (EIO)' });
});

it('X05: a file exchanged for a link between the look and the opening is not followed', async () => {
  const { root, parent, edit, absolute } = tempWorkspace();
  edit('docs/a.md', 'a');
  writeFileSync(join(parent, 'secret'), 'key');
  const swap = () => {
    renameSync(absolute('docs/a.md'), absolute('docs/b.md'));
    symlinkSync(join(parent, 'secret'), absolute('docs/a.md'));
  };
  const result = await createNodeWorkspace({ root, files: justBefore('openSync', swap) }).read('docs/a.md');
  expect(result).toEqual({ state: 'unreadable', reason: 'a link is never followed' });
});

it('X05: a folder exchanged for a link between the look and the opening gives nothing away', async () => {
  const { root, parent, edit, absolute } = tempWorkspace();
  edit('docs/sub/a.md', 'a');
  mkdirSync(join(parent, 'outside'));
  writeFileSync(join(parent, 'outside', 'a.md'), 'key');
  const swap = () => {
    renameSync(absolute('docs/sub'), absolute('docs/old'));
    symlinkSync(join(parent, 'outside'), absolute('docs/sub'));
  };
  const result = await createNodeWorkspace({ root, files: justBefore('openSync', swap) }).read(
    'docs/sub/a.md',
  );
  expect(result).toMatchObject({ state: 'unreadable', reason: expect.stringContaining('link') });
});
