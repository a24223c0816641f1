import type { ItemPath } from '../../shared/model/item.ts';

/**
 * The names that the last look compared, each with the fingerprint under which its text is remembered (undefined:
 * it is to be looked at again). Finds what stands below a place, and what one file system would take for one name.
 */
export interface KnownNames {
  readonly size: number;
  /** How many of them have a fingerprint. */
  readonly remembered: number;
  has(path: ItemPath): boolean;
  fingerprint(path: ItemPath): string | undefined;
  put(path: ItemPath, fingerprint: string | undefined): void;
  delete(path: ItemPath): void;
  paths(): Iterable<ItemPath>;
  /** Names at and below these places. */
  below(places: readonly string[]): readonly ItemPath[];
  /** Known names that cannot stand beside this one on every system: a twin, a file where it needs a folder, the reverse. */
  rivals(path: ItemPath): readonly ItemPath[];
}

type Fold = (path: string) => string;

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** How many names stand directly in each folder, by its fold key. */
function folderCounts(fold: Fold): {
  has(key: string): boolean;
  add(folder: string): void;
  remove(folder: string): void;
} {
  const counts = new Map<string, number>();
  const add = (folder: string): void => {
    if (folder === '') return;
    const key = fold(folder);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    if (count === 0) add(parentOf(folder));
  };
  const remove = (folder: string): void => {
    if (folder === '') return;
    const key = fold(folder);
    const count = counts.get(key) ?? 0;
    if (count > 1) counts.set(key, count - 1);
    else if (counts.delete(key)) remove(parentOf(folder));
  };
  return { has: (key) => counts.has(key), add, remove };
}

/** Most names are their own fold key: only the others are kept by it. */
function oddNames(fold: Fold): {
  of(key: string): Iterable<ItemPath>;
  add(path: ItemPath): void;
  remove(path: ItemPath): void;
} {
  const byKey = new Map<string, Set<ItemPath>>();
  return {
    of: (key) => byKey.get(key) ?? [],
    add(path) {
      const key = fold(path);
      if (key !== path) byKey.set(key, new Set([...(byKey.get(key) ?? []), path]));
    },
    remove(path) {
      const key = fold(path);
      byKey.get(key)?.delete(path);
      if (byKey.get(key)?.size === 0) byKey.delete(key);
    },
  };
}

function isBelow(places: ReadonlySet<string>): (path: ItemPath) => boolean {
  return (path) => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
      if (places.has(path.slice(0, end))) return true;
    return false;
  };
}

/** What rivals are found by. */
function indexOf(fold: Fold, paths: Iterable<ItemPath>) {
  const [folders, odd] = [folderCounts(fold), oddNames(fold)];
  const add = (path: ItemPath): void => {
    folders.add(parentOf(path));
    odd.add(path);
  };
  for (const path of paths) add(path);
  const remove = (path: ItemPath): void => {
    folders.remove(parentOf(path));
    odd.remove(path);
  };
  return { folders, odd, add, remove };
}

/** `known` becomes its own. */
export function createKnownNames(
  fold: Fold,
  known: Map<ItemPath, string | undefined> = new Map(),
): KnownNames {
  const fingerprints = known;
  let remembered = 0;
  for (const fingerprint of known.values()) remembered += Number(fingerprint !== undefined);
  // Where nothing has changed nobody asks for a rival: made with the first question.
  let made: ReturnType<typeof indexOf> | null = null;
  const index = (): ReturnType<typeof indexOf> => {
    made ??= indexOf(fold, fingerprints.keys());
    return made;
  };

  function* sameName(key: string): Iterable<ItemPath> {
    if (fingerprints.has(key)) yield key;
    yield* index().odd.of(key);
  }

  /** Only where a folder has the name of a file is every name looked at. */
  function inFolder(key: string): readonly ItemPath[] {
    if (!index().folders.has(key)) return [];
    return [...fingerprints.keys()].filter((path) => fold(path).startsWith(`${key}/`));
  }

  function rivals(path: ItemPath): readonly ItemPath[] {
    const key = fold(path);
    const found = [...sameName(key), ...inFolder(key)];
    for (let folder = parentOf(path); folder !== ''; folder = parentOf(folder))
      found.push(...sameName(fold(folder)));
    return found.filter((one) => one !== path);
  }

  return {
    get size() {
      return fingerprints.size;
    },
    get remembered() {
      return remembered;
    },
    has: (path) => fingerprints.has(path),
    fingerprint: (path) => fingerprints.get(path),
    put(path, fingerprint) {
      if (!fingerprints.has(path)) made?.add(path);
      remembered += Number(fingerprint !== undefined) - Number(fingerprints.get(path) !== undefined);
      fingerprints.set(path, fingerprint);
    },
    delete(path) {
      remembered -= Number(fingerprints.get(path) !== undefined);
      if (fingerprints.delete(path)) made?.remove(path);
    },
    paths: () => fingerprints.keys(),
    below(places) {
      const { folders } = index();
      // A file that is known has nothing below it, as a rule: then nothing is walked through.
      const folded = places.filter((place) => !fingerprints.has(place) || folders.has(fold(place)));
      const files = places.filter((place) => fingerprints.has(place));
      const isAsked = isBelow(new Set(folded));
      return folded.length === 0 ? files : [...files, ...[...fingerprints.keys()].filter(isAsked)];
    },
    rivals,
  };
}

/** The paths with everything that could be taken for one of them, however far that leads. */
export function withRivals(names: KnownNames, paths: Iterable<ItemPath>): ReadonlySet<ItemPath> {
  const all = new Set(paths);
  for (const path of all) for (const rival of names.rivals(path)) all.add(rival);
  return all;
}
