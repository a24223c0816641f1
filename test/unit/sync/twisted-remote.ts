import type { GiipContent, GiipStore } from '../../../electron/rehearsal/giip-store.ts';
import type {
  Cursor,
  PullAnswer,
  PushAnswer,
  PushItem,
  Remote,
  SectionAnswer,
} from '../../../electron/sync/ports.ts';
import type { Rejected, Section } from '../../../shared/model/item.ts';
import type { SyncError } from '../../../shared/model/sync-error.ts';

/** Every reading of GIIP that the engine has to survive; a test sets what it needs and may change it at any time. */
export interface Twists {
  /** What the database makes of a document. */
  normalise: (text: string) => string;
  documents: 'full' | 'changed-only';
  push: 'merge' | 'replace-all' | 'nothing';
  /** So many pulls after the next push still show what was there before it. */
  staleAfterPush: number;
  /** A section that is answered without items although its hash moved. */
  silent: readonly Section[];
  /** With one hash sent and matching, everything is "not modified". */
  isLenient304: boolean;
  hash: 'content' | 'per-answer' | 'none';
  refuses: (wire: string) => boolean;
  /** Items that the client rejects while it reads the answer. */
  unusable: readonly Rejected[];
  /** The next calls fail with these. `happened`: it was carried out all the same. */
  pullFailures: SyncError[];
  pushFailures: { readonly error: SyncError; readonly happened: boolean }[];
  /** Called between the calls: another writer, or a death. */
  before: (call: 'pull' | 'push') => void;
  after: (call: 'pull' | 'push') => void;
}

export interface TwistedRemote extends Remote {
  readonly twists: Twists;
  readonly pulls: Cursor[];
  readonly pushes: (readonly PushItem[])[];
  /** A push of this machine whose answer never came is carried out now. */
  replayPush(index: number): void;
}

export function plainTwists(): Twists {
  return {
    normalise: (text) => text,
    documents: 'full',
    push: 'merge',
    staleAfterPush: 0,
    silent: [],
    isLenient304: false,
    hash: 'content',
    refuses: () => false,
    unusable: [],
    pullFailures: [],
    pushFailures: [],
    before: () => undefined,
    after: () => undefined,
  };
}

function contentOf(items: readonly PushItem[], normalise: (text: string) => string): GiipContent {
  const of = (section: Section): (readonly [string, string])[] =>
    items.filter((item) => item.section === section).map(({ wire, text }) => [wire, text]);
  const docs = of('doc').map(([wire, text]) => [wire, normalise(text)] as const);
  return { configs: new Map(of('config')), docs: new Map(docs) };
}

/** A `Remote` without HTTP on a pretend GIIP's store, with the readings of `api.md` as switches. */
export function twistedRemote(store: GiipStore, lssn: number, twists: Twists): TwistedRemote {
  const pulls: Cursor[] = [];
  const pushes: (readonly PushItem[])[] = [];
  const issued = new Map<string, ReadonlyMap<string, string>>();
  let [answers, requests, staleLeft] = [0, 0, 0];
  let stale: GiipContent | null = null;

  function store_(items: readonly PushItem[]): void {
    const changes = contentOf(items, twists.normalise);
    const now = store.read(lssn);
    if (twists.push === 'merge') store.merge(lssn, changes);
    if (twists.push === 'replace-all')
      store.replace(lssn, {
        configs: changes.configs.size > 0 ? changes.configs : now.configs,
        docs: changes.docs.size > 0 ? changes.docs : now.docs,
      });
  }

  function sectionAnswer(section: Section, known: string | undefined, seen: GiipContent): SectionAnswer {
    const items = section === 'config' ? seen.configs : seen.docs;
    const content = JSON.stringify([...items].sort());
    const hash = twists.hash === 'none' ? null : twists.hash === 'content' ? content : `${answers}`;
    if (hash !== null && hash === known) return { state: 'unchanged' };
    const before = twists.documents === 'changed-only' && known !== undefined ? issued.get(known) : undefined;
    if (hash !== null) issued.set(hash, items);
    const named = [...items].filter(([wire, text]) => before?.get(wire) !== text);
    const wires = named.map(([wire]) => wire);
    const rejected = twists.unusable.filter(({ path }) => wires.includes(path));
    if (twists.silent.includes(section) || named.length === 0) return { state: 'silent', hash };
    const used = named.filter(([wire]) => !rejected.some(({ path }) => path === wire));
    return { state: 'items', hash, items: used.map(([wire, text]) => ({ wire, text })), rejected };
  }

  async function pull(known: Cursor): ReturnType<Remote['pull']> {
    twists.before('pull');
    requests += 1;
    answers += 1;
    pulls.push(known);
    const failure = twists.pullFailures.shift();
    if (failure) return { ok: false, error: failure };
    const isLate = Math.min(staleLeft, twists.staleAfterPush) > 0 && stale !== null;
    if (isLate) staleLeft -= 1;
    const seen = isLate && stale ? stale : store.read(lssn);
    const answer: PullAnswer = {
      config: sectionAnswer('config', known.config, seen),
      doc: sectionAnswer('doc', known.doc, seen),
    };
    twists.after('pull');
    const isMatch = answer.config.state === 'unchanged' || answer.doc.state === 'unchanged';
    if (!twists.isLenient304 || !isMatch) return { ok: true, value: answer };
    const lenient = (section: SectionAnswer, hash: string | undefined): SectionAnswer =>
      hash === undefined ? { state: 'silent', hash: null } : section;
    return {
      ok: true,
      value: { config: lenient(answer.config, known.config), doc: lenient(answer.doc, known.doc) },
    };
  }

  async function push(items: readonly PushItem[]): Promise<PushAnswer> {
    if (items.length === 0) return { accepted: [], refused: [] };
    twists.before('push');
    requests += 1;
    pushes.push(items);
    const accepted = items.filter(({ wire }) => !twists.refuses(wire));
    const failure = twists.pushFailures.shift();
    stale = store.read(lssn);
    staleLeft = twists.staleAfterPush;
    if (!failure || failure.happened) store_(accepted);
    twists.after('push');
    if (failure) return { accepted: [], refused: [], error: failure.error };
    const refused = items.filter((item) => !accepted.includes(item));
    return { accepted, refused: refused.map((item) => ({ item, error: { code: 'parameter-refused' } })) };
  }

  return {
    twists,
    pulls,
    pushes,
    pull,
    push,
    requests: () => requests,
    replayPush: (index) => store_(pushes[index] ?? []),
  };
}
