import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gitCommittedTexts } from '../../../electron/workspace/git-committed-texts.ts';
import { type TempWorkspace, tempWorkspace } from './temp-workspace.ts';

const AT = '2026-01-02T03:04:05Z';

function git(folder: string, ...args: readonly string[]): string {
  const env = { ...process.env, GIT_AUTHOR_DATE: AT, GIT_COMMITTER_DATE: AT, GIT_CONFIG_GLOBAL: '/dev/null' };
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.invalid'];
  return execFileSync('git', ['-C', folder, ...identity, ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** A work tree with the workspace in it, as giipAgentWin has it. */
function repository(): TempWorkspace {
  const space = tempWorkspace();
  git(space.parent, 'init', '-q');
  space.edit('docs/guide.md', '\ufeffone\r\n');
  space.edit('docs/[b] 한국어.md', 'two');
  space.edit('docs/raw.md', Uint8Array.from([0xff, 0xfe]));
  space.edit('configs/agent.json', '{}');
  git(space.parent, 'add', '.');
  git(space.parent, 'commit', '-q', '-m', 'first');
  return space;
}

describe('committed texts', () => {
  it('are those of HEAD, with the time of the last commit of each file', async () => {
    const space = repository();
    space.edit('docs/guide.md', 'edited');
    space.edit('docs/new.md', 'untracked');
    const paths = [
      'docs/guide.md',
      'docs/new.md',
      'docs/[b] 한국어.md',
      'docs/raw.md',
      'docs',
      'configs/agent.json',
    ];
    const committedAt = Date.parse(AT);
    expect(await gitCommittedTexts(space.root).read(paths)).toEqual(
      new Map([
        ['docs/guide.md', { text: '\ufeffone\r\n', committedAt }],
        ['docs/[b] 한국어.md', { text: 'two', committedAt }],
        ['configs/agent.json', { text: '{}', committedAt }],
      ]),
    );
  });

  it('are none outside of a work tree, before the first commit, and where git cannot be asked', async () => {
    const outside = tempWorkspace();
    outside.edit('docs/a.md', 'a');
    expect(await gitCommittedTexts(outside.root).read(['docs/a.md'])).toEqual(new Map());
    git(outside.parent, 'init', '-q');
    expect(await gitCommittedTexts(outside.root).read(['docs/a.md'])).toEqual(new Map());
    expect(await gitCommittedTexts(join(outside.root, 'missing')).read(['docs/a.md'])).toEqual(new Map());
    expect(await gitCommittedTexts(outside.root).read([])).toEqual(new Map());
  });

  it('are found through a link to the folder, too', async () => {
    const space = repository();
    const link = join(tempWorkspace().parent, 'linked');
    symlinkSync(space.root, link);
    expect((await gitCommittedTexts(link).read(['docs/guide.md'])).size).toBe(1);
  });

  it('run nothing that the repository brings along, and change nothing in it', async () => {
    const space = repository();
    const script = join(space.parent, 'evil.sh');
    writeFileSync(script, `#!/bin/sh\ntouch ${space.parent}/ran\n`);
    chmodSync(script, 0o755);
    git(space.parent, 'config', 'core.fsmonitor', script);
    git(space.parent, 'config', 'core.hooksPath', space.parent);
    git(space.parent, 'config', 'diff.external', script);
    git(space.parent, 'config', 'core.pager', script);
    const index = () => execFileSync('sha256sum', [join(space.parent, '.git/index')], { encoding: 'utf8' });
    const before = index();
    space.edit('docs/guide.md', 'edited');
    expect((await gitCommittedTexts(space.root).read(['docs/guide.md'])).size).toBe(1);
    expect(index()).toBe(before);
    expect(execFileSync('ls', [space.parent], { encoding: 'utf8' })).not.toContain('ran');
  });
});
