import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RunningApp } from '../running-app.ts';
import { indexedPng } from './indexed-png.ts';

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

/** Keeps it to compare with, in few bytes; the application's own runtime unpacks it. */
export async function keep(app: RunningApp, file: string, picture: Buffer): Promise<void> {
  const { size, bgra } = await app.electron.evaluate(({ nativeImage }, png) => {
    const image = nativeImage.createFromBuffer(Buffer.from(png, 'base64'));
    return { size: image.getSize(), bgra: image.toBitmap().toString('base64') };
  }, picture.toString('base64'));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, indexedPng(size, Buffer.from(bgra, 'base64'), [KEYWORD, sumOf(picture)]));
}
