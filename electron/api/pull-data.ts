import type { Section } from '../../shared/model/item.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Cursor, KeepText, PullAnswer, SectionAnswer } from '../sync/ports.ts';
import { collectItems, type ItemCollector } from './collect-items.ts';
import { ARRAY, type DataReader, LONGEST_NAME, OBJECT } from './envelope.ts';
import { configText, docText, type ItemText, LONGEST_SOURCE, overlongText } from './item-text.ts';
import type { Take, Walk } from './json-reader.ts';
import { LIMITS } from './limits.ts';

type Entry = (key: string | null, first: number, position: number) => Take | Walk | undefined;

/** One of the two sections as the answer spells it. */
interface Spelling {
  readonly section: Section;
  readonly items: string;
  readonly opens: number;
  readonly repeated: 'once' | 'rejected';
  readonly entries: (items: ItemCollector) => Entry;
}

/** What one section of an answer came to. */
interface SectionData {
  readonly hash: string | null;
  /** `unknown`: something, and not what a section looks like. */
  readonly form: 'nothing' | 'items' | 'unknown';
  readonly count: number;
  readonly items: ItemCollector;
}

/** What a pull's answer carries; nothing of it counts before the answer is known to be whole and good. */
export type PullData = (known: Cursor) => Result<PullAnswer>;

const CONTROL = /\p{Cc}/u;
const QUOTE = 0x22;
const SMALL_N = 0x6e;

function hashOf(source: string | null): string | null {
  if (source?.charCodeAt(0) !== QUOTE) return null;
  const hash = String(JSON.parse(source));
  if (hash.length === 0 || hash.length > LIMITS.hashLength) return null;
  return CONTROL.test(hash) ? null : hash;
}

function textTake(
  read: (source: string, said?: string) => ItemText,
  first: number,
  done: (text: ItemText) => void,
): Take {
  return {
    limit: LONGEST_SOURCE,
    done: (source) => done(source === null ? overlongText(first) : read(source)),
    text: (said, source) => done(read(source, said)),
  };
}

function configEntries(items: ItemCollector): Entry {
  return (key, first, position) =>
    textTake(configText, first, (text) => {
      if (key === null) items.reject(`configuration ${position} of GIIP's answer`, 'its name is too long');
      else items.add(key, text);
    });
}

function docEntries(items: ItemCollector): Entry {
  let at = 0;
  let path: string | null = null;
  let content: ItemText | null = null;
  const pathTake: Take = {
    limit: LONGEST_SOURCE,
    done(source) {
      path = source?.charCodeAt(0) === QUOTE ? String(JSON.parse(source)) : null;
    },
  };
  const setContent = (text: ItemText): void => {
    content = text;
  };
  const addEntry = (): void => {
    if (path === null || path === '') items.reject(`document ${at} of GIIP's answer`, 'it has no doc_path');
    else items.add(path, content ?? { refused: 'it has no doc_content' });
  };
  const members: Walk = {
    keyLimit: LONGEST_NAME,
    value(key, first) {
      if (key === 'doc_path') return pathTake;
      return key === 'doc_content' ? textTake(docText, first, setContent) : undefined;
    },
    end: addEntry,
  };
  return (_key, first, position) => {
    at = position;
    path = null;
    content = null;
    if (first === OBJECT) return members;
    addEntry();
    return undefined;
  };
}

const CONFIGS: Spelling = {
  section: 'config',
  items: 'configData',
  opens: OBJECT,
  repeated: 'rejected',
  entries: configEntries,
};

const DOCS: Spelling = {
  section: 'doc',
  items: 'docData',
  opens: ARRAY,
  repeated: 'once',
  entries: docEntries,
};

/** Absent, null, `{}` and `[]` all say the same: nothing. */
function sectionReader({ section, opens, repeated, entries }: Spelling, keep: KeepText | undefined) {
  let data: SectionData = { hash: null, form: 'nothing', count: 0, items: collectItems(section, repeated) };
  const hash: Take = {
    limit: LIMITS.hashLength * 6 + 2,
    done(source) {
      data = { ...data, hash: hashOf(source) };
    },
  };
  const walk = (form: SectionData['form']): Walk => {
    const items = collectItems(section, repeated, keep);
    const entry = entries(items);
    let count = 0;
    data = { ...data, form: 'nothing', count, items };
    return {
      keyLimit: form === 'items' ? LONGEST_SOURCE : 0,
      value(key, first) {
        count += 1;
        return form === 'items' && count <= LIMITS.items ? entry(key, first, count) : undefined;
      },
      end() {
        if (count > 0) data = { ...data, form, count };
      },
    };
  };
  const begin = (first: number): Walk | undefined => {
    if (first === OBJECT || first === ARRAY) return walk(first === opens ? 'items' : 'unknown');
    data = { ...data, form: first === SMALL_N ? 'nothing' : 'unknown', count: 0 };
    return undefined;
  };
  return { hash, begin, result: () => data };
}

/** Judges sections one after the other and counts their items together. */
function judgeSections(known: Cursor) {
  let total = 0;
  return ({ section, items: name }: Spelling, data: SectionData): Result<SectionAnswer> => {
    const { hash, form, count, items } = data;
    if (hash !== null && hash === known[section]) return ok({ state: 'unchanged' });
    if (form === 'nothing') return ok({ state: 'silent', hash });
    if (form === 'unknown') return fail('server-answer-invalid', `${name} has an unknown form`);
    total += count;
    if (total > LIMITS.items) return fail('server-answer-too-large', `more than ${LIMITS.items} items`);
    return ok({ state: 'items', hash, ...items.result() });
  };
}

/** Reads the data of a pull while it comes. A bad item is rejected alone; a bad form refuses the whole answer. */
export function pullData(keep: KeepText | undefined): DataReader<PullData> {
  const configs = sectionReader(CONFIGS, keep);
  const docs = sectionReader(DOCS, keep);
  const walk: Walk = {
    keyLimit: LONGEST_NAME,
    value(key, first) {
      if (key === 'newConfigHash') return configs.hash;
      if (key === 'newDocHash') return docs.hash;
      if (key === CONFIGS.items) return configs.begin(first);
      return key === DOCS.items ? docs.begin(first) : undefined;
    },
  };
  const judge = (known: Cursor): Result<PullAnswer> => {
    const section = judgeSections(known);
    const config = section(CONFIGS, configs.result());
    if (!config.ok) return config;
    const doc = section(DOCS, docs.result());
    return doc.ok ? ok({ config: config.value, doc: doc.value }) : doc;
  };
  return { walk, result: () => judge };
}
