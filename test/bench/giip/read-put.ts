/** One pushed item: its key and the bytes that an answer shows of it. */
export interface PushedItem {
  readonly key: string;
  readonly bytes: Buffer;
}

/** A push, as far as a bench must understand it. */
export interface Put {
  readonly at: unknown;
  readonly lssn: unknown;
  readonly configs: readonly PushedItem[];
  readonly docs: readonly PushedItem[];
}

const DOCS = ',"changedDocs":[';
/** Inside a JSON string each quotation mark is escaped, so these bytes are only ever the beginning of an element. */
const ELEMENT = '{"doc_path":"';

function docAt(body: Buffer, start: number, end: number): PushedItem {
  const from = start + ELEMENT.length - 1;
  let close = body.indexOf('"', from + 1);
  while (body[close - 1] === 0x5c) close = body.indexOf('"', close + 1);
  const key = JSON.parse(body.toString('utf8', from, close + 1)) as string;
  return { key, bytes: Buffer.from(body.subarray(start, end)) };
}

/** Cuts the elements out without reading their texts: a server that parses everything would be the bottleneck. */
function docsIn(body: Buffer, from: number): readonly PushedItem[] {
  const docs: PushedItem[] = [];
  for (let start = body.indexOf(ELEMENT, from); start !== -1; ) {
    const next = body.indexOf(ELEMENT, start + ELEMENT.length);
    const end = next === -1 ? body.lastIndexOf(']') : next - 1;
    docs.push(docAt(body, start, end));
    start = next;
  }
  return docs;
}

/** The bytes of an item of either section. */
export function itemBytes(section: 'config' | 'doc', key: string, value: unknown): Buffer {
  if (section === 'config') return Buffer.from(`${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return Buffer.from(JSON.stringify({ doc_path: key, doc_content: value }));
}

/** The body of a PutOpenclawSync as the product writes it; throws when it is written in another way. */
export function readPut(body: Buffer): Put {
  const cut = body.indexOf(DOCS);
  const head = cut === -1 ? body.toString('utf8') : `${body.toString('utf8', 0, cut)}}`;
  const { at, lssn, changedConfigs = {}, changedDocs } = JSON.parse(head) as Record<string, unknown>;
  if (changedDocs !== undefined) throw new Error('changedDocs stands where this bench does not look for it');
  const configs = Object.entries(changedConfigs as object).map(([key, value]) => ({
    key,
    bytes: itemBytes('config', key, value),
  }));
  return { at, lssn, configs, docs: cut === -1 ? [] : docsIn(body, cut) };
}
