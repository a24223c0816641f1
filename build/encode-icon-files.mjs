/** @typedef {{ readonly size: number, readonly png: Buffer }} Picture */

/** Apple's names for PNGs inside an .icns, by their size in pixels; the second one is the same size for Retina. */
const icnsTypes = new Map([
  [16, ['icp4']],
  [32, ['icp5', 'ic11']],
  [64, ['ic12']],
  [128, ['ic07']],
  [256, ['ic08', 'ic13']],
  [512, ['ic09', 'ic14']],
  [1024, ['ic10']],
]);

/**
 * Windows' icon file: a directory, then the pictures as they are (PNG inside .ico since Windows Vista).
 * @param {readonly Picture[]} pictures up to 256 pixels
 * @returns {Buffer}
 */
export function encodeIco(pictures) {
  const header = Buffer.from([0, 0, 1, 0, pictures.length, 0]);
  let offset = header.length + pictures.length * 16;
  const entries = pictures.map(({ size, png }) => {
    const entry = Buffer.alloc(16);
    // One byte each: 0 means 256. One colour plane, 32 bits per pixel.
    entry.set([size % 256, size % 256, 0, 0, 1, 0, 32, 0]);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...pictures.map(({ png }) => png)]);
}

/**
 * Apple's icon file: blocks of a name, a length and a PNG.
 * @param {readonly Picture[]} pictures
 * @returns {Buffer}
 */
export function encodeIcns(pictures) {
  const blocks = pictures.flatMap(({ size, png }) =>
    (icnsTypes.get(size) ?? []).map((type) => block(type, png)),
  );
  return block('icns', Buffer.concat(blocks));
}

/**
 * @param {string} name
 * @param {Buffer} content
 */
function block(name, content) {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32BE(content.length + head.length, 4);
  return Buffer.concat([head, content]);
}
