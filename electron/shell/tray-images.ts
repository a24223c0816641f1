/// <reference types="vite/types/importMeta.d.ts" />
import { nativeImage, nativeTheme } from 'electron';
import type { TrayIconName } from './tray-model.ts';

/** Every picture as a data URL inside the program: nothing to find at run time, however it is packaged. */
const PICTURES = import.meta.glob<string>('../../build/icons/tray/*.png', {
  query: '?inline',
  import: 'default',
  eager: true,
});

/** Pixels of a picture → the scale it is for. */
const SIZES: Readonly<Record<'win32' | 'linux' | 'darwin', ReadonlyMap<number, number>>> = {
  win32: new Map([
    [16, 1],
    [20, 1.25],
    [24, 1.5],
    [32, 2],
    [48, 3],
  ]),
  linux: new Map([
    [24, 1],
    [48, 2],
  ]),
  darwin: new Map([
    [16, 1],
    [32, 2],
  ]),
};

/** The picture of a state in every resolution, for the panel as it looks now. */
export function trayImage(name: TrayIconName): Electron.NativeImage {
  const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';
  const image = nativeImage.createEmpty();
  for (const [pixels, scaleFactor] of SIZES[platform]) {
    image.addRepresentation({ scaleFactor, dataURL: picture(name, panel(platform), pixels) });
  }
  // macOS colours it itself, for either menu bar and for a pressed icon.
  if (platform === 'darwin') image.setTemplateImage(true);
  return image;
}

function picture(name: TrayIconName, panelName: string, pixels: number): string {
  const url = PICTURES[`../../build/icons/tray/${name}-${panelName}-${pixels}.png`];
  if (!url) throw new Error(`There is no tray picture ${name} for ${panelName} at ${pixels} pixels.`);
  return url;
}

/** Linux panels do not say their colour: GNOME's is dark in both themes, the others mostly follow the theme. */
function panel(platform: 'win32' | 'linux' | 'darwin'): 'template' | 'dark' | 'light' {
  if (platform === 'darwin') return 'template';
  if (platform === 'linux' && /GNOME|Unity/i.test(process.env.XDG_CURRENT_DESKTOP ?? '')) return 'dark';
  // Windows: the taskbar may differ from the applications. Electron 33 does not know of that yet.
  const dark = nativeTheme.shouldUseDarkColorsForSystemIntegratedUI ?? nativeTheme.shouldUseDarkColors;
  return dark ? 'dark' : 'light';
}
