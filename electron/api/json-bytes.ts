/** White space as JSON has it: nothing that Unicode knows besides. */
export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** A digit of an escape. */
export function isHex(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
}

/** A member's name from its source. */
export function keyOf(source: string): string {
  return source.includes('\\') ? String(JSON.parse(source)) : source.slice(1, -1);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** The place behind the end of a string whose text begins here, or -1 where it does not end in these bytes. */
export function stringEnd(bytes: Buffer, from: number): number {
  for (let quote = bytes.indexOf(QUOTE, from); quote !== -1; quote = bytes.indexOf(QUOTE, quote + 1)) {
    let first = quote;
    while (first > from && bytes[first - 1] === BACKSLASH) first -= 1;
    // Backslashes escape each other in pairs; one that is left over escapes the quote.
    if ((quote - first) % 2 === 0) return quote + 1;
  }
  return -1;
}

/** What a string says, or null where its source is none: a bare control character, an escape that does not exist. */
export function stringIn(source: string): string | null {
  try {
    return String(JSON.parse(source));
  } catch {
    return null;
  }
}
