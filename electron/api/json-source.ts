import { LIMITS } from './limits.ts';

/** Where a JSON value stands in its source; `end` is the index after its last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Member extends Span {
  readonly key: string;
}

/** A value that ends at `end`, or no JSON at all (`end` -1); `depth` counts `{}` as 1. */
interface Scan {
  readonly end: number;
  readonly depth: number;
}

const NO_JSON: Scan = { end: -1, depth: 0 };
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these in a string.
const STRING_STOP = /["\\\u0000-\u001f]/g;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const LITERALS = ['true', 'false', 'null'];

/** Index after the white space at `at`. */
function skipSpace(text: string, at: number): number {
  let i = at;
  for (;;) {
    const code = text.charCodeAt(i);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return i;
    i += 1;
  }
}

function stringEnd(text: string, at: number): number {
  if (text[at] !== '"') return -1;
  let from = at + 1;
  for (;;) {
    // Searching for the next special character keeps long strings at native speed and off the regex stack.
    STRING_STOP.lastIndex = from;
    if (!STRING_STOP.test(text)) return -1;
    const stop = STRING_STOP.lastIndex - 1;
    if (text[stop] === '"') return stop + 1;
    ESCAPE.lastIndex = stop;
    if (!ESCAPE.test(text)) return -1;
    from = ESCAPE.lastIndex;
  }
}

/** End of a string, number or literal. */
function scalarEnd(text: string, at: number): number {
  if (text[at] === '"') return stringEnd(text, at);
  const literal = LITERALS.find((word) => text.startsWith(word, at));
  if (literal !== undefined) return at + literal.length;
  NUMBER.lastIndex = at;
  return NUMBER.test(text) ? NUMBER.lastIndex : -1;
}

/** Index of the value that follows `"key":`, or -1. */
function memberValue(text: string, at: number): number {
  const keyEnd = stringEnd(text, at);
  if (keyEnd === -1) return -1;
  const colon = skipSpace(text, keyEnd);
  return text[colon] === ':' ? skipSpace(text, colon + 1) : -1;
}

/**
 * Reads one value strictly by RFC 8259, without recursion, so that no nesting overflows the stack.
 * It builds nothing: an answer of millions of values costs its text only.
 */
function scan(text: string, start: number): Scan {
  const open: ('}' | ']')[] = [];
  let depth = 0;
  let i = start;
  for (;;) {
    const opened = text[i];
    if (opened === '{' || opened === '[') {
      const close = opened === '{' ? '}' : ']';
      const inside = skipSpace(text, i + 1);
      depth = Math.max(depth, open.length + 1);
      if (depth > LIMITS.answerDepth) return NO_JSON;
      if (text[inside] === close) {
        i = inside + 1;
      } else {
        open.push(close);
        i = close === '}' ? memberValue(text, inside) : inside;
        if (i === -1) return NO_JSON;
        continue;
      }
    } else {
      i = scalarEnd(text, i);
      if (i === -1) return NO_JSON;
    }
    // A value has ended at i: close what closes here, then go on behind a comma.
    for (;;) {
      const close = open.at(-1);
      if (close === undefined) return { end: i, depth };
      i = skipSpace(text, i);
      if (text[i] === close) {
        open.pop();
        i += 1;
        continue;
      }
      if (text[i] !== ',') return NO_JSON;
      i = skipSpace(text, i + 1);
      if (close === '}') i = memberValue(text, i);
      if (i === -1) return NO_JSON;
      break;
    }
  }
}

/** The one value that `text` consists of, or null when it is no JSON. */
function document(text: string): Span | null {
  const start = skipSpace(text, 0);
  const { end } = scan(text, start);
  return end !== -1 && skipSpace(text, end) === text.length ? { start, end } : null;
}

/** Members of the object at `span`, in order and with repeated keys; for text that `document` has accepted. */
function* members(text: string, span: Span): Generator<Member> {
  let at = skipSpace(text, span.start + 1);
  while (text[at] === '"') {
    const keyEnd = stringEnd(text, at);
    const key: unknown = JSON.parse(text.slice(at, keyEnd));
    const start = memberValue(text, at);
    const { end } = scan(text, start);
    yield { key: String(key), start, end };
    at = skipSpace(text, skipSpace(text, end) + 1);
  }
}

/** Elements of the array at `span`; for text that `document` has accepted. */
function* elements(text: string, span: Span): Generator<Span> {
  let start = skipSpace(text, span.start + 1);
  while (start < span.end - 1) {
    const { end } = scan(text, start);
    yield { start, end };
    start = skipSpace(text, skipSpace(text, end) + 1);
  }
}

/** JSON as source text: where things stand, not what they are, so that every digit survives. */
export const jsonSource = {
  document,
  members,
  elements,
  depth: (text: string, span: Span): number => scan(text, span.start).depth,
};
