import { LIMITS } from './limits.ts';

/** A value that ends at `end`, or no JSON at all (`end` -1); `depth` counts `{}` as 1. */
export interface Scan {
  readonly end: number;
  readonly depth: number;
}

const NO_JSON: Scan = { end: -1, depth: 0 };
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const FOUR_HEX = /^[0-9a-fA-F]{4}$/;
const ESCAPABLE = new Set(Array.from('"\\/bfnrt', (character) => character.charCodeAt(0)));
const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SMALL_U = 0x75;
const LITERALS: Readonly<Record<string, string>> = { t: 'true', f: 'false', n: 'null' };

/** Index after the white space at `at`. */
export function skipSpace(text: string, at: number): number {
  let i = at;
  for (;;) {
    const code = text.charCodeAt(i);
    if (code !== SPACE && code !== 0x0a && code !== 0x0d && code !== 0x09) return i;
    i += 1;
  }
}

export function stringEnd(text: string, at: number): number {
  if (text.charCodeAt(at) !== QUOTE) return -1;
  // A plain loop over numbers: with a regular expression, text full of escapes takes twenty times as long.
  for (let i = at + 1; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) return i + 1;
    if (code < SPACE) return -1;
    if (code === BACKSLASH) {
      i += 1;
      const escaped = text.charCodeAt(i);
      if (escaped === SMALL_U) {
        if (!FOUR_HEX.test(text.slice(i + 1, i + 5))) return -1;
        i += 4;
      } else if (!ESCAPABLE.has(escaped)) {
        return -1;
      }
    }
  }
  return -1;
}

/** End of a string that is known to be one: at native speed from quote to quote. */
export function skipString(text: string, at: number): number {
  for (let quote = text.indexOf('"', at + 1); ; quote = text.indexOf('"', quote + 1)) {
    let first = quote;
    while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
    // Backslashes escape each other in pairs; one that is left over escapes the quote.
    if ((quote - first) % 2 === 0) return quote + 1;
  }
}

/** End of a string, number or literal. */
function scalarEnd(text: string, at: number, endOfString: typeof stringEnd): number {
  if (text.charCodeAt(at) === QUOTE) return endOfString(text, at);
  const literal = LITERALS[text.charAt(at)];
  if (literal !== undefined) return text.startsWith(literal, at) ? at + literal.length : -1;
  NUMBER.lastIndex = at;
  return NUMBER.test(text) ? NUMBER.lastIndex : -1;
}

/** Index of the value that follows `"key":`, or -1. */
export function memberValue(text: string, at: number): number {
  const keyEnd = stringEnd(text, at);
  if (keyEnd === -1) return -1;
  const colon = skipSpace(text, keyEnd);
  return text[colon] === ':' ? skipSpace(text, colon + 1) : -1;
}

/**
 * Reads one value strictly by RFC 8259, without recursion, so that no nesting overflows the stack.
 * It builds nothing: an answer of millions of values costs its text only.
 */
export function scan(text: string, start: number, endOfString: typeof stringEnd): Scan {
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
      i = scalarEnd(text, i, endOfString);
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
