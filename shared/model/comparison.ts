import type { ItemPath } from './item.ts';

/** One key in which a config differs between two connections; null: it is not there. What looks like a secret is hidden. */
export interface ComparedKey {
  /** Names from the outermost object inwards; empty for the whole file. */
  readonly key: readonly string[];
  readonly left: string | null;
  readonly right: string | null;
}

/** One config file of two connections, compared by meaning: the order of keys and spaces are no difference. */
export interface ComparedConfig {
  readonly path: ItemPath;
  readonly state: 'equal' | 'different' | 'onlyLeft' | 'onlyRight' | 'unreadable';
  /** Of a different one; empty where it is no JSON. */
  readonly keys: readonly ComparedKey[];
  /** So many more keys differ than are named. */
  readonly more: number;
}

/** The configs of two connections beside each other, as they are on this computer. */
export interface Comparison {
  /** Sorted by path. */
  readonly configs: readonly ComparedConfig[];
}
