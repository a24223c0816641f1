import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

type Bytes = AsyncIterable<Buffer>;

/** Puts the first chunk back in front of the rest. */
async function* whole(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

async function* inflated(
  source: Bytes,
  inflaterFor: (firstByte: number) => Readable & NodeJS.WritableStream,
): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done === true) return;
  const inflater = inflaterFor(first.value[0] ?? 0);
  // A failure of the source ends the inflater with the same error, which the loop below throws.
  pipeline(whole(first.value, chunks), inflater).catch(() => {});
  yield* inflater as Bytes;
}

/** Servers send "deflate" with and without the zlib header; the first byte tells. */
function deflateOf(firstByte: number): Readable & NodeJS.WritableStream {
  return (firstByte & 0x0f) === 8 ? createInflate() : createInflateRaw();
}

/** The body's bytes without their content coding, or null for a coding that was not asked for. */
export function inflate(body: Bytes, coding: string): Bytes | null {
  switch (coding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return body;
    case 'gzip':
    case 'x-gzip':
      return inflated(body, () => createGunzip());
    case 'br':
      return inflated(body, () => createBrotliDecompress());
    case 'deflate':
      return inflated(body, deflateOf);
    default:
      return null;
  }
}
