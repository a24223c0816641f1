import type { Api } from '../shared/ipc/contract.ts';
import type { AppSnapshot } from '../shared/model/app-snapshot.ts';

/** What `useSyncExternalStore` needs: the newest snapshot, or null until the first one has come. */
export interface SnapshotStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => AppSnapshot | null;
}

/**
 * Keeps the snapshot with the highest revision. The answer to `snapshot.get` and the events race each other,
 * so the order of arrival says nothing.
 */
export function snapshotStore(api: Api): SnapshotStore {
  const listeners = new Set<() => void>();
  let current: AppSnapshot | null = null;
  let stop: (() => void) | null = null;

  const offer = (next: AppSnapshot): void => {
    if (current !== null && next.revision <= current.revision) return;
    current = next;
    for (const listener of listeners) listener();
  };

  const start = async (): Promise<void> => {
    stop = api.on('snapshot.changed', offer);
    const answer = await api.call('snapshot.get', null);
    if (answer.ok) offer(answer.value);
  };

  return {
    get: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      if (stop === null) void start();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
      };
    },
  };
}
