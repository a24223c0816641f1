import { deflateSync } from 'node:zlib';
import { chunk, signature } from '../../../build/encode-png.mjs';

const MOST = 256;

interface Colour {
  readonly pixel: number;
  readonly amount: number;
  /** How far the nearest colour of the palette is from it. */
  far: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

function pixelsOf(bgra: Buffer): Uint32Array {
  return new Uint32Array(new Uint8Array(bgra).buffer);
}

function coloursOf(pixels: Uint32Array): readonly Colour[] {
  const amounts = new Map<number, number>();
  for (const pixel of pixels) amounts.set(pixel, (amounts.get(pixel) ?? 0) + 1);
  return [...amounts].map(([pixel, amount]) => ({ pixel, amount, far: Number.POSITIVE_INFINITY }));
}

function distance(a: number, b: number): number {
  const part = (shift: number): number => ((a >> shift) & 255) - ((b >> shift) & 255);
  return part(0) ** 2 + part(8) ** 2 + part(16) ** 2;
}

/** The colour that would be missed most: by how much it is off now, at how many points. */
function mostMissed(colours: readonly Colour[]): Colour | undefined {
  const loss = ({ amount, far }: Colour): number => amount * far;
  const worst = colours.reduce((one, other) => (loss(other) > loss(one) ? other : one));
  return worst.far === 0 ? undefined : worst;
}

/** At most 256 of them: nearly every colour as it is, of the edges of letters some are left to the nearest other. */
export function paletteFor(bgra: Buffer): readonly number[] {
  const colours = coloursOf(pixelsOf(bgra));
  const palette: number[] = [];
  for (let next = mostMissed(colours); next && palette.length < MOST; next = mostMissed(colours)) {
    palette.push(next.pixel);
    for (const each of colours) each.far = Math.min(each.far, distance(each.pixel, next.pixel));
  }
  return palette;
}

/** The palette that a picture of this kind was left with. */
export function paletteOf(png: Buffer): readonly number[] {
  const at = png.indexOf('PLTE', 0, 'latin1');
  const bytes = png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  return Array.from({ length: bytes.length / 3 }, (_, place) => bytes.readUIntBE(place * 3, 3));
}

/** For each point the place of the colour that is nearest to its own. */
function nearest(pixels: Uint32Array, palette: readonly number[]): Uint8Array {
  const places = new Map<number, number>();
  for (const pixel of new Set(pixels)) {
    const far = palette.map((each) => distance(each, pixel));
    places.set(pixel, far.indexOf(Math.min(...far)));
  }
  return Uint8Array.from(pixels, (pixel) => places.get(pixel) ?? 0);
}

/** A PNG in the colours of a palette (https://www.w3.org/TR/png-3/), half as large as one with all colours; with a note in it. */
export function indexedPng(
  { width, height }: Size,
  bgra: Buffer,
  palette: readonly number[],
  note: readonly [keyword: string, text: string],
): Buffer {
  const indices = nearest(pixelsOf(bgra), palette);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1)
    rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const colours = palette.flatMap((each) => [(each >> 16) & 255, (each >> 8) & 255, each & 255]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(note.join('\0'), 'latin1')),
    chunk('PLTE', Buffer.from(colours)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
