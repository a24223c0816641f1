import { createHash } from 'node:crypto';

/** What GIIP holds for one server number: config key → JSON source, doc_path → text. Never changed in place. */
export interface GiipContent {
  readonly configs: ReadonlyMap<string, string>;
  readonly docs: ReadonlyMap<string, string>;
}

export interface GiipHashes {
  readonly config: string;
  readonly doc: string;
}

/** A pretend GIIP's memory, one content per server number. */
export interface GiipStore {
  read(lssn: number): GiipContent;
  /** Adds and overwrites; what is not named stays. */
  merge(lssn: number, changes: GiipContent): void;
  replace(lssn: number, content: GiipContent): void;
  hashes(lssn: number): GiipHashes;
}

const NOTHING: GiipContent = { configs: new Map(), docs: new Map() };

function hashOf(items: ReadonlyMap<string, string>): string {
  // Sorted: the same items have the same hash, in whatever order they came.
  const sorted = [...items].sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}

export function createGiipStore(): GiipStore {
  const contents = new Map<number, GiipContent>();
  const read = (lssn: number): GiipContent => contents.get(lssn) ?? NOTHING;
  return {
    read,
    merge(lssn, changes) {
      const now = read(lssn);
      contents.set(lssn, {
        configs: new Map([...now.configs, ...changes.configs]),
        docs: new Map([...now.docs, ...changes.docs]),
      });
    },
    replace(lssn, content) {
      contents.set(lssn, content);
    },
    hashes(lssn) {
      const { configs, docs } = read(lssn);
      return { config: hashOf(configs), doc: hashOf(docs) };
    },
  };
}
