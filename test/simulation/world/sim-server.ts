import type { Cursor, PullAnswer, PushItem, SectionAnswer } from '../../../electron/sync/ports.ts';
import { SECTIONS, type Section } from '../../../shared/model/item.ts';
import type { Normaliser } from '../../giip-server/giip-switches.ts';
import { normaliseText } from '../../giip-server/normalise-text.ts';

/** What this GIIP is like: one of the readings that the published page leaves open. The first value is the plainest. */
export interface ServerNature {
  readonly documents: 'full' | 'changed-only';
  readonly hash: 'content' | 'counter' | 'per-answer' | 'none';
  readonly isLenient304: boolean;
  readonly normalise: Normaliser;
  readonly spelling: 'as-sent' | 'backslash' | 'without-docs';
  readonly push: 'merge' | 'replace-all';
  /** So many pulls after a push still see what was there before it. */
  readonly staleAfterPush: number;
  /** An item that is always refused by itself. */
  readonly refusedWire: string | null;
  /** An item to which it says yes, and which it never keeps. */
  readonly forgottenWire: string | null;
}

export type Items = ReadonlyMap<string, string>;
export type Content = Readonly<Record<Section, Items>>;

/** A state of one section as some answer showed it. */
interface Snapshot {
  readonly items: Items;
  /** False when hash and data were not of one moment. */
  readonly isHonest: boolean;
}

export interface ServerAnswer {
  readonly answer: PullAnswer;
  /** What the answer was made of, after spelling. */
  readonly shown: Content;
}

const NOTHING: Content = { config: new Map(), doc: new Map() };

function canonical(path: string): string {
  const slashes = path.replaceAll('\\', '/');
  return slashes.startsWith('docs/') ? slashes : `docs/${slashes}`;
}

/** GIIP for one server number, with every reading of the API; told by the world when to be odd. */
export class SimServer {
  readonly nature: ServerNature;
  readonly snapshots = new Map<string, Snapshot>();
  content: Content = NOTHING;
  /** Paths that it held under two spellings at once. */
  readonly twiceSpelled = new Set<string>();
  /** Called for every change of what is held, whoever makes it. */
  onChange: (before: Content, after: Content) => void = () => undefined;
  #counts: Record<Section, number> = { config: 0, doc: 0 };
  #answers = 0;
  #stale: { readonly content: Content; readonly counts: Record<Section, number> } | null = null;
  #staleLeft = 0;

  constructor(nature: ServerNature) {
    this.nature = nature;
  }

  set(content: Content): void {
    const before = this.content;
    for (const section of SECTIONS) if (content[section] !== before[section]) this.#counts[section] += 1;
    this.content = content;
    this.#noteSpellings();
    this.onChange(before, content);
  }

  #noteSpellings(): void {
    const seen = new Set<string>();
    for (const wire of this.content.doc.keys()) {
      const path = canonical(wire);
      if (seen.has(path)) this.twiceSpelled.add(path);
      seen.add(path);
    }
  }

  edit(section: Section, wire: string, text: string | null): void {
    const items = new Map(this.content[section]);
    if (text === null) items.delete(wire);
    else items.set(wire, text);
    this.set({ ...this.content, [section]: items });
  }

  /** A push, or the first half of it, is carried out. */
  store(items: readonly PushItem[]): void {
    this.#stale = { content: this.content, counts: { ...this.#counts } };
    this.#staleLeft = this.nature.staleAfterPush;
    const after: Record<Section, Items> = { ...this.content };
    for (const section of SECTIONS) {
      const sent = items.filter((item) => item.section === section && this.#isKept(item));
      if (sent.length === 0) continue;
      const next = new Map(this.nature.push === 'merge' ? this.content[section] : []);
      for (const item of sent) next.set(this.#name(item), this.#stored(item));
      after[section] = next;
    }
    this.set(after);
  }

  /** `odd`: a section without items although its hash moved, or data of another moment than the hash. */
  answer(known: Cursor, odd: 'none' | 'silent' | 'skewed', previous: Content | null): ServerAnswer {
    this.#answers += 1;
    const isStale = this.#staleLeft > 0 && this.#stale !== null;
    if (isStale) this.#staleLeft -= 1;
    const { content: seen, counts } =
      isStale && this.#stale ? this.#stale : { content: this.content, counts: this.#counts };
    const skewed = odd === 'skewed' && previous ? previous : seen;
    const shown = { config: skewed.config, doc: this.#spelled(skewed.doc) };
    const section = (name: Section): SectionAnswer => {
      const hash = this.#hash(seen[name], counts[name]);
      const answer = this.#section(name, known[name], shown[name], hash, odd === 'none');
      return odd === 'silent' && answer.state === 'items' ? { state: 'silent', hash: answer.hash } : answer;
    };
    const answer = { config: section('config'), doc: section('doc') };
    return { answer: this.nature.isLenient304 ? lenient(answer, known) : answer, shown };
  }

  #section(
    section: Section,
    known: string | undefined,
    items: Items,
    hash: string | null,
    isHonest: boolean,
  ): SectionAnswer {
    if (hash !== null && hash === known) return { state: 'unchanged' };
    const before =
      this.nature.documents === 'changed-only' && known !== undefined
        ? this.snapshots.get(`${section} ${known}`)
        : undefined;
    if (hash !== null)
      this.#remember(`${section} ${hash}`, { items, isHonest: isHonest && before?.isHonest !== false });
    const named = [...items].filter(([wire, text]) => before?.items.get(wire) !== text);
    if (named.length === 0) return { state: 'silent', hash };
    return { state: 'items', hash, items: named.map(([wire, text]) => ({ wire, text })), rejected: [] };
  }

  /** A hash that was once given out with other data says nothing for ever. */
  #remember(key: string, { items, isHonest }: Snapshot): void {
    const wasHonest = this.snapshots.get(key)?.isHonest ?? true;
    this.snapshots.set(key, { items, isHonest: isHonest && wasHonest });
  }

  #hash(items: Items, count: number): string | null {
    const { hash } = this.nature;
    if (hash === 'none') return null;
    if (hash === 'per-answer') return `a${this.#answers}`;
    if (hash === 'counter') return `c${count}`;
    return [...items].sort(([a], [b]) => (a < b ? -1 : 1)).join('\u0001');
  }

  #isKept({ wire }: PushItem): boolean {
    return wire !== this.nature.refusedWire && wire !== this.nature.forgottenWire;
  }

  #name({ section, wire }: PushItem): string {
    return section === 'config' || this.nature.spelling === 'as-sent' ? wire : canonical(wire);
  }

  #stored({ section, text }: PushItem): string {
    return section === 'config' ? text : normaliseText(text, this.nature.normalise);
  }

  #spelled(docs: Items): Items {
    const { spelling } = this.nature;
    if (spelling === 'as-sent') return docs;
    const name = (path: string): string => {
      const inside = canonical(path).slice('docs/'.length);
      return spelling === 'without-docs' ? inside : `docs/${inside.replaceAll('/', '\\')}`;
    };
    return new Map([...docs].map(([path, text]) => [name(path), text]));
  }
}

/** One hash was sent and matches: nothing is said about the other section. */
function lenient(answer: PullAnswer, known: Cursor): PullAnswer {
  if (!SECTIONS.some((section) => answer[section].state === 'unchanged')) return answer;
  const of = (section: Section): SectionAnswer =>
    known[section] === undefined ? { state: 'silent', hash: null } : answer[section];
  return { config: of('config'), doc: of('doc') };
}
