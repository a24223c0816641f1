import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Cursor, PullAnswer, SectionAnswer } from '../sync/ports.ts';
import { collectItems, type ItemCollector } from './collect-items.ts';
import { type Envelope, membersByName } from './envelope.ts';
import { configText, docText } from './item-text.ts';
import { jsonSource, type Span } from './json-source.ts';
import { LIMITS } from './limits.ts';

/** One of the two sections as the answer spells it. */
interface Spelling {
  readonly hash: string;
  readonly items: string;
  readonly opens: '{' | '[';
  readonly walk: (source: string, span: Span) => Iterable<Span>;
  readonly take: (source: string, entry: Span, items: ItemCollector, position: number) => void;
  readonly repeated: 'once' | 'rejected';
}

const CONTROL = /\p{Cc}/u;

function stringAt(source: string, span: Span | undefined, longest: number): string | null {
  if (span === undefined || source[span.start] !== '"' || span.end - span.start > longest * 6 + 2)
    return null;
  return String(JSON.parse(source.slice(span.start, span.end)));
}

function hashAt(source: string, span: Span | undefined): string | null {
  const hash = stringAt(source, span, LIMITS.hashLength);
  if (hash === null || hash.length === 0 || hash.length > LIMITS.hashLength) return null;
  return CONTROL.test(hash) ? null : hash;
}

function takeDoc(source: string, entry: Span, items: ItemCollector, position: number): void {
  const named = source[entry.start] === '{' ? membersByName(source, entry) : new Map<string, Span>();
  const path = stringAt(source, named.get('doc_path'), LIMITS.itemBytes);
  if (path === null || path === '') {
    items.reject(`document ${position} of GIIP's answer`, 'it has no doc_path');
  } else {
    items.add(path, docText(source, named.get('doc_content')));
  }
}

const CONFIGS: Spelling = {
  hash: 'newConfigHash',
  items: 'configData',
  opens: '{',
  walk: jsonSource.members,
  take: (source, entry, items) =>
    items.add('key' in entry ? String(entry.key) : '', configText(source, entry)),
  repeated: 'rejected',
};

const DOCS: Spelling = {
  hash: 'newDocHash',
  items: 'docData',
  opens: '[',
  walk: jsonSource.elements,
  take: takeDoc,
  repeated: 'once',
};

/** Absent, null, `{}` and `[]` all say the same: nothing. */
function isNothing(source: string, span: Span | undefined): boolean {
  if (span === undefined || source[span.start] === 'n') return true;
  const walk = source[span.start] === '{' ? jsonSource.members : jsonSource.elements;
  if (source[span.start] !== '{' && source[span.start] !== '[') return false;
  const [first] = walk(source, span);
  return first === undefined;
}

/** Reads sections one after the other and counts their items together. */
function sectionReader(source: string, named: ReadonlyMap<string, Span>) {
  let count = 0;
  return (spelling: Spelling, known: string | undefined): Result<SectionAnswer> => {
    const hash = hashAt(source, named.get(spelling.hash));
    if (hash !== null && hash === known) return ok({ state: 'unchanged' });
    const span = named.get(spelling.items);
    if (span === undefined || isNothing(source, span)) return ok({ state: 'silent', hash });
    if (source[span.start] !== spelling.opens)
      return fail('server-answer-invalid', `${spelling.items} has an unknown form`);
    const items = collectItems(spelling.repeated);
    let position = 0;
    for (const entry of spelling.walk(source, span)) {
      count += 1;
      position += 1;
      if (count > LIMITS.items) return fail('server-answer-too-large', `more than ${LIMITS.items} items`);
      spelling.take(source, entry, items, position);
    }
    return ok({ state: 'items', hash, ...items.result() });
  };
}

/** Reads the data of a successful pull. A bad item is rejected alone; a bad form refuses the whole answer. */
export function readPull({ source, data }: Envelope, known: Cursor): Result<PullAnswer> {
  if (data === null) return fail('server-answer-invalid', 'it holds no Data');
  const read = sectionReader(source, membersByName(source, data));
  const config = read(CONFIGS, known.config);
  if (!config.ok) return config;
  const doc = read(DOCS, known.doc);
  if (!doc.ok) return doc;
  return ok({ config: config.value, doc: doc.value });
}
