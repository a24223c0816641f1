export type SizeName = 'S' | 'M' | 'L';

export interface TreeSize {
  readonly name: SizeName;
  readonly configs: number;
  readonly docs: number;
}

/** Documents lie fifty to a folder: 5, 101 and 1,001 folders (research/performance.md, section 1). */
export const DOCS_IN_A_FOLDER = 50;

export const SIZES: Readonly<Record<SizeName, TreeSize>> = {
  S: { name: 'S', configs: 20, docs: 200 },
  M: { name: 'M', configs: 100, docs: 5_000 },
  L: { name: 'L', configs: 200, docs: 50_000 },
};

/** Items of a size, which a cost that grows with the folder grows with. */
export function itemsOf(name: SizeName): number {
  return SIZES[name].configs + SIZES[name].docs;
}
