import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RunningApp } from '../running-app.ts';
import { indexedPng, paletteFor, paletteOf, type Size } from './indexed-png.ts';

const KEYWORD = 'screenshot-sha256';

function sumOf(picture: Buffer): string {
  return createHash('sha256').update(picture).digest('hex');
}

/** Whether the kept picture was made of exactly this one: it says of which in its first bytes, so nothing is decoded. */
export function isKept(file: string, picture: Buffer): boolean {
  try {
    return readFileSync(file)
      .subarray(0, 200)
      .includes(`${KEYWORD}\0${sumOf(picture)}`);
  } catch {
    return false;
  }
}

interface Bitmap {
  readonly size: Size;
  readonly bgra: Buffer;
}

/** The application's own runtime unpacks it. */
async function unpacked(app: RunningApp, picture: Buffer): Promise<Bitmap> {
  const { size, bgra } = await app.electron.evaluate(({ nativeImage }, png) => {
    const image = nativeImage.createFromBuffer(Buffer.from(png, 'base64'));
    return { size: image.getSize(), bgra: image.toBitmap().toString('base64') };
  }, picture.toString('base64'));
  return { size, bgra: Buffer.from(bgra, 'base64') };
}

/** Keeps it to compare with, in few bytes. */
export async function keep(app: RunningApp, file: string, picture: Buffer): Promise<void> {
  const { size, bgra } = await unpacked(app, picture);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, indexedPng(size, bgra, paletteFor(bgra), [KEYWORD, sumOf(picture)]));
}

/**
 * The picture in the colours that the kept one was left with. Held against it as it is, one point that differs would bring
 * all edges of letters with it whose colours were not kept.
 */
export async function inItsColours(app: RunningApp, file: string, picture: Buffer): Promise<Buffer> {
  const { size, bgra } = await unpacked(app, picture);
  return indexedPng(size, bgra, paletteOf(readFileSync(file)), [KEYWORD, sumOf(picture)]);
}
