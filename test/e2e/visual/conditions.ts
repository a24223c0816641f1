import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningApp } from '../running-app.ts';

/** The runtime that the pictures were made with, and the fonts; another one draws other points. */
const ELECTRON = '33.2.1';
/** Where Debian has them. */
const FONT_FOLDER = '/usr/share/fonts/truetype';
const FONTS: Readonly<Record<string, string>> = {
  'dejavu/DejaVuSans.ttf': 'abdc775b21b1bc470d50c97e790d276f2054b7504e56e5bd3e64f48d68582322',
  'dejavu/DejaVuSans-Bold.ttf': '0d977336a6d5fba34eab8e3199eb218327161b5143749f802982c2bc34df0c96',
  'dejavu/DejaVuSansMono.ttf': '0f5db4f1749979d961019838b160bec74abdf7f9eca69553fe1aa856bbff49a4',
  'dejavu/DejaVuSansMono-Bold.ttf': '2964f6dac8e6e9d71613928340f17bf868e9ea51692cca333c79e74962f02233',
  'wqy/wqy-microhei.ttc': '2420e8078af796b19a3f6ef13de527a1a91c1e7171eea115926c614ced1009b3',
};

/** Where the pictures lie that the windows are compared with. */
export const BASELINES = ['baselines', `electron-${ELECTRON}`] as const;

/** The files that pages may draw letters with; they cover Latin, Hangul, Kana and Han. */
export const FONT_FILES: readonly string[] = Object.keys(FONTS).map((file) => join(FONT_FOLDER, file));

function isAsKnown([file, sum]: readonly [string, string]): boolean {
  try {
    const bytes = readFileSync(join(FONT_FOLDER, file));
    return createHash('sha256').update(bytes).digest('hex') === sum;
  } catch {
    return false;
  }
}

/** Why pictures made here cannot be compared with the kept ones, or null where they can. */
export async function differentConditions(app: RunningApp): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return `the kept pictures are of Linux on x64, this is ${process.platform} on ${process.arch}`;
  const version = await app.electron.evaluate(() => process.versions.electron);
  if (version !== ELECTRON) return `the kept pictures are of Electron ${ELECTRON}, this is ${version}`;
  const other = Object.entries(FONTS).find((font) => !isAsKnown(font));
  return other ? `${other[0]} is not the font of Debian 12` : null;
}
