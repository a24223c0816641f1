/** Bytes of the UTF-8 form, without a byte API: the engine sees texts only. */
export function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (const [wide] of text.matchAll(/[\u0080-\u07FF]|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\u0800-\uFFFF]/g)) {
    bytes += wide.length === 2 ? 2 : wide <= '\u07FF' ? 1 : 2;
  }
  return bytes;
}
