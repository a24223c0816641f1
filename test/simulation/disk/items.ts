import type { ItemPath } from '../../../shared/model/item.ts';

/** Where the workspace lies on the simulated disk. */
export const ROOT = '/w';
/** A file that is none of ours. */
export const SECRET = '/outside/secret.md';

const ITEMS: readonly [ItemPath, ItemPath, ItemPath] = ['docs/a.md', 'configs/c.json', 'docs/deep/b.md'];

/** What is known to be true of one item, as long as nobody else has a hand in it. */
export interface Item {
  readonly path: ItemPath;
  readonly isConfig: boolean;
  /** Whether its name must stand: surely, unless a power cut takes it, or nobody can say. */
  name: 'stands' | 'unflushed' | 'open';
  /** What may stand there (null: nothing), until a person touches it. */
  allowed: Set<string | null> | null;
  /** How often a person had a hand in it. */
  touches: number;
}

export function itemsOf(): readonly Item[] {
  return ITEMS.map((path) => ({
    path,
    isConfig: path.startsWith('configs/'),
    name: 'open',
    allowed: new Set([null]),
    touches: 0,
  }));
}
