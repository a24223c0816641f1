import type { ItemPath } from '../../../shared/model/item.ts';

/** What the window was opened for. */
export interface HistoryTarget {
  readonly path: ItemPath | null;
  /** The plan of undoing the last sync. */
  readonly undo: boolean;
}

/** Reads the part of the address after `#history`: `?path=…` or `?undo`. */
export function historyTarget(hash: string): HistoryTarget {
  const cut = hash.indexOf('?');
  const query = new URLSearchParams(cut < 0 ? '' : hash.slice(cut + 1));
  return { path: query.get('path'), undo: query.has('undo') };
}
