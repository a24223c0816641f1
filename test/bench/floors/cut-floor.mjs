import { hash } from 'node:crypto';
import { post } from './post.mjs';
import { serveRounds } from './serve-rounds.mjs';

// Takes a whole answer in without ever holding it: a byte scanner cuts out each element of docData, which is then
// parsed and its text hashed.
const [, , url, at] = process.argv;
const [QUOTE, BACKSLASH, OPEN, CLOSE] = [0x22, 0x5c, 0x7b, 0x7d];

/** @param {Buffer} element */
function take(element) {
  hash('sha256', JSON.parse(element.toString('utf8')).doc_content);
}

/** @param {Buffer} piece where a string may begin; answers the place behind its end, or -1 */
function behindString(/** @type {Buffer} */ piece, /** @type {number} */ from) {
  for (let end = piece.indexOf(QUOTE, from); end !== -1; end = piece.indexOf(QUOTE, end + 1)) {
    let slashes = 0;
    while (piece[end - 1 - slashes] === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
  return -1;
}

/**
 * Cuts the whole elements out of these bytes; answers what is left.
 * @param {Buffer} bytes from the first element on
 */
function cut(bytes) {
  let [start, depth, at] = [-1, 0, 0];
  let done = 0;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      const behind = behindString(bytes, at + 1);
      if (behind === -1) break;
      at = behind;
      continue;
    }
    if (byte === OPEN) {
      if (depth === 0) start = at;
      depth += 1;
    }
    if (byte === CLOSE) {
      depth -= 1;
      if (depth === 0) {
        take(bytes.subarray(start, at + 1));
        done = at + 1;
      }
      if (depth < 0) return Buffer.alloc(0);
    }
    at += 1;
  }
  return bytes.subarray(done);
}

serveRounds(async () => {
  const response = await post(`${url}/GetOpenclawSync`, 'POST', JSON.stringify({ at, lssn: 71 }));
  let rest = Buffer.alloc(0);
  let isInDocs = false;
  for await (const piece of response) {
    let bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    if (!isInDocs) {
      const begin = bytes.indexOf('"docData":[');
      if (begin === -1) {
        rest = bytes;
        continue;
      }
      isInDocs = true;
      bytes = bytes.subarray(begin + '"docData":['.length);
    }
    rest = cut(bytes);
  }
});
