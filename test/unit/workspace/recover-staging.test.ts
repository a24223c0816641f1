import { mkdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentId } from '../../../electron/workspace/content-id.ts';
import { createNodeWorkspace } from '../../../electron/workspace/node-workspace.ts';
import { Crash, crashingFiles } from './crashing-files.ts';
import { justBefore } from './faulty-files.ts';
import { isPlainFile, type TempWorkspace, tempWorkspace } from './temp-workspace.ts';

type Edit = (space: TempWorkspace) => void;

/** One write that dies before its effect number `at`; true when it got through. */
async function dies(
  space: TempWorkspace,
  path: string,
  expected: string | null,
  at: number,
): Promise<boolean> {
  const { files } = crashingFiles(at);
  const workspace = createNodeWorkspace({ root: space.root, files });
  try {
    await workspace.write(path, 'new', expected === null ? null : contentId(expected));
    return true;
  } catch (error) {
    if (error instanceof Crash) return false;
    throw error;
  }
}

/** Kills one write at each of its effects in turn, lets a person do something, recovers, and looks. */
async function killEverywhere(
  path: string,
  expected: string | null,
  edit: Edit,
  look: Edit,
): Promise<number> {
  for (let at = 1; at < 200; at += 1) {
    const space = tempWorkspace();
    if (expected !== null) space.edit(path, expected);
    const through = await dies(space, path, expected, at);
    edit(space);
    const { kept } = await createNodeWorkspace({ root: space.root }).recover();
    for (const { forget } of kept) forget();
    look(space);
    if (through) return at;
  }
  return expect.fail('the write never ended');
}

function hasNothingOfOurs(space: TempWorkspace): void {
  expect(space.names()).not.toContain('.openclaw-sync');
}

describe('D04: killed before each effect of a write', { timeout: 30_000 }, () => {
  it.each(['docs/deep/a.md', 'configs/a.json'])('%s is complete, old or new', async (path) => {
    const seen = new Set<string>();
    const effects = await killEverywhere(
      path,
      'old',
      () => undefined,
      (space) => {
        seen.add(space.text(path));
        expect(['old', 'new']).toContain(space.text(path));
        expect(isPlainFile(space.absolute(path))).toBe(true);
        hasNothingOfOurs(space);
      },
    );
    expect([...seen].sort()).toEqual(['new', 'old']);
    expect(effects).toBeGreaterThan(25);
  });

  it.each(['docs/deep/a.md', 'configs/a.json'])('a new %s is complete or absent', async (path) => {
    const effects = await killEverywhere(
      path,
      null,
      () => undefined,
      (space) => {
        if (space.exists(path)) expect(space.text(path)).toBe('new');
        if (space.exists(path)) expect(isPlainFile(space.absolute(path))).toBe(true);
        hasNothingOfOurs(space);
      },
    );
    expect(effects).toBeGreaterThan(10);
  });

  it.each(['docs/a.md', 'configs/a.json'])(
    'what a person saved to %s after the kill stands',
    async (path) => {
      await killEverywhere(
        path,
        'old',
        (space) => space.edit(path, 'mine'),
        (space) => {
          expect(space.text(path)).toBe('mine');
          hasNothingOfOurs(space);
        },
      );
    },
  );

  it('recovery that is itself killed is done by the next one', async () => {
    for (let at = 1; at < 60; at += 1) {
      const space = tempWorkspace();
      space.edit('docs/a.md', 'old');
      leaveBehind(space, 'docs/a.md', 'old', 'old');
      unlinkSync(space.absolute('docs/a.md'));
      const { files } = crashingFiles(at);
      const first = createNodeWorkspace({ root: space.root, files }).recover();
      const through = await first.then(
        () => true,
        (error: unknown) => !(error instanceof Crash),
      );
      await createNodeWorkspace({ root: space.root }).recover();
      expect(space.text('docs/a.md')).toBe('old');
      hasNothingOfOurs(space);
      if (through) return;
    }
    expect.fail('the recovery never ended');
  });
});

const ID = '0123456789abcdef';

/** What a dead run leaves: the old file aside, and the note that says whose it is. */
function leaveBehind(space: TempWorkspace, path: string, expected: string, aside: string): void {
  mkdirSync(space.absolute('.openclaw-sync'), { recursive: true });
  const note = { path, expected: contentId(expected), replacement: contentId('new') };
  writeFileSync(space.absolute(`.openclaw-sync/${ID}.note`), JSON.stringify(note));
  writeFileSync(space.absolute(`.openclaw-sync/${ID}.old`), aside);
}

describe('what a dead run left', () => {
  const recover = (space: TempWorkspace) => createNodeWorkspace({ root: space.root }).recover();

  it('D06: a document without a name gets it back, with its folders', async () => {
    const space = tempWorkspace();
    leaveBehind(space, 'docs/sub/a.md', 'old', 'old');
    expect(await recover(space)).toEqual({ restored: ['docs/sub/a.md'], kept: [], unsettled: [] });
    expect(space.text('docs/sub/a.md')).toBe('old');
    hasNothingOfOurs(space);
  });

  it('an edit that nobody had seen goes back over our own new text', async () => {
    const space = tempWorkspace();
    space.edit('docs/a.md', 'new');
    leaveBehind(space, 'docs/a.md', 'old', 'edited');
    expect(await recover(space)).toMatchObject({ restored: ['docs/a.md'] });
    expect(space.text('docs/a.md')).toBe('edited');
    hasNothingOfOurs(space);
  });

  it('an edit that nobody had seen is handed over when somebody wrote the file since, until it is safe', async () => {
    const space = tempWorkspace();
    space.edit('docs/a.md', 'later');
    leaveBehind(space, 'docs/a.md', 'old', 'edited');
    expect((await recover(space)).kept).toMatchObject([{ path: 'docs/a.md', text: 'edited' }]);
    const { kept } = await recover(space);
    expect(kept).toMatchObject([{ path: 'docs/a.md', text: 'edited' }]);
    kept[0]?.forget();
    expect(space.text('docs/a.md')).toBe('later');
    hasNothingOfOurs(space);
    expect((await recover(space)).kept).toEqual([]);
  });

  it('D14: only our own names go', async () => {
    const space = tempWorkspace();
    space.edit(`.openclaw-sync/${ID}.new`, 'staged');
    space.edit(`.openclaw-sync/${ID}.note`, '{}');
    space.edit('.openclaw-sync/lock', '');
    space.edit('.openclaw-sync/mine.new', 'not ours');
    await recover(space);
    expect(space.names()).toEqual(['.openclaw-sync']);
    expect(space.exists('.openclaw-sync/lock') && space.exists('.openclaw-sync/mine.new')).toBe(true);
    expect(space.exists(`.openclaw-sync/${ID}.new`) || space.exists(`.openclaw-sync/${ID}.note`)).toBe(false);
  });

  it.each(['not json', '{}', '{"path":"docs/../../x","expected":"a","replacement":"b"}', ''])(
    'with the note %j nothing is moved and nothing is lost',
    async (note) => {
      const space = tempWorkspace();
      leaveBehind(space, 'docs/a.md', 'old', 'edited');
      writeFileSync(space.absolute(`.openclaw-sync/${ID}.note`), note);
      const file = space.absolute(`.openclaw-sync/${ID}.old`);
      expect(await recover(space)).toEqual({ restored: [], kept: [], unsettled: [file] });
      expect(space.text(`.openclaw-sync/${ID}.old`)).toBe('edited');
    },
  );

  it('a write of this very moment is left alone', async () => {
    const space = tempWorkspace();
    space.edit('docs/a.md', 'old');
    const recoveries: Promise<unknown>[] = [];
    const files = justBefore('renameSync', () => recoveries.push(workspace.recover()));
    const workspace = createNodeWorkspace({ root: space.root, files });
    const outcome = await workspace.write('docs/a.md', 'new', contentId('old'));
    expect(await Promise.all(recoveries)).toEqual([{ restored: [], kept: [], unsettled: [] }]);
    expect(outcome).toMatchObject({ state: 'written' });
    expect(space.text('docs/a.md')).toBe('new');
  });
});
