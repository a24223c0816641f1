import { jsonSource, type Span } from './json-source.ts';

/** GIIP's answer, unwrapped; `data` is where its object stands in `source`. */
export interface Envelope {
  readonly source: string;
  readonly rstVal: number;
  readonly message: string;
  readonly data: Span | null;
}

const RST_VALUES = new Set([1, 304, -1, 400, 500]);
// No published value is longer; what is longer is not looked at.
const LONGEST_RST_VALUE = 16;

/** The members of an object by name; of a repeated name the last one, as every JSON parser has it. */
export function membersByName(source: string, span: Span): ReadonlyMap<string, Span> {
  const named = new Map<string, Span>();
  for (const member of jsonSource.members(source, span)) named.set(member.key, member);
  return named;
}

function valueAt(source: string, span: Span | undefined): unknown {
  return span === undefined ? undefined : JSON.parse(source.slice(span.start, span.end));
}

function rstValue(source: string, span: Span | undefined): number | null {
  if (span === undefined || span.end - span.start > LONGEST_RST_VALUE) return null;
  const value = valueAt(source, span);
  const number = typeof value === 'string' && /^-?[0-9]+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && RST_VALUES.has(number) ? number : null;
}

/** `Data` is an object, or an array of one (both were seen); anything else is no data. */
function dataObject(source: string, span: Span | undefined): Span | null {
  if (span === undefined) return null;
  if (source[span.start] === '{') return span;
  if (source[span.start] !== '[') return null;
  // Destructuring stops the walk after the second one.
  const [only, second] = jsonSource.elements(source, span);
  return only !== undefined && second === undefined && source[only.start] === '{' ? only : null;
}

/** Null when the text is not a GIIP reply: no JSON object, or no RstVal of the published ones. */
export function readEnvelope(source: string): Envelope | null {
  const root = jsonSource.document(source);
  if (root === null || source[root.start] !== '{') return null;
  const named = membersByName(source, root);
  const rstVal = rstValue(source, named.get('RstVal'));
  if (rstVal === null) return null;
  const message = named.get('RstMsg');
  return {
    source,
    rstVal,
    message: message !== undefined && source[message.start] === '"' ? String(valueAt(source, message)) : '',
    data: dataObject(source, named.get('Data')) ?? dataObject(source, named.get('data')),
  };
}
