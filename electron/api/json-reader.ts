import { isHex, isSpace, keyOf, stringEnd, stringIn } from './json-bytes.ts';
import { SourceCapture } from './json-capture.ts';
import { jsonNumber } from './json-number.ts';
import { LIMITS } from './limits.ts';

/** Wants a value's source; `done` gets null when it is longer than `limit` bytes. */
export interface Take {
  readonly limit: number;
  done(source: string | null): void;
  /** Wants a string that came in one piece as what it says instead, beside its source. */
  text?(said: string, source: string): void;
}

/** Wants what an object or array holds, value by value. */
export interface Walk {
  /** Keys whose source is longer come as null, as those of an array do. */
  readonly keyLimit: number;
  /** Called with the first byte of each value. Undefined: it is of no interest, and only has to be JSON. */
  value(key: string | null, first: number): Take | Walk | undefined;
  end?(): void;
}

const OBJECT = 0x7b;
const OBJECT_END = 0x7d;
const ARRAY = 0x5b;
const ARRAY_END = 0x5d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SMALL_U = 0x75;
const SPACE = 0x20;
const ESCAPABLE = new Set(Array.from('"\\/bfnrt', (character) => character.charCodeAt(0)));
const LITERALS = new Map(['true', 'false', 'null'].map((word) => [word.charCodeAt(0), Buffer.from(word)]));
const NO_WORD = Buffer.alloc(0);

/** What may come next. Numbers, because one is looked at for each byte outside of strings. */
const AT = {
  value: 0,
  firstValue: 1,
  key: 2,
  firstKey: 3,
  colon: 4,
  after: 5,
  string: 6,
  escape: 7,
  hex: 8,
  number: 9,
  literal: 10,
} as const;

/**
 * Reads one JSON value strictly by RFC 8259 from pieces of UTF-8 as they come, without recursion and without holding
 * more of it than is taken. What was handed out counts only if `end` says yes.
 */
export class JsonReader {
  readonly #root: (first: number) => Take | Walk | undefined;
  readonly #capture = new SourceCapture();
  /** The closing bytes of all that is open. */
  readonly #open: number[] = [];
  /** Those who walk the outermost of these. */
  readonly #walks: Walk[] = [];
  #take: Take | null = null;
  #takeDepth = 0;
  #at: number = AT.value;
  #isKey = false;
  #key: string | null = null;
  /** Where in a number, a literal or the digits of an escape. */
  #place = 0;
  #word = NO_WORD;
  #isBroken = false;

  constructor(root: (first: number) => Take | Walk | undefined) {
    this.#root = root;
  }

  /** Each piece must be whole characters. After a first fault nothing is looked at any more. */
  write(bytes: Buffer): void {
    let at = 0;
    while (at < bytes.length && !this.#isBroken)
      at = this.#at === AT.string ? this.#inString(bytes, at) : this.#step(bytes, at);
    this.#capture.endPiece(bytes);
  }

  /** True when all of it was one object or array. */
  end(): boolean {
    return !this.#isBroken && this.#at === AT.after && this.#open.length === 0;
  }

  get #isWalked(): boolean {
    return this.#take === null && this.#walks.length === this.#open.length;
  }

  #fail(at: number): number {
    this.#isBroken = true;
    return at;
  }

  /** To the next byte of a string that is not only text. */
  #inString(bytes: Buffer, from: number): number {
    let at = from;
    while (at < bytes.length) {
      const byte = bytes[at] as number;
      if (byte === QUOTE) return this.#endString(bytes, at + 1);
      if (byte < SPACE) return this.#fail(at);
      at += 1;
      if (byte !== BACKSLASH) continue;
      this.#at = AT.escape;
      return at;
    }
    return at;
  }

  #step(bytes: Buffer, at: number): number {
    const byte = bytes[at] as number;
    switch (this.#at) {
      case AT.escape:
        return this.#escaped(byte, at);
      case AT.hex:
        return this.#hexDigit(byte, at);
      case AT.number:
        return this.#inNumber(bytes, at);
      case AT.literal:
        return this.#inLiteral(bytes, at);
      default:
        return isSpace(byte) ? at + 1 : this.#structure(bytes, at, byte);
    }
  }

  #escaped(byte: number, at: number): number {
    if (byte !== SMALL_U && !ESCAPABLE.has(byte)) return this.#fail(at);
    this.#at = byte === SMALL_U ? AT.hex : AT.string;
    this.#place = 0;
    return at + 1;
  }

  #hexDigit(byte: number, at: number): number {
    if (!isHex(byte)) return this.#fail(at);
    this.#place += 1;
    if (this.#place === 4) this.#at = AT.string;
    return at + 1;
  }

  #inNumber(bytes: Buffer, at: number): number {
    const next = jsonNumber.next(this.#place, bytes[at] as number);
    if (next === jsonNumber.BROKEN) return this.#fail(at);
    if (next === jsonNumber.ENDED) return this.#endValue(bytes, at);
    this.#place = next;
    return at + 1;
  }

  #inLiteral(bytes: Buffer, at: number): number {
    if (bytes[at] !== this.#word[this.#place]) return this.#fail(at);
    this.#place += 1;
    return this.#place === this.#word.length ? this.#endValue(bytes, at + 1) : at + 1;
  }

  #structure(bytes: Buffer, at: number, byte: number): number {
    switch (this.#at) {
      case AT.firstValue:
        return byte === ARRAY_END ? this.#close(bytes, at) : this.#begin(bytes, byte, at);
      case AT.value:
        return this.#begin(bytes, byte, at);
      case AT.firstKey:
        return byte === OBJECT_END ? this.#close(bytes, at) : this.#beginKey(byte, at);
      case AT.key:
        return this.#beginKey(byte, at);
      case AT.colon:
        this.#at = AT.value;
        return byte === 0x3a ? at + 1 : this.#fail(at);
      default:
        return this.#afterValue(bytes, at, byte);
    }
  }

  #afterValue(bytes: Buffer, at: number, byte: number): number {
    const close = this.#open.at(-1);
    if (byte === close) return this.#close(bytes, at);
    if (byte !== 0x2c || close === undefined) return this.#fail(at);
    this.#at = close === OBJECT_END ? AT.key : AT.value;
    return at + 1;
  }

  #beginKey(byte: number, at: number): number {
    if (byte !== QUOTE) return this.#fail(at);
    this.#isKey = true;
    this.#at = AT.string;
    if (this.#isWalked) this.#capture.begin(at, this.#walks.at(-1)?.keyLimit ?? 0);
    return at + 1;
  }

  #endString(bytes: Buffer, end: number): number {
    if (!this.#isKey) return this.#endValue(bytes, end);
    this.#isKey = false;
    this.#at = AT.colon;
    if (!this.#isWalked) return end;
    const source = this.#capture.end(bytes, end);
    this.#key = source === null ? null : keyOf(source);
    return end;
  }

  /** Who wants the value that begins here. */
  #plan(first: number): Take | Walk | undefined {
    if (!this.#isWalked) return undefined;
    const walk = this.#walks.at(-1);
    const key = this.#key;
    this.#key = null;
    return walk === undefined ? this.#root(first) : walk.value(key, first);
  }

  #begin(bytes: Buffer, first: number, at: number): number {
    const plan = this.#plan(first);
    if (first === QUOTE && plan !== undefined && 'text' in plan && plan.text !== undefined) {
      const end = stringEnd(bytes, at + 1);
      if (end !== -1 && end - at <= plan.limit) return this.#endText(bytes, at, end, plan.text);
    }
    if (plan !== undefined && 'done' in plan) {
      this.#take = plan;
      this.#takeDepth = this.#open.length;
      this.#capture.begin(at, plan.limit);
    }
    if (first === OBJECT || first === ARRAY)
      return this.#enter(first, at, plan !== undefined && 'value' in plan ? plan : null);
    if (first === QUOTE) this.#at = AT.string;
    else if (!this.#beginScalar(first)) return this.#fail(at);
    return at + 1;
  }

  /** Its end was found at native speed, so what lies before it is no string until it was read as one. */
  #endText(bytes: Buffer, at: number, end: number, done: NonNullable<Take['text']>): number {
    const source = bytes.toString('utf8', at, end);
    const said = stringIn(source);
    this.#at = AT.after;
    if (said === null) return this.#fail(at);
    done(said, source);
    return end;
  }

  #beginScalar(first: number): boolean {
    const word = LITERALS.get(first);
    const number = jsonNumber.begin(first);
    this.#at = word === undefined ? AT.number : AT.literal;
    this.#word = word ?? NO_WORD;
    this.#place = word === undefined ? (number ?? 0) : 1;
    return word !== undefined || number !== undefined;
  }

  #enter(first: number, at: number, walk: Walk | null): number {
    if (walk !== null) this.#walks.push(walk);
    this.#open.push(first === OBJECT ? OBJECT_END : ARRAY_END);
    if (this.#open.length > LIMITS.answerDepth) return this.#fail(at);
    this.#at = first === OBJECT ? AT.firstKey : AT.firstValue;
    return at + 1;
  }

  #close(bytes: Buffer, at: number): number {
    this.#open.pop();
    if (this.#walks.length > this.#open.length) this.#walks.pop()?.end?.();
    return this.#endValue(bytes, at + 1);
  }

  #endValue(bytes: Buffer, end: number): number {
    this.#at = AT.after;
    const take = this.#take;
    if (take === null || this.#takeDepth !== this.#open.length) return end;
    this.#take = null;
    take.done(this.#capture.end(bytes, end));
    return end;
  }
}
