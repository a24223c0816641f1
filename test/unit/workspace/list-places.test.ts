import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergedListing } from '../../../electron/sync/listed-places.ts';
import type { ListedItem, Listing } from '../../../electron/sync/ports.ts';
import { newMemory } from '../../../electron/sync/recall.ts';
import { createNodeWorkspace } from '../../../electron/workspace/node-workspace.ts';
import { safePath } from '../../../electron/workspace/safe-path.ts';
import { tempWorkspace } from './temp-workspace.ts';

/** Folders that become files and links, names that are refused or passed over, and the tops themselves. */
const PLACES = [
  'docs',
  'configs',
  'docs/a',
  'docs/a/b',
  'docs/a/b/c.md',
  'docs/a/d.md',
  'docs/con',
  'docs/con/e.md',
  'docs/A/d.md',
  'docs/x.tmp',
  'configs/c.json',
  'configs/sub/c.json',
  'configs/.hidden',
  'elsewhere/f.md',
];

interface Deed {
  readonly deed: 'write' | 'remove' | 'link' | 'folder' | 'move';
  readonly path: string;
  readonly to: string;
}

const deeds = fc.array(
  fc.record({
    deed: fc.constantFrom(...(['write', 'write', 'remove', 'link', 'folder', 'move'] as const)),
    path: fc.constantFrom(...PLACES),
    to: fc.constantFrom(...PLACES),
  }),
  { minLength: 1, maxLength: 12 },
);

function act(absolute: (path: string) => string, { deed, path, to }: Deed): void {
  try {
    if (deed === 'remove') rmSync(absolute(path), { recursive: true, force: true });
    else if (deed === 'move') renameSync(absolute(path), absolute(to));
    else {
      mkdirSync(dirname(absolute(path)), { recursive: true });
      if (deed === 'write') writeFileSync(absolute(path), to);
      else if (deed === 'link') symlinkSync(tmpdir(), absolute(path));
      else mkdirSync(absolute(path));
    }
  } catch {
    // What cannot be done changes nothing, or only the folders on the way, which are named too.
  }
}

/** Everything that a watcher would name: the folders on the way may be new. */
function named({ path, to, deed }: Deed): readonly string[] {
  const way = (place: string): readonly string[] =>
    place.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'));
  return deed === 'move' ? [...way(path), ...way(to)].slice(1) : way(path).slice(1);
}

function sorted({ items, refused, unreadableFolders }: Listing): unknown {
  const byPath = (one: { path: string }, other: { path: string }): number => (one.path < other.path ? -1 : 1);
  const unsettled = items.map(({ settled: _, ...item }) => item);
  return [unsettled, refused, unreadableFolders].map((list) => [...list].sort(byPath));
}

function itemsAfter(before: Listing, listing: Listing): readonly ListedItem[] {
  const isTold = (path: string): boolean =>
    listing.places?.some((place) => `${path}/`.startsWith(`${place}/`)) ?? true;
  return [...before.items.filter(({ path }) => !isTold(path)), ...listing.items];
}

it('the places that were touched, put into what was listed before, are what all of the folder shows', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async (all) => {
      const space = tempWorkspace();
      const workspace = createNodeWorkspace({ root: space.root });
      const list = async (places?: readonly string[]): Promise<Listing> => {
        const found = await workspace.list(places);
        if (!found.ok) throw new Error(found.error.code);
        return found.value;
      };
      let before = await list();
      for (const deed of all) {
        act(space.absolute, deed);
        const tops = named(deed).length === 0 || deed.deed === 'move' ? ['docs', 'configs'] : [];
        const part = await list([...tops, ...named(deed)]);
        const memory = newMemory(safePath.foldKey);
        Object.assign(memory, before);
        const merged = { ...mergedListing(part, memory), items: itemsAfter(before, part) };
        before = await list();
        expect(sorted(merged), JSON.stringify(deed)).toEqual(sorted(before));
      }
    }),
    { numRuns: 60 },
  );
});
