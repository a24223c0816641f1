import { memberValue, scan, skipSpace, skipString, stringEnd } from './json-scan.ts';

/** Where a JSON value stands in its source; `end` is the index after its last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Member extends Span {
  readonly key: string;
}

/** The one value that `text` consists of, or null when it is no JSON. */
function document(text: string): Span | null {
  const start = skipSpace(text, 0);
  const { end } = scan(text, start, stringEnd);
  return end !== -1 && skipSpace(text, end) === text.length ? { start, end } : null;
}

/** Members of the object at `span`, in order and with repeated keys; for text that `document` has accepted. */
function* members(text: string, span: Span): Generator<Member> {
  let at = skipSpace(text, span.start + 1);
  while (at < span.end - 1) {
    const keyEnd = stringEnd(text, at);
    const key: unknown = JSON.parse(text.slice(at, keyEnd));
    const start = memberValue(text, at);
    const { end } = scan(text, start, skipString);
    yield { key: String(key), start, end };
    at = skipSpace(text, skipSpace(text, end) + 1);
  }
}

/** Elements of the array at `span`; for text that `document` has accepted. */
function* elements(text: string, span: Span): Generator<Span> {
  let start = skipSpace(text, span.start + 1);
  while (start < span.end - 1) {
    const { end } = scan(text, start, skipString);
    yield { start, end };
    start = skipSpace(text, skipSpace(text, end) + 1);
  }
}

/** JSON as source text: where things stand, not what they are, so that every digit survives. */
export const jsonSource = {
  document,
  members,
  elements,
  depth: (text: string, span: Span): number => scan(text, span.start, skipString).depth,
};
