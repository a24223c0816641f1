import type { GiipContent, GiipHashes, GiipStore } from '../../electron/rehearsal/giip-store.ts';
import type { GiipSwitches } from './giip-switches.ts';

/** What GIIP held at one time, and what each kind of hash said about it. */
interface Moment extends GiipContent {
  readonly content: GiipHashes;
  readonly counter: { readonly config: number; readonly doc: number };
}

/** A pull's view: data and hashes are of one moment, unless a switch says otherwise. */
export interface View extends GiipContent {
  readonly hashes: GiipHashes;
}

/** A store that remembers all it has held, so that answers can come from the past. */
export interface GiipMoments extends GiipStore {
  /** What the next pull sees; counts down the switches that last for a number of answers. */
  view(lssn: number): View;
  /** Tells the store that a push has changed it: the following pulls may still see what was before. */
  pushed(lssn: number, before: number): void;
  /** Number of moments so far. */
  count(lssn: number): number;
  /** The documents that an answer with this hash spoke of. */
  docsAt(hash: string): ReadonlyMap<string, string> | undefined;
}

const START: Moment = {
  configs: new Map(),
  docs: new Map(),
  content: { config: '', doc: '' },
  counter: { config: 0, doc: 0 },
};

// A time in hexadecimal, one second apart: two changes never share it.
const hashOfTime = (count: number): string => (1_700_000_000 + count).toString(16);

export function rememberMoments(store: GiipStore, switches: GiipSwitches): GiipMoments {
  const moments = new Map<number, Moment[]>();
  const stale = new Map<number, { readonly index: number; left: number }>();
  const issued = new Map<string, ReadonlyMap<string, string>>();
  let responses = 0;

  const all = (lssn: number): Moment[] => {
    const known = moments.get(lssn) ?? [{ ...START, content: store.hashes(lssn) }];
    moments.set(lssn, known);
    return known;
  };
  const remember = (lssn: number): void => {
    const known = all(lssn);
    const before = known.at(-1) ?? START;
    const content = store.hashes(lssn);
    known.push({
      ...store.read(lssn),
      content,
      counter: {
        config: before.counter.config + (content.config === before.content.config ? 0 : 1),
        doc: before.counter.doc + (content.doc === before.content.doc ? 0 : 1),
      },
    });
  };
  const hashes = ({ content, counter }: Moment): GiipHashes => {
    const made = (make: (count: number) => string): GiipHashes => ({
      config: make(counter.config),
      doc: make(counter.doc),
    });
    switch (switches.hash) {
      case 'content':
        return content;
      case 'counter':
        return made((count) => `v${count}`);
      case 'time':
        return made(hashOfTime);
      case 'per-response':
        responses += 1;
        return made((count) => `r${responses}-${count}`);
    }
  };

  return {
    read: store.read,
    hashes: (lssn) => hashes(all(lssn).at(-1) ?? START),
    merge(lssn, changes) {
      all(lssn);
      store.merge(lssn, changes);
      remember(lssn);
    },
    replace(lssn, content) {
      all(lssn);
      store.replace(lssn, content);
      remember(lssn);
    },
    view(lssn) {
      const known = all(lssn);
      const old = stale.get(lssn);
      const late = old !== undefined && old.left > 0;
      if (late) old.left -= 1;
      const now = known[late ? old.index : known.length - 1] ?? START;
      const skewed = switches.skewedAnswers > 0;
      if (skewed) switches.skewedAnswers -= 1;
      const { configs, docs } = skewed ? (known.at(-2) ?? START) : now;
      const seen = hashes(now);
      issued.set(seen.doc, docs);
      return { configs, docs, hashes: seen };
    },
    pushed(lssn, before) {
      stale.set(lssn, { index: Math.max(0, before - 1), left: switches.staleAfterPush });
    },
    count: (lssn) => all(lssn).length,
    docsAt: (hash) => issued.get(hash),
  };
}
