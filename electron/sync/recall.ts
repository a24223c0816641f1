import type { ItemPath, Rejected } from '../../shared/model/item.ts';
import { createKnownNames, type KnownNames } from './known-names.ts';
import type { Clock, Workspace } from './ports.ts';

/** What the last recorded look found. Whatever is not open was in step on both sides, with its text remembered. */
export interface Memory {
  readonly names: KnownNames;
  /** Names that were anything but in step: compared again by every look. */
  readonly open: Set<ItemPath>;
  /** Those of them of which nothing is remembered for sure: looked at again in the folder by every look. */
  readonly unsure: Set<ItemPath>;
  /** What the listing refused, and the folders that it could not read. */
  refused: readonly Rejected[];
  unreadableFolders: readonly Rejected[];
}

/** What one look may leave out. */
export interface Start {
  /** Names the moment: hints that came later stay for the next look. */
  readonly at: number;
  /** Null: nothing is remembered, everything is compared. */
  readonly memory: Memory | null;
  /** Only these places need a look in the folder; null: all of it. */
  readonly places: readonly string[] | null;
}

/**
 * What the engine keeps between two looks of one process, so that a look costs what changed. Only ever a hint: every
 * write reads what it replaces, and a look at the whole folder comes at least every ten minutes.
 */
export interface Recall {
  /** Something may have changed at these places (files, or folders with all below); null: anywhere. */
  touch(places: readonly string[] | null): void;
  /** From now on everything that changes is told by `touch`. Until then every look is at the whole folder. */
  follow(): void;
  /** Some changes are not told any more: for good, whoever says `follow`. */
  distrust(): void;
  /** Nothing is remembered any more: the next look compares everything. */
  forget(): void;
  /** With `isWhole` nothing is left out, whatever is remembered. */
  begin(isWhole?: boolean): Start;
  /** The same without asking whether the folder was followed: right after a look that was recorded. */
  beginAgain(): Start;
  /** The look that began there is recorded. */
  commit(start: Start, memory: Memory): void;
}

/** A missed hint is found after so long at the latest. A look by stat costs less than `git status`, so often is cheap. */
const WHOLE_MS = 10 * 60_000;
/** A new folder is looked at until its own watch is sure to stand. */
const FRESH_MS = 2_000;
/** More places than this, and one walk through the folder is cheaper. */
const MOST_PLACES = 1_000;

interface Hint {
  readonly at: number;
  readonly time: number;
}

/** `restore` is asked once, for what the looks of an earlier process left; null: nothing can be said. */
export function createRecall(clock: Pick<Clock, 'now'>, restore: () => Memory | null = () => null): Recall {
  const hints = new Map<string, Hint>();
  let memory: Memory | null = null;
  let count = 0;
  /** The hint that meant everything. */
  let wholeAt = 0;
  let wholeTime = Number.NEGATIVE_INFINITY;
  let isFollowed = false;
  let isDistrusted = false;
  let isNew = true;

  function isSoon(time: number, ms: number): boolean {
    return Math.abs(clock.now() - time) < ms;
  }

  function start(isTrusted: boolean): Start {
    count += 1;
    const places = [...new Set([...hints.keys(), ...(memory?.unsure ?? [])])];
    const isLimited = memory !== null && isTrusted && wholeAt === 0 && places.length <= MOST_PLACES;
    return { at: count, memory, places: isLimited ? places : null };
  }

  function begin(isWhole = false): Start {
    if (isNew && !isWhole) memory = restore();
    isNew = false;
    if (isWhole) return { ...start(false), memory: null };
    return start(isFollowed && !isDistrusted && isSoon(wholeTime, WHOLE_MS));
  }

  return {
    touch(places) {
      count += 1;
      if (places === null) wholeAt = count;
      else for (const place of places) hints.set(place, { at: count, time: clock.now() });
      // What was written faster than it could be looked at is looked at as a whole.
      if (hints.size > MOST_PLACES) wholeAt = count;
    },
    follow() {
      isFollowed = true;
    },
    distrust() {
      isDistrusted = true;
    },
    forget() {
      isNew = false;
      memory = null;
    },
    begin,
    beginAgain: () => start(true),
    commit({ at, places }, found) {
      memory = found;
      if (places === null && wholeAt <= at) wholeAt = 0;
      if (places === null) wholeTime = clock.now();
      for (const [place, hint] of hints) {
        const isFresh = !found.names.has(place) && isSoon(hint.time, FRESH_MS);
        if (hint.at < at && !isFresh) hints.delete(place);
      }
    },
  };
}

/** The folder with every write of our own told: the watcher may tell it too, and later. */
export function toldWrites<W extends Workspace>(workspace: W, recall: Recall): W {
  return {
    ...workspace,
    async write(path, text, expected) {
      try {
        return await workspace.write(path, text, expected);
      } finally {
        recall.touch([path]);
      }
    },
  };
}

/** An empty one, for a look that compares everything. */
export function newMemory(
  foldKey: (path: ItemPath) => string,
  known?: Map<ItemPath, string | undefined>,
): Memory {
  return {
    names: createKnownNames(foldKey, known),
    open: new Set(),
    unsure: new Set(),
    refused: [],
    unreadableFolders: [],
  };
}
