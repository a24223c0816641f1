/** What became of a body. */
export type ReadText =
  | { readonly state: 'text'; readonly text: string }
  | { readonly state: 'not-utf8' }
  | { readonly state: 'too-large' };

/**
 * Reads a body as strict UTF-8 and takes off one byte-order mark. Leaving the loop early destroys the stream, so a
 * body beyond `limit` costs no more memory than the limit. Errors of the stream are thrown.
 */
export async function readText(bytes: AsyncIterable<Buffer>, limit: number): Promise<ReadText> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  let size = 0;
  const add = (chunk?: Buffer): boolean => {
    try {
      parts.push(chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true }));
      return true;
    } catch {
      return false;
    }
  };
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > limit) return { state: 'too-large' };
    if (!add(chunk)) return { state: 'not-utf8' };
  }
  return add() ? { state: 'text', text: parts.join('') } : { state: 'not-utf8' };
}
