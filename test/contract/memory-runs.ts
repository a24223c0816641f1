import type {
  ActivityLog,
  EvidenceIds,
  FileAtRun,
  Replacement,
  Runs,
} from '../../electron/sync/run-ports.ts';
import type { BaseEntry } from '../../electron/sync/state-ports.ts';
import type { Activity, ActivityKind } from '../../shared/model/change.ts';
import type { RunKind, SyncRun } from '../../shared/model/history.ts';

/** One table of a state without a disk. */
export interface Cells<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  delete(key: string): void;
  values(): readonly V[];
}

export type KeptRun = Omit<SyncRun, 'canUndo'>;
export type KeptActivity = Activity & { readonly evidence: EvidenceIds | null };

/** A path that the next snapshot looks at; `here` is what the run put there beyond what is agreed. */
export interface Moved {
  readonly path: string;
  readonly here: string | null;
}

export interface KeptSnapshot {
  readonly path: string;
  readonly run: number;
  readonly local: string | null;
  readonly remote: string | null;
}

export interface RunCells {
  readonly base: Pick<Cells<BaseEntry>, 'get'>;
  readonly contents: Pick<Cells<string>, 'get'>;
  readonly runs: Cells<KeptRun>;
  /** By run. */
  readonly replaced: Cells<readonly Replacement[]>;
  readonly moved: Cells<Moved>;
  /** By path, newest first. */
  readonly snapshots: Cells<readonly KeptSnapshot[]>;
  readonly counters: Cells<number>;
  transaction<T>(work: () => T): T;
}

/** `Runs` on maps, for every state of the tests that has no database. */
export class MemoryRuns implements Runs {
  readonly #cells: RunCells;
  #atWork: { readonly id: number; readonly kind: RunKind } | null = null;

  constructor(cells: RunCells) {
    this.#cells = cells;
  }

  begin(kind: RunKind): boolean {
    if (this.#atWork) return false;
    this.#atWork = { id: (this.#cells.counters.get('run') ?? 0) + 1, kind };
    return true;
  }

  current(): number | null {
    return this.#atWork?.id ?? null;
  }

  note(kind: ActivityKind, time: number): number | null {
    if (!this.#atWork) return null;
    this.#keep(time, kind);
    return this.#atWork.id;
  }

  noteReplaced({ path, before, after }: Replacement, time: number): void {
    const id = this.current();
    if (id === null) return;
    const { replaced, moved, transaction } = this.#cells;
    transaction(() => {
      this.#keep(time, null);
      const known = replaced.get(String(id)) ?? [];
      const first = known.find((one) => one.path === path);
      const others = known.filter((one) => one.path !== path);
      replaced.set(String(id), [...others, { path, before: first ? first.before : before, after }]);
      moved.set(path, { path, here: after });
    });
  }

  end(time: number, outcome: SyncRun['outcome']): number | null {
    const id = this.current();
    this.leave();
    const run = id === null ? undefined : this.#cells.runs.get(String(id));
    if (id === null || !run) return null;
    this.#cells.transaction(() => {
      this.#cells.runs.set(String(id), { ...run, time, outcome });
      if (run.kind !== 'sync')
        for (const { path, after } of this.replaced(id)) this.#cells.moved.set(path, { path, here: after });
      this.#takeSnapshot(id);
    });
    return id;
  }

  leave(): void {
    this.#atWork = null;
  }

  get(run: number): SyncRun | undefined {
    const found = this.#cells.runs.get(String(run));
    return found && this.#shown(found);
  }

  list(before: number | null, limit: number): readonly SyncRun[] {
    const found = this.#cells.runs.values().filter(({ id }) => before === null || id < before);
    return found
      .toSorted((a, b) => b.id - a.id)
      .slice(0, Math.max(0, limit))
      .map((run) => this.#shown(run));
  }

  lastUndoable(): SyncRun | undefined {
    return this.list(null, Number.MAX_SAFE_INTEGER).find(({ canUndo }) => canUndo);
  }

  replaced(run: number): readonly Replacement[] {
    return (this.#cells.replaced.get(String(run)) ?? []).toSorted(byPath);
  }

  folderAt(run: number): readonly FileAtRun[] {
    const found = this.#cells.snapshots.values().map((kept) => kept.find((one) => one.run <= run));
    return found
      .flatMap((one) => (one?.local ? [{ path: one.path, id: one.local, twin: one.remote }] : []))
      .toSorted(byPath);
  }

  #keep(time: number, kind: ActivityKind | null): void {
    if (!this.#atWork) return;
    const { id, kind: runKind } = this.#atWork;
    const { runs, counters } = this.#cells;
    const known = runs.get(String(id));
    if (!known) counters.set('run', id);
    const counts = { ...known?.counts };
    if (kind) counts[kind] = (counts[kind] ?? 0) + 1;
    runs.set(String(id), { id, time, kind: runKind, outcome: known?.outcome ?? null, counts });
  }

  #shown(run: KeptRun): SyncRun {
    const { contents } = this.#cells;
    const canUndo = this.replaced(run.id).some(
      ({ before }) => before !== null && contents.get(before) !== undefined,
    );
    return { ...run, canUndo };
  }

  #takeSnapshot(run: number): void {
    const { base, moved, snapshots } = this.#cells;
    for (const { path, here } of moved.values()) {
      moved.delete(path);
      const agreed = base.get(path);
      const local = here ?? agreed?.local?.id ?? null;
      const remote = here === null && agreed?.local ? (agreed.remote?.id ?? null) : null;
      const known = snapshots.get(path) ?? [];
      const last = known[0];
      if ((last?.local ?? null) === local && (last?.remote ?? null) === remote) continue;
      snapshots.set(path, [{ path, run, local, remote }, ...known.filter((one) => one.run !== run)]);
    }
  }
}

/** As many as the database keeps. */
const KEPT_ACTIVITIES = 20_000;

export function memoryActivity(cells: Cells<KeptActivity>, nextId: () => number): ActivityLog {
  const shown = ({ evidence: _, ...entry }: KeptActivity): Activity => entry;
  return {
    add: ({ evidence = null, run = null, ...entry }) => {
      const id = nextId();
      cells.set(String(id), { ...entry, id, run, hasEvidence: evidence !== null, evidence });
      cells.delete(String(id - KEPT_ACTIVITIES));
    },
    latest: (limit) =>
      cells
        .values()
        .toSorted((a, b) => b.id - a.id)
        .slice(0, Math.max(0, limit))
        .map(shown),
    ofRun: (run) =>
      cells
        .values()
        .filter((entry) => entry.run === run)
        .toSorted((a, b) => a.id - b.id)
        .map(shown),
    get: (id) => {
      const found = cells.get(String(id));
      return found && { entry: shown(found), evidence: found.evidence };
    },
  };
}

/** Retention of runs: answers the content ids that runs, snapshots and evidence still speak of. */
export function pruneRuns(
  cells: RunCells,
  activity: Cells<KeptActivity>,
  before: number,
): readonly (string | null)[] {
  const { runs, replaced, snapshots } = cells;
  for (const { id, time } of runs.values()) {
    if (time >= before) continue;
    runs.delete(String(id));
    replaced.delete(String(id));
  }
  for (const entry of activity.values())
    if (entry.run !== null && !runs.get(String(entry.run)))
      activity.set(String(entry.id), { ...entry, run: null, hasEvidence: false, evidence: null });
  const first = Math.min(...runs.values().map(({ id }) => id));
  for (const known of snapshots.values()) {
    const last = known.findIndex(({ run }) => run <= first);
    const path = known[0]?.path;
    if (path !== undefined && last >= 0 && last < known.length - 1)
      snapshots.set(path, known.slice(0, last + 1));
  }
  return [
    ...runs
      .values()
      .flatMap(({ id }) => replaced.get(String(id)) ?? [])
      .flatMap((one) => [one.before, one.after]),
    ...snapshots
      .values()
      .flat()
      .flatMap(({ local, remote }) => [local, remote]),
    ...activity
      .values()
      .flatMap(({ evidence }) => (evidence ? [evidence.base, evidence.local, evidence.remote] : [])),
  ];
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
