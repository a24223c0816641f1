import { deflateSync } from 'node:zlib';
import { chunk, signature } from '../../../build/encode-png.mjs';

const MOST = 256;

interface Colour {
  readonly pixel: number;
  readonly amount: number;
  /** The place of the colour in the palette that stands for it, and how far that is from it. */
  place: number;
  far: number;
}

function coloursOf(pixels: Uint32Array): readonly Colour[] {
  const amounts = new Map<number, number>();
  for (const pixel of pixels) amounts.set(pixel, (amounts.get(pixel) ?? 0) + 1);
  return [...amounts].map(([pixel, amount]) => ({ pixel, amount, place: 0, far: Number.POSITIVE_INFINITY }));
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

/** One byte a point: nearly every colour as it is, of the edges of letters some as the nearest other. */
function indexed(pixels: Uint32Array): { readonly palette: readonly number[]; readonly indices: Uint8Array } {
  const colours = coloursOf(pixels);
  const palette: number[] = [];
  for (let next = mostMissed(colours); next && palette.length < MOST; next = mostMissed(colours)) {
    const place = palette.push(next.pixel) - 1;
    for (const each of colours) {
      const far = distance(each.pixel, next.pixel);
      if (far < each.far) Object.assign(each, { place, far });
    }
  }
  const places = new Map(colours.map(({ pixel, place }) => [pixel, place]));
  return { palette, indices: Uint8Array.from(pixels, (pixel) => places.get(pixel) ?? 0) };
}

/** A PNG with a palette (https://www.w3.org/TR/png-3/), half as large as one with all colours; with a note in it. */
export function indexedPng(
  size: { readonly width: number; readonly height: number },
  bgra: Buffer,
  note: readonly [keyword: string, text: string],
): Buffer {
  const { width, height } = size;
  const { palette, indices } = indexed(new Uint32Array(new Uint8Array(bgra).buffer));
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
