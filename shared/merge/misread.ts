/** What Windows-1252 has where Latin-1 has control characters, 0x80 to 0x9F. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** So much behind the first character outside ASCII tells most texts apart, without a copy of megabytes. */
const LOOK = 200;

/** True when `change` makes `remote` of `known`, but for white space that was trimmed: a misread letter can end in it. */
export function isMadeBy(change: (text: string) => string, known: string, remote: string): boolean {
  const first = known.search(/[\u0080-\uFFFF]/);
  if (first < 0 || known.slice(0, first) !== remote.slice(0, first)) return false;
  const sample = known.slice(first, first + LOOK).replace(/[\uD800-\uDBFF]$/, '');
  return remote.startsWith(change(sample).trim(), first) && change(known).trim() === remote;
}

/** UTF-8 read as Latin-1 ("mojibake"), spelled without a byte API because the engine has none. */
function asLatin1(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function asWindows1252(text: string): string {
  return asLatin1(text).replace(/[\u0080-\u009F]/g, (byte) => WINDOWS[byte.charCodeAt(0) - 0x80] ?? byte);
}

/** Another encoding read as UTF-8: each run outside ASCII is a run of U+FFFD, of another length. */
function isReplaced(known: string, remote: string): boolean {
  if (!remote.includes('\uFFFD')) return false;
  const [before, after] = [known.split(/[\u0080-\uFFFF]+/), remote.split(/\uFFFD+/)];
  return before.length === after.length && before.every((part, i) => part === after[i]);
}

/** True when `remote` is `known` read in the wrong encoding; both without white space at their ends. */
export function isMisread(known: string, remote: string): boolean {
  return (
    isMadeBy(asLatin1, known, remote) || isMadeBy(asWindows1252, known, remote) || isReplaced(known, remote)
  );
}
