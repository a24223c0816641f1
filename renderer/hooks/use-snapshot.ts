import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AppSnapshot } from '../../shared/model/app-snapshot.ts';
import type { SnapshotStore } from '../snapshot-store.ts';

/** The store of this window. */
export const SnapshotContext = createContext<SnapshotStore | null>(null);

/** The newest snapshot, or null until the first one has come. */
export function useSnapshot(): AppSnapshot | null {
  const store = useContext(SnapshotContext);
  if (store === null) throw new Error('SnapshotContext is missing');
  return useSyncExternalStore(store.subscribe, store.get);
}
