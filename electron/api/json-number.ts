/** Where in a number a reader stands, and what may come next: RFC 8259, byte by byte. */
const MINUS = 0;
const ZERO = 1;
const WHOLE = 2;
const POINT = 3;
const FRACTION = 4;
const EXPONENT = 5;
const SIGNED = 6;
const POWER = 7;

const ENDED = -1;
const BROKEN = -2;

const ENDS: readonly boolean[] = [false, true, true, false, true, false, false, true];

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isExponent(byte: number): boolean {
  return byte === 0x65 || byte === 0x45;
}

function afterDigits(state: number, byte: number): number {
  if (byte === 0x2e && (state === ZERO || state === WHOLE)) return POINT;
  return isExponent(byte) && state !== POWER ? EXPONENT : ENDED;
}

function next(state: number, byte: number): number {
  if (isDigit(byte)) {
    if (state === MINUS) return byte === 0x30 ? ZERO : WHOLE;
    if (state === ZERO) return ENDED;
    if (state === POINT) return FRACTION;
    return state === EXPONENT || state === SIGNED ? POWER : state;
  }
  if (state === EXPONENT && (byte === 0x2b || byte === 0x2d)) return SIGNED;
  return ENDS[state] === true ? afterDigits(state, byte) : BROKEN;
}

/** The first byte of a number; undefined for any other one. */
function begin(byte: number): number | undefined {
  if (byte === 0x2d) return MINUS;
  return isDigit(byte) ? next(MINUS, byte) : undefined;
}

/** Reads a number byte by byte: `ENDED` with the first byte behind it, which is not part of it. */
export const jsonNumber = { begin, next, ENDED, BROKEN };
