import { appendFileSync, mkdirSync, renameSync, rmSync, type WatchListener } from 'node:fs';
import { relative } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { watchFolderTree } from '../../../electron/workspace/folder-tree-watch.ts';
import { type TempWorkspace, tempWorkspace } from './temp-workspace.ts';

/** How many folders this user may watch in all, and one that they may not. */
const allowed = vi.hoisted(() => ({ watches: Number.POSITIVE_INFINITY, refused: '' }));

vi.mock('../../../electron/workspace/file-system.ts', async (original) => {
  const { fileSystem } = await original<typeof import('../../../electron/workspace/file-system.ts')>();
  const limited = (folder: string, options: { persistent: boolean }, hear: WatchListener<string>) => {
    allowed.watches -= 1;
    if (allowed.watches >= 0 && folder !== allowed.refused) return fileSystem.watch(folder, options, hear);
    const full = { code: 'ENOSPC', syscall: 'watch' };
    throw Object.assign(new Error('System limit for number of file watchers reached'), full);
  };
  return { fileSystem: { ...fileSystem, watch: limited } };
});

interface Told {
  readonly errors: string[];
  /** Waits until something at or above this place was told. */
  until(place: string): Promise<void>;
  /** What was told until now is forgotten. */
  forget(): void;
  readonly places: ReadonlySet<string>;
}

function watching(space: TempWorkspace): Told {
  const errors: string[] = [];
  const places = new Set<string>();
  let look = (): void => undefined;
  const { unsubscribe } = watchFolderTree(space.absolute('docs'), (error, events) => {
    if (error !== null) errors.push((error as NodeJS.ErrnoException).code ?? error.message);
    for (const { path } of events) places.add(relative(space.root, path));
    look();
  });
  onTestFinished(unsubscribe);
  return {
    errors,
    places,
    forget: () => places.clear(),
    until: (place) =>
      new Promise((resolve) => {
        look = () => {
          if ([...places].some((told) => place === told || place.startsWith(`${told}/`))) resolve();
        };
        look();
      }),
  };
}

/** Another file tells that everything before it has been told. */
async function afterAll(space: TempWorkspace, told: Told): Promise<void> {
  space.edit('docs/last.md', 'x');
  await told.until('docs/last.md');
}

describe.runIf(process.platform === 'linux')('one watch for each folder', () => {
  beforeEach(() => {
    Object.assign(allowed, { watches: Number.POSITIVE_INFINITY, refused: '' });
  });

  it('names the file that was saved, made, or deleted', async () => {
    const space = tempWorkspace();
    space.edit('docs/deep/er/a.md', 'a');
    const told = watching(space);
    space.edit('docs/deep/er/a.md', 'b');
    space.edit('docs/deep/new.md', 'b');
    await told.until('docs/deep/er/a.md');
    await told.until('docs/deep/new.md');
    told.forget();
    rmSync(space.absolute('docs/deep/new.md'));
    await told.until('docs/deep/new.md');
    expect([...told.places]).toEqual(['docs/deep/new.md']);
  });

  it('tells a new folder as a whole, and then each file that is saved in it or below', async () => {
    const space = tempWorkspace();
    mkdirSync(space.absolute('docs'));
    const told = watching(space);
    space.edit('docs/new/er/at-once.md', 'a');
    await told.until('docs/new/er/at-once.md');
    await afterAll(space, told);
    told.forget();
    space.edit('docs/new/er/later.md', 'b');
    await told.until('docs/new/er/later.md');
    expect(told.places).toContain('docs/new/er/later.md');
  });

  it('misses nothing that is saved while folders come one inside the other', async () => {
    const space = tempWorkspace();
    mkdirSync(space.absolute('docs'));
    const told = watching(space);
    const folders = Array.from({ length: 40 }, (_, at) => `docs${'/d'.repeat(at + 1)}`);
    for (const folder of folders) {
      told.forget();
      mkdirSync(space.absolute(folder));
      await new Promise(setImmediate);
      space.edit(`${folder}/a.md`, 'a');
      await told.until(`${folder}/a.md`);
    }
    await afterAll(space, told);
    told.forget();
    for (const folder of folders) space.edit(`${folder}/a.md`, 'b');
    for (const folder of folders) await told.until(`${folder}/a.md`);
    for (const folder of folders) expect(told.places).toContain(`${folder}/a.md`);
  });

  it('goes by the new name of a folder that was renamed, and no longer by the old one', async () => {
    const space = tempWorkspace();
    space.edit('docs/old/in/a.md', 'a');
    const told = watching(space);
    renameSync(space.absolute('docs/old'), space.absolute('docs/new'));
    await told.until('docs/old');
    await told.until('docs/new');
    await afterAll(space, told);
    told.forget();
    space.edit('docs/new/in/a.md', 'b');
    await told.until('docs/new/in/a.md');
    expect([...told.places]).toEqual(['docs/new/in/a.md']);
  });

  it('takes in a folder that is moved here, and forgets one that is moved away', async () => {
    const space = tempWorkspace();
    space.edit('elsewhere/in/a.md', 'a');
    space.edit('docs/here/b.md', 'b');
    const told = watching(space);
    renameSync(space.absolute('elsewhere'), space.absolute('docs/came'));
    renameSync(space.absolute('docs/here'), space.absolute('went'));
    await told.until('docs/came');
    await told.until('docs/here');
    await afterAll(space, told);
    told.forget();
    space.edit('went/b.md', 'c');
    space.edit('docs/came/in/a.md', 'c');
    await told.until('docs/came/in/a.md');
    expect([...told.places]).toEqual(['docs/came/in/a.md']);
  });

  it('sees a folder that is deleted and made anew', async () => {
    const space = tempWorkspace();
    space.edit('docs/deep/er/a.md', 'a');
    const told = watching(space);
    rmSync(space.absolute('docs/deep'), { recursive: true });
    await told.until('docs/deep');
    await afterAll(space, told);
    told.forget();
    space.edit('docs/deep/er/a.md', 'b');
    await told.until('docs/deep/er/a.md');
    await afterAll(space, told);
    told.forget();
    space.edit('docs/deep/er/a.md', 'c');
    await told.until('docs/deep/er/a.md');
    expect(told.places).toContain('docs/deep/er/a.md');
    expect(told.errors).toEqual([]);
  });

  it('is another folder behind the same name: the one that stands there now counts', async () => {
    const space = tempWorkspace();
    space.edit('docs/here/a.md', 'a');
    space.edit('other/in/b.md', 'b');
    const told = watching(space);
    renameSync(space.absolute('docs/here'), space.absolute('away'));
    renameSync(space.absolute('other'), space.absolute('docs/here'));
    await told.until('docs/here');
    await afterAll(space, told);
    told.forget();
    space.edit('away/a.md', 'c');
    space.edit('docs/here/in/b.md', 'c');
    await told.until('docs/here/in/b.md');
    expect([...told.places]).toEqual(['docs/here/in/b.md']);
  });

  it('L07: where the kernel dropped some, everything may have changed, and what came unseen is watched', async () => {
    const space = tempWorkspace();
    mkdirSync(space.absolute('docs'));
    const told = watching(space);
    for (let at = 0; at < 20_000; at += 1) appendFileSync(space.absolute(`docs/${at % 2}.md`), 'x');
    mkdirSync(space.absolute('docs/unseen'));
    await told.until('docs');
    expect([...told.places]).toEqual(['docs']);
    await afterAll(space, told);
    told.forget();
    space.edit('docs/unseen/a.md', 'a');
    await told.until('docs/unseen/a.md');
    expect(told.errors).toEqual([]);
  });

  it('L07: several trees share what the kernel keeps: none of them has half of it, and some was dropped', async () => {
    const spaces = [tempWorkspace(), tempWorkspace(), tempWorkspace()];
    for (const space of spaces) mkdirSync(space.absolute('docs'));
    const all = spaces.map((space) => ({ space, told: watching(space) }));
    for (let at = 0; at < 20_000; at += 1)
      for (const space of spaces) appendFileSync(space.absolute(`docs/${at % 2}.md`), 'x');
    for (const { space, told } of all) {
      mkdirSync(space.absolute('docs/unseen'));
      await told.until('docs');
    }
    for (const { told } of all) expect([...told.places]).toEqual(['docs']);
  });

  it('follows the others where one new folder cannot be watched', async () => {
    const space = tempWorkspace();
    mkdirSync(space.absolute('docs'));
    const told = watching(space);
    allowed.refused = space.absolute('docs/barred');
    mkdirSync(space.absolute('docs/barred'));
    mkdirSync(space.absolute('docs/open'));
    await told.until('docs/open');
    await afterAll(space, told);
    told.forget();
    space.edit('docs/open/a.md', 'a');
    await told.until('docs/open/a.md');
    expect(told.errors).toEqual(['ENOSPC']);
  }, 2_000);

  it('says at once that there are too few watches, and gives back those that it had taken', () => {
    const space = tempWorkspace();
    space.edit('docs/a/a.md', 'a');
    space.edit('docs/b/b.md', 'b');
    allowed.watches = 2;
    expect(() => watching(space)).toThrow('System limit');
  });

  it('says when there are too few watches for a new folder, which is told all the same', async () => {
    const space = tempWorkspace();
    mkdirSync(space.absolute('docs'));
    const told = watching(space);
    allowed.watches = 0;
    space.edit('docs/new/a.md', 'a');
    await told.until('docs/new');
    expect(told.errors).toEqual(['ENOSPC']);
  });

  it('tells nothing more when it has ended', async () => {
    const space = tempWorkspace();
    space.edit('docs/deep/a.md', 'a');
    const told: unknown[] = [];
    const { unsubscribe } = watchFolderTree(space.absolute('docs'), (_, events) => told.push(...events));
    space.edit('docs/deep/a.md', 'b');
    await unsubscribe();
    const other = watching(space);
    await afterAll(space, other);
    expect(told).toEqual([]);
  });
});
