import type { AppSnapshot } from '../../shared/model/app-snapshot.ts';
import type { Clock } from '../sync/ports.ts';

/** Where the one snapshot flows out: at most every 100 ms, the last state never lost. */
export interface SnapshotOutlet {
  current(): AppSnapshot;
  /** Something changed: a new snapshot is due. */
  changed(): void;
  onChange(listener: (snapshot: AppSnapshot) => void): () => void;
}

/** Faster than this nobody can read, and every window would repaint for nothing. */
const SPACING_MS = 100;

/** `build` is asked for each new revision. */
export function createSnapshotOutlet(clock: Clock, build: (revision: number) => AppSnapshot): SnapshotOutlet {
  const listeners = new Set<(snapshot: AppSnapshot) => void>();
  let revision = 1;
  let isWaiting = false;
  let isStale = false;
  let snapshot: AppSnapshot | null = null;

  function publish(): void {
    isStale = false;
    revision += 1;
    snapshot = build(revision);
    for (const listener of listeners) listener(snapshot);
    isWaiting = true;
    clock.after(SPACING_MS, () => {
      isWaiting = false;
      if (isStale) publish();
    });
  }

  return {
    current: () => {
      snapshot ??= build(revision);
      return snapshot;
    },
    changed() {
      isStale = true;
      if (!isWaiting) publish();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
