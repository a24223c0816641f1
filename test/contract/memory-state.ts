import { NestedTransaction } from '../../electron/stores/nested-transaction.ts';
import type { ContentId } from '../../electron/sync/ports.ts';
import type { ActivityLog, Replacement } from '../../electron/sync/run-ports.ts';
import type {
  ApprovalEntry,
  BaseEntry,
  Facts,
  History,
  IntentEntry,
  RefusalEntry,
  RemoteEntry,
  ScanEntry,
  SyncState,
  Table,
} from '../../electron/sync/state-ports.ts';
import type { HistoryVersion } from '../../shared/model/change.ts';
import type { ConflictSummary } from '../../shared/model/conflict.ts';
import {
  type KeptActivity,
  type KeptRun,
  type KeptSnapshot,
  MemoryRuns,
  type Moved,
  memoryActivity,
  pruneRuns,
  type RunCells,
} from './memory-runs.ts';
import { standingOf } from './memory-standing.ts';
import { UndoLog, UndoMap } from './undo-map.ts';

/** Where a test may throw (a `StateWriteError`, or a "crash"), to see what happens when the disk gives up. */
export interface MemoryFaults {
  /** Before every single change. */
  beforeWrite?(): void;
  /** Before the outermost transaction takes effect. */
  beforeCommit?(): void;
}

type Maps = ReturnType<typeof createMaps>;
type KeptVersion = HistoryVersion & { readonly content: ContentId };

/** A `SyncState` without a disk that answers as the SQLite one does; `state.test.ts` holds both to it. */
export function memoryState(faults: MemoryFaults = {}): SyncState {
  const undo = new UndoLog();
  const maps = createMaps(undo, () => faults.beforeWrite?.());
  const transaction = new NestedTransaction({
    begin: () => undo.begin(),
    commit: () => {
      faults.beforeCommit?.();
      undo.commit();
    },
    rollback: () => undo.rollback(),
  });
  const cells = { ...maps, transaction: <T>(work: () => T) => transaction.run(work) };
  const sides = {
    base: noticed(table(maps.base), maps.moved),
    remote: table(maps.remote),
    scans: table(maps.scans),
  };
  return {
    ...sides,
    conflicts: table(maps.conflicts),
    intents: table(maps.intents),
    refusals: table(maps.refusals),
    approvals: table(maps.approvals),
    contents: {
      get: (id) => maps.contents.get(id),
      put: (id, text) => {
        if (maps.contents.get(id) === undefined) {
          maps.contents.set(id, text);
        }
      },
    },
    history: history(maps, cells),
    runs: new MemoryRuns(cells),
    activity: activity(maps),
    facts: facts(maps),
    standing: (except) => standingOf(sides, except),
    transaction: (work) => transaction.run(work),
  };
}

function createMaps(undo: UndoLog, beforeWrite: () => void) {
  const map = <V>() => new UndoMap<string, V>(undo, beforeWrite);
  return {
    base: map<BaseEntry>(),
    remote: map<RemoteEntry>(),
    scans: map<ScanEntry>(),
    conflicts: map<ConflictSummary>(),
    intents: map<IntentEntry>(),
    refusals: map<RefusalEntry>(),
    approvals: map<ApprovalEntry>(),
    contents: map<string>(),
    versions: map<KeptVersion>(),
    activity: map<KeptActivity>(),
    runs: map<KeptRun>(),
    replaced: map<readonly Replacement[]>(),
    moved: map<Moved>(),
    snapshots: map<readonly KeptSnapshot[]>(),
    facts: map<unknown>(),
    counters: map<number>(),
  };
}

function table<T extends { readonly path: string }>(map: UndoMap<string, T>): Table<T> {
  return {
    get: (path) => map.get(path),
    some: (paths) => [...new Set(paths)].flatMap((path) => map.get(path) ?? []),
    all: () => [...map.values()].sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path))),
    put: (entry) => map.set(entry.path, entry),
    delete: (path) => map.delete(path),
    clear: () => map.clear(),
  };
}

/** What the database's triggers do: the next snapshot looks at what moved. */
function noticed(base: Table<BaseEntry>, moved: UndoMap<string, Moved>): Table<BaseEntry> {
  const notice = (path: string): void => moved.set(path, { path, here: null });
  return {
    ...base,
    put: (entry) => {
      base.put(entry);
      notice(entry.path);
    },
    delete: (path) => {
      if (base.get(path)) notice(path);
      base.delete(path);
    },
    clear: () => {
      for (const { path } of base.all()) notice(path);
      base.clear();
    },
  };
}

function history(maps: Maps, cells: RunCells): History {
  const newestFirst = (path?: string) =>
    [...maps.versions.values()]
      .filter((version) => path === undefined || version.path === path)
      .sort((a, b) => Number(b.id) - Number(a.id));
  return {
    record: ({ path, id: content, origin, time, bytes }) => {
      if (newestFirst(path)[0]?.content !== content) {
        const id = String(next(maps, 'history'));
        maps.versions.set(id, { id, path, time, origin, bytes, content });
      }
    },
    list: (path) => newestFirst(path).map(({ content: _, ...version }) => version),
    content: (versionId) => {
      const version = maps.versions.get(versionId);
      return version === undefined ? undefined : { path: version.path, id: version.content };
    },
    prune: (before, keep) => {
      for (const version of maps.versions.values()) {
        const place = newestFirst(version.path).findIndex(({ id }) => id === version.id);
        if (version.time < before && place >= keep) {
          maps.versions.delete(version.id);
        }
      }
      sweep(maps, pruneRuns(cells, maps.activity, before));
    },
    size: () => ({
      bytes: maps.contents.values().reduce((sum, text) => sum + text.length, 0),
      versions: maps.versions.values().length,
      texts: new Set(maps.versions.values().map(({ content }) => content)).size,
      oldest: maps.versions
        .values()
        .reduce<number | null>((least, { time }) => Math.min(least ?? time, time), null),
    }),
  };
}

function sweep(maps: Maps, kept: readonly (ContentId | null)[]): void {
  const spokenOf = new Set<ContentId | null | undefined>([
    ...kept,
    ...maps.conflicts.values().flatMap(({ seen }) => [seen.local, seen.remote]),
    ...maps.base.values().flatMap(({ local, remote }) => [local?.id, remote?.id]),
    ...maps.remote.values().map(({ version }) => version?.id),
    ...maps.intents.values().map(({ version }) => version.id),
    ...maps.versions.values().map(({ content }) => content),
  ]);
  for (const id of maps.contents.keys()) {
    if (!spokenOf.has(id)) {
      maps.contents.delete(id);
    }
  }
}

function activity(maps: Maps): ActivityLog {
  return memoryActivity(maps.activity, () => next(maps, 'activity'));
}

function facts(maps: Maps): Facts {
  return {
    get: (name) => maps.facts.get(name) as never,
    set: (name, value) => maps.facts.set(name, value),
    clear: (name) => maps.facts.delete(name),
  };
}

function next(maps: Maps, counter: 'history' | 'activity'): number {
  const value = (maps.counters.get(counter) ?? 0) + 1;
  maps.counters.set(counter, value);
  return value;
}
