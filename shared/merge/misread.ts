/** What Windows-1252 has where Latin-1 has control characters, 0x80 to 0x9F. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** UTF-8 read as Latin-1 ("mojibake"), spelled without a byte API because the engine has none. */
function asLatin1(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Another encoding read as UTF-8: each run outside ASCII is a run of U+FFFD, of another length. */
function isReplaced(known: string, remote: string): boolean {
  if (!remote.includes('\uFFFD') || known.includes('\uFFFD')) return false;
  const [before, after] = [known.split(/[\u0080-\uFFFF]+/), remote.split(/\uFFFD+/)];
  return before.length === after.length && before.every((part, i) => part === after[i]);
}

/**
 * True when `remote` is `known` read in the wrong encoding. Both are without white space at their ends, and so is what
 * is compared: a misread letter can end in a no-break space, which was trimmed.
 */
export function isMisread(known: string, remote: string): boolean {
  if (isReplaced(known, remote)) return true;
  const latin = asLatin1(known);
  const windows = latin.replace(/[\u0080-\u009F]/g, (byte) => WINDOWS[byte.charCodeAt(0) - 0x80] ?? byte);
  return [latin, windows].some((misread) => misread.trim() === remote);
}
