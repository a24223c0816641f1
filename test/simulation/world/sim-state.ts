import type { ContentId } from '../../../electron/sync/ports.ts';
import type { ActivityLog, Runs } from '../../../electron/sync/run-ports.ts';
import type {
  BaseEntry,
  Contents,
  Facts,
  History,
  SyncState,
  Table,
} from '../../../electron/sync/state-ports.ts';
import {
  type Cells,
  type KeptActivity,
  MemoryRuns,
  memoryActivity,
  pruneRuns,
  type RunCells,
} from '../../contract/memory-runs.ts';
import { standingOf } from '../../contract/memory-standing.ts';
import type { Change, KeptVersion, StateStore, TableName } from './state-store.ts';

export interface StateHooks {
  /** Right before the outermost commit takes effect: may throw what a disk or a death throws. */
  beforeCommit(): void;
  /** The commit stands. May throw a death. */
  afterCommit(changes: readonly Change[]): void;
}

/** The `SyncState` of one process on a machine's store. Values are never changed in place by the engine. */
export class SimState implements SyncState {
  readonly base: SyncState['base'];
  readonly remote: SyncState['remote'];
  readonly scans: SyncState['scans'];
  readonly conflicts: SyncState['conflicts'];
  readonly intents: SyncState['intents'];
  readonly refusals: SyncState['refusals'];
  readonly approvals: SyncState['approvals'];
  readonly contents: Contents;
  readonly history: History;
  readonly runs: Runs;
  readonly activity: ActivityLog;
  readonly facts: Facts;
  readonly #store: StateStore;
  readonly #hooks: StateHooks;
  #changes: Change[] | null = null;
  #hasFailed = false;
  #count = 0;

  constructor(store: StateStore, hooks: StateHooks) {
    this.#store = store;
    this.#hooks = hooks;
    this.base = this.#noticed(this.#table('base'));
    this.remote = this.#table('remote');
    this.scans = this.#table('scans');
    this.conflicts = this.#table('conflicts');
    this.intents = this.#table('intents');
    this.refusals = this.#table('refusals');
    this.approvals = this.#table('approvals');
    this.contents = {
      get: (id) => store.get('contents', id),
      put: (id, text) => {
        if (store.get('contents', id) === undefined) this.#set('contents', id, text);
      },
    };
    this.history = this.#history();
    this.runs = new MemoryRuns(this.#runCells());
    this.activity = this.#activity();
    this.facts = {
      get: (name) => store.get('facts', name),
      set: (name, value) => this.#set('facts', name, value),
      clear: (name) => this.#delete('facts', name),
    };
  }

  standing(except: ContentId): ReturnType<typeof standingOf> {
    return standingOf(this, except);
  }

  transaction<T>(work: () => T): T {
    if (this.#changes) {
      try {
        return work();
      } catch (error) {
        this.#hasFailed = true;
        throw error;
      }
    }
    this.#changes = [];
    this.#hasFailed = false;
    this.#count = this.#store.versionCount;
    let changes: readonly Change[];
    let value: T;
    try {
      value = work();
      if (this.#hasFailed) throw new Error('a part of the transaction failed');
      this.#hooks.beforeCommit();
      changes = this.#changes;
      this.#changes = null;
    } catch (error) {
      this.#rollBack();
      throw error;
    }
    if (changes.length > 0) this.#hooks.afterCommit(changes);
    return value;
  }

  #rollBack(): void {
    const { tables } = this.#store;
    for (const { table, key, before, had } of (this.#changes ?? []).reverse()) {
      if (had) tables[table].set(key, before);
      else tables[table].delete(key);
    }
    this.#store.versionCount = this.#count;
    this.#changes = null;
  }

  #note(table: TableName, key: string): void {
    const map = this.#store.tables[table];
    this.#changes?.push({ table, key, before: map.get(key), had: map.has(key) });
  }

  #set(table: TableName, key: string, value: unknown): void {
    if (!this.#changes) {
      this.transaction(() => this.#set(table, key, value));
      return;
    }
    this.#note(table, key);
    this.#store.tables[table].set(key, value);
  }

  #delete(table: TableName, key: string): void {
    if (!this.#changes) {
      this.transaction(() => this.#delete(table, key));
      return;
    }
    if (!this.#store.tables[table].has(key)) return;
    this.#note(table, key);
    this.#store.tables[table].delete(key);
  }

  #table<T extends { readonly path: string }>(name: TableName): Table<T> {
    return {
      get: (path) => this.#store.get<T>(name, path),
      some: (paths) => [...new Set(paths)].flatMap((path) => this.#store.get<T>(name, path) ?? []),
      all: () => this.#store.values<T>(name).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      put: (entry) => this.#set(name, entry.path, entry),
      delete: (path) => this.#delete(name, path),
      clear: () =>
        this.transaction(() => {
          for (const { path } of this.#store.values<T>(name)) this.#delete(name, path);
        }),
    };
  }

  /** What the database's triggers do: the next snapshot looks at what moved. */
  #noticed(base: Table<BaseEntry>): Table<BaseEntry> {
    const noticing = (paths: readonly string[], work: () => void): void =>
      this.transaction(() => {
        for (const path of paths) this.#set('moved', path, { path, here: null });
        work();
      });
    return {
      ...base,
      put: (entry) => noticing([entry.path], () => base.put(entry)),
      delete: (path) => noticing(base.get(path) ? [path] : [], () => base.delete(path)),
      clear: () =>
        noticing(
          base.all().map(({ path }) => path),
          () => base.clear(),
        ),
    };
  }

  #cells<V>(name: TableName): Cells<V> {
    return {
      get: (key) => this.#store.get<V>(name, key),
      set: (key, value) => this.#set(name, key, value),
      delete: (key) => this.#delete(name, key),
      values: () => this.#store.values<V>(name),
    };
  }

  #runCells(): RunCells {
    return {
      base: this.base,
      contents: this.contents,
      runs: this.#cells('runs'),
      replaced: this.#cells('replaced'),
      moved: this.#cells('moved'),
      snapshots: this.#cells('snapshots'),
      counters: this.#cells('counters'),
      transaction: (work) => this.transaction(work),
    };
  }

  #activity(): ActivityLog {
    const counters = this.#cells<number>('counters');
    const log = memoryActivity(this.#cells<KeptActivity>('activity'), () => {
      const id = (counters.get('activity') ?? 0) + 1;
      counters.set('activity', id);
      return id;
    });
    return { ...log, add: (entry) => this.transaction(() => log.add(entry)) };
  }

  #history(): History {
    const store = this.#store;
    const all = (): readonly KeptVersion[] => store.values<readonly KeptVersion[]>('versions').flat();
    return {
      record: ({ path, id, origin, time, bytes }) => {
        const known = store.versionsOf(path);
        if (known[0]?.content === id) return;
        this.transaction(() => {
          store.versionCount += 1;
          const version = { id: String(store.versionCount), path, time, origin, bytes, content: id };
          this.#set('versions', path, [version, ...known]);
        });
      },
      list: (path) => {
        const versions = path === undefined ? all() : store.versionsOf(path);
        return versions
          .toSorted((a, b) => Number(b.id) - Number(a.id))
          .map(({ content: _, ...rest }) => rest);
      },
      content: (id) => {
        const found = all().find((version) => version.id === id);
        return found && { path: found.path, id: found.content };
      },
      prune: (before, keep) => this.transaction(() => this.#prune(before, keep)),
      size: () => ({ bytes: 0, versions: all().length, texts: 0, oldest: null }),
    };
  }

  #prune(before: number, keep: number): void {
    const store = this.#store;
    const spokenOf = new Set<ContentId | null | undefined>(
      pruneRuns(this.#runCells(), this.#cells('activity'), before),
    );
    for (const [path, versions] of store.tables.versions as Map<string, readonly KeptVersion[]>) {
      const kept = versions.filter(({ time }, place) => time >= before || place < keep);
      if (kept.length < versions.length) this.#set('versions', path, kept);
      for (const { content } of kept) spokenOf.add(content);
    }
    for (const { seen } of this.conflicts.all()) spokenOf.add(seen.local).add(seen.remote);
    for (const { local, remote } of this.base.all()) spokenOf.add(local?.id).add(remote?.id);
    for (const { version } of this.remote.all()) spokenOf.add(version?.id);
    for (const { version } of this.intents.all()) spokenOf.add(version.id);
    for (const id of store.tables.contents.keys()) if (!spokenOf.has(id)) this.#delete('contents', id);
  }
}
