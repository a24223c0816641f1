import type { SyncError } from '../../shared/model/sync-error.ts';

/** So many letters and digits in a row are no coincidence. */
const REPEATED = 12;
const BASE64 = /[A-Za-z0-9+/_-]{16,}/g;
const HEX = /(?:[0-9a-fA-F]{2}){8,}/g;

/** Letters and digits only: escapes, quotes and line ends differ with the way of writing. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

function urlDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (bytes) =>
    Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}

function decoded(text: string, encoding: 'base64' | 'hex', pattern: RegExp): readonly string[] {
  const found = text.match(pattern) ?? [];
  // Cut out of a longer text it may begin at any of four letters.
  return found.flatMap((piece) =>
    [0, 1, 2, 3].map((from) => Buffer.from(piece.slice(from), encoding).toString('utf8')),
  );
}

/** The sentence as it is, and as whoever decodes it would read it. */
function readings(said: string): readonly string[] {
  const ways = [said, urlDecoded(said), ...decoded(said, 'base64', BASE64), ...decoded(said, 'hex', HEX)];
  return ways.map(bare);
}

function repeats(said: string, sent: string): boolean {
  return readings(said).some((reading) => {
    for (let at = 0; at + REPEATED <= reading.length; at += 1)
      if (sent.includes(reading.slice(at, at + REPEATED))) return true;
    return false;
  });
}

/** A refusal without GIIP's words where they repeat what was sent: that is a person's text, and reports and logs travel. */
export function withoutEcho(error: SyncError, texts: readonly string[]): SyncError {
  const { detail, ...rest } = error;
  if (detail === undefined) return error;
  return texts.some((text) => repeats(detail, bare(text))) ? rest : error;
}
