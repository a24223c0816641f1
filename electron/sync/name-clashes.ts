import type { ItemPath } from '../../shared/model/item.ts';
import type { LocalSide } from './compare.ts';
import type { Engine } from './engine.ts';
import type { RemoteEntry } from './state-ports.ts';

/** Names of one side, as a file system that knows neither case nor Unicode form would see them. */
interface Names {
  /** Fold key of each file → its path. */
  readonly files: ReadonlyMap<string, ItemPath>;
  /** Fold key of each folder that has a file → one file below it. */
  readonly folders: ReadonlyMap<string, ItemPath>;
}

function foldersAbove(path: ItemPath): readonly string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'));
}

function namesOf(engine: Engine, paths: Iterable<ItemPath>): Names {
  const files = new Map<string, ItemPath>();
  const folders = new Map<string, ItemPath>();
  // Of several the first by name, in whatever order they come.
  const put = (names: Map<string, ItemPath>, name: string, path: ItemPath): void => {
    const key = engine.paths.foldKey(name);
    const before = names.get(key);
    if (before === undefined || path < before) names.set(key, path);
  };
  for (const path of paths) {
    put(files, path, path);
    for (const folder of foldersAbove(path)) put(folders, folder, path);
  }
  return { files, folders };
}

/** The item among those names that cannot stand beside this one on every system. */
function rivalOf(engine: Engine, path: ItemPath, names: Names): ItemPath | undefined {
  const key = engine.paths.foldKey(path);
  const twin = names.files.get(key);
  if (twin !== undefined && twin !== path) return twin;
  const below = names.folders.get(key);
  if (below !== undefined) return below;
  return foldersAbove(path)
    .map((folder) => names.files.get(engine.paths.foldKey(folder)))
    .find((found) => found !== undefined);
}

/**
 * Items of one side that would be the same file as an item of the other side but for case or Unicode form, or a file
 * where the other side has a folder. Neither is written over the other: both are left alone, each with the reason.
 * An item that stands on both sides under its own name has the older right to it.
 */
export function nameClashes(
  engine: Engine,
  local: ReadonlyMap<ItemPath, LocalSide>,
  remote: ReadonlyMap<ItemPath, RemoteEntry>,
): ReadonlyMap<ItemPath, string> {
  const there = [...remote.values()].filter((entry) => entry.version).map((entry) => entry.path);
  const onGiip = new Set(there);
  const onlyHere = [...local.keys()].filter((path) => !onGiip.has(path));
  const onlyThere = there.filter((path) => !local.has(path));
  const clashes = new Map<ItemPath, string>();
  const note = (paths: readonly ItemPath[], others: Iterable<ItemPath>, words: string): void => {
    if (paths.length === 0) return;
    const names = namesOf(engine, others);
    for (const path of paths) {
      const rival = rivalOf(engine, path, names);
      if (rival !== undefined)
        clashes.set(path, `${words} ${rival}, which cannot stand beside it on every system`);
    }
  };
  note(onlyHere, there, 'GIIP holds');
  note(onlyThere, local.keys(), 'this computer has');
  return clashes;
}
