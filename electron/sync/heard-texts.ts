import type { ItemPath, Section } from '../../shared/model/item.ts';
import type { Engine } from './engine.ts';
import type { ContentId, HeardText, KeepText, Version } from './ports.ts';
import type { RemoteEntry } from './state-ports.ts';
import { versionOf } from './version-of.ts';

/** Texts of GIIP's that are new here, as they come with an answer. */
export interface HeardTexts {
  readonly keep: KeepText;
  /** What was heard last, by path; read once for one answer. */
  before(): ReadonlyMap<ItemPath, RemoteEntry>;
  /** A text that was kept and is not in the store yet. */
  get(id: ContentId): string | undefined;
  /** Stores those of these that are not there yet; durable with the transaction that it is called in. */
  store(ids: Iterable<ContentId>): void;
}

/** So much waits in memory for one commit. Until something refers to a stored text it is as good as not there. */
const BATCH = 2 * 1024 * 1024;

/** What a text means does not hang on its name, only on its section. */
const NAMES: Readonly<Record<Section, string>> = { config: 'configs/x.json', doc: 'docs/x' };

/** The texts that were heard before are what they were: they need neither be parsed nor stored again. */
function knownVersions(
  before: ReturnType<HeardTexts['before']>,
): (section: Section, id: ContentId) => Version | undefined {
  const known = { config: new Map<ContentId, Version>(), doc: new Map<ContentId, Version>() };
  for (const { path, version } of before.values())
    if (version) known[path.startsWith('configs/') ? 'config' : 'doc'].set(version.id, version);
  return (section, id) => known[section].get(id);
}

function reader(
  engine: Engine,
  onNew: (section: Section, wire: string, id: ContentId, text: string) => void,
): Pick<HeardTexts, 'keep' | 'before'> {
  let entries: ReturnType<HeardTexts['before']> | null = null;
  let known: ReturnType<typeof knownVersions> | null = null;
  const before = (): ReturnType<HeardTexts['before']> => {
    entries ??= new Map(engine.state.remote.all().map((entry) => [entry.path, entry]));
    return entries;
  };
  const keep = (section: Section, wire: string, text: string): HeardText => {
    known ??= knownVersions(before());
    const id = engine.digest(text);
    const heardBefore = known(section, id);
    if (heardBefore) return heardBefore;
    const version = versionOf(engine.digest, NAMES[section], text, id);
    if ('broken' in version) return { id, broken: version.broken };
    onNew(section, wire, id, text);
    return version;
  };
  return { keep, before };
}

/** Kept in the store of contents, so that an answer of any size needs no more memory than a batch of it. */
export function storedTexts(engine: Engine): HeardTexts {
  const waiting = new Map<ContentId, string>();
  let size = 0;
  const store = (ids: Iterable<ContentId>): void => {
    for (const id of ids) {
      const text = waiting.get(id);
      if (text !== undefined) engine.state.contents.put(id, text);
    }
    waiting.clear();
    size = 0;
  };
  const heard = reader(engine, (section, wire, id, text) => {
    // A text that no file may have is not looked at again.
    if ('refused' in engine.paths.admit(section, wire)) return;
    waiting.set(id, text);
    size += text.length;
    if (size >= BATCH) engine.state.transaction(() => store([...waiting.keys()]));
  });
  return { ...heard, get: (id) => waiting.get(id), store };
}

/** Kept in memory and nowhere else, as far as they are wanted: for a look that leaves no trace. */
export function passingTexts(
  engine: Engine,
  isWanted: (section: Section, wire: string) => boolean,
): HeardTexts {
  const texts = new Map<ContentId, string>();
  const heard = reader(engine, (section, wire, id, text) => {
    if (isWanted(section, wire)) texts.set(id, text);
  });
  return { ...heard, get: (id) => texts.get(id), store: () => undefined };
}

/** Where nothing is heard. */
export const NO_TEXTS: Pick<HeardTexts, 'get' | 'store'> = { get: () => undefined, store: () => undefined };
