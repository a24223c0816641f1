/// <reference types="vite/types/importMeta.d.ts" />
import { type NativeImage, nativeImage } from 'electron';

const PICTURES = import.meta.glob<string>('../../build/icons/256x256.png', {
  query: '?inline',
  import: 'default',
  eager: true,
});

/** The icon of our windows on Linux; elsewhere the program file carries it. */
export function windowIcon(platform: NodeJS.Platform): NativeImage | null {
  const url = Object.values(PICTURES)[0];
  return platform === 'linux' && url ? nativeImage.createFromDataURL(url) : null;
}
