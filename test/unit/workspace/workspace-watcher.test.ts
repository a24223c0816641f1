import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { watchWorkspace } from '../../../electron/workspace/workspace-watcher.ts';
import { childProgram } from './child-program.ts';
import { type TempWorkspace, tempWorkspace } from './temp-workspace.ts';

interface Hints {
  readonly errors: readonly Error[];
  /**
   * Does something to the folder, again and again until a hint comes: the first may precede the watch of a
   * new folder.
   */
  after(act: () => unknown): Promise<void>;
  end(): Promise<void>;
}

async function hintsOf(space: TempWorkspace): Promise<Hints> {
  const errors: Error[] = [];
  let waiting: () => void = () => undefined;
  const end = await watchWorkspace(
    space.root,
    () => waiting(),
    (error) => errors.push(error),
  );
  onTestFinished(end);
  return {
    errors,
    end,
    after: (act) =>
      new Promise((hint) => {
        act();
        const again = setInterval(act, 100);
        waiting = () => {
          clearInterval(again);
          hint();
        };
      }),
  };
}

describe('hints (L07)', { timeout: 20_000 }, () => {
  it('come for edits, new folders, renames and deletions at any depth', async () => {
    const space = tempWorkspace();
    space.edit('docs/deep/a.md', 'a');
    space.edit('configs/a.json', '{}');
    const hints = await hintsOf(space);
    await hints.after(() => space.edit('docs/deep/a.md', 'b'));
    await hints.after(() => space.edit('configs/a.json', '{"a":1}'));
    await hints.after(() => mkdirSync(space.absolute('docs/new'), { recursive: true }));
    await hints.after(
      () =>
        space.exists('docs/deep') && renameSync(space.absolute('docs/deep'), space.absolute('docs/moved')),
    );
    await hints.after(() => rmSync(space.absolute('docs/moved'), { recursive: true, force: true }));
    expect(hints.errors).toEqual([]);
  });

  it('come for docs and configs that are made later, and made anew', async () => {
    const space = tempWorkspace();
    const hints = await hintsOf(space);
    for (const folder of ['docs', 'configs', 'docs']) {
      await hints.after(() => mkdirSync(space.absolute(folder), { recursive: true }));
      let count = 0;
      await hints.after(() => space.edit(`${folder}/a.json`, `${count++}`));
      await hints.after(() => space.edit(`${folder}/a.json`, `${count++}`));
      await hints.after(() => rmSync(space.absolute(folder), { recursive: true, force: true }));
    }
    expect(hints.errors).toEqual([]);
  });

  it('are only ours: what others keep in the root gives none', async () => {
    const space = tempWorkspace();
    space.edit('docs/a.md', 'a');
    space.edit('sessions/log', 'x');
    let count = 0;
    const end = await watchWorkspace(
      space.root,
      () => {
        count += 1;
      },
      () => undefined,
    );
    space.edit('sessions/log', 'y');
    space.edit('other.json', '{}');
    space.edit('.openclaw-sync/x', 'x');
    await end();
    expect(count).toBe(0);
  });

  it('L07: one comes with the error when the folder cannot be watched', async () => {
    const space = tempWorkspace();
    rmSync(space.root, { recursive: true });
    const told: string[] = [];
    const end = await watchWorkspace(
      space.root,
      () => told.push('hint'),
      () => told.push('error'),
    );
    await end();
    expect(told).toEqual(['error', 'hint']);
  });

  it('end, and let the process end', async () => {
    const space = tempWorkspace();
    space.edit('docs/a.md', 'a');
    const child = childProgram('short-watch.ts', [space.root]);
    expect(await child.line()).toBe('ended');
    expect(await child.line()).toBeUndefined();
    expect(child.process.signalCode).toBeNull();
  });
});
