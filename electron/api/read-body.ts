import { isUtf8 } from 'node:buffer';
import type { BodySink } from './transport.ts';

/** What became of a body. */
export type ReadBody = 'whole' | 'not-utf8' | 'too-large';

const MARK = Buffer.from('\ufeff');

/** How many bytes at the end belong to a character that goes on behind it. */
function openEnd(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? back : 0;
  }
  return 0;
}

/**
 * Reads a body as strict UTF-8 and takes off one byte-order mark. Leaving the loop early destroys the stream, and what
 * was read goes to the sink at once, so a body costs no more memory than a piece of it. Errors of the stream are thrown.
 */
export async function readBody(
  bytes: AsyncIterable<Buffer>,
  limit: number,
  sink: BodySink,
): Promise<ReadBody> {
  let size = 0;
  let rest = Buffer.alloc(0);
  let isFirst = true;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > limit) return 'too-large';
    const piece = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = piece.length - openEnd(piece);
    const whole = piece.subarray(0, end);
    rest = Buffer.from(piece.subarray(end));
    if (!isUtf8(whole)) return 'not-utf8';
    if (whole.length === 0) continue;
    sink.write(isFirst && whole.subarray(0, 3).equals(MARK) ? whole.subarray(3) : whole);
    isFirst = false;
  }
  return rest.length === 0 ? 'whole' : 'not-utf8';
}
