import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeIcns, encodeIco } from './encode-icon-files.mjs';
import { encodePng } from './encode-png.mjs';
import { appIcon, trayIcon, trayStates } from './icon-pictures.mjs';
import { paint } from './paint.mjs';
import { inProject } from './project-paths.mjs';

/**
 * Draws every icon anew: `node build/draw-icons.mjs`. The pictures are committed, so this runs only when one changes.
 * `--sheet FILE` also writes all tray icons side by side on both panels, to look at.
 */
const panelSizes = [16, 20, 24, 32, 48];
const templateSizes = [16, 32];
const appSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];
const macSizes = [16, 32, 64, 128, 256, 512, 1024];

const icons = inProject('build', 'icons');
rmSync(icons, { recursive: true, force: true });
mkdirSync(join(icons, 'tray'), { recursive: true });

for (const size of appSizes) write(`${size}x${size}.png`, appIcon(size), size);
writeFileSync(inProject('build', 'windows', 'icon.ico'), encodeIco(windowsSizes.map(appPicture)));
writeFileSync(inProject('build', 'macos', 'icon.icns'), encodeIcns(macSizes.map(appPicture)));
for (const state of trayStates) {
  for (const panel of /** @type {const} */ (['dark', 'light'])) {
    for (const size of panelSizes) write(`tray/${state}-${panel}-${size}.png`, trayIcon(state, panel), size);
  }
  for (const size of templateSizes)
    write(`tray/${state}-template-${size}.png`, trayIcon(state, 'template'), size);
}

const sheetAt = process.argv.indexOf('--sheet');
if (sheetAt > 0) writeFileSync(process.argv[sheetAt + 1] ?? 'sheet.png', contactSheet());

/** @param {number} size */
function appPicture(size) {
  return { size, png: encodePng(size, size, paint(appIcon(size), size)) };
}

/**
 * @param {string} name
 * @param {readonly import('./paint.mjs').Layer[]} layers
 * @param {number} size
 */
function write(name, layers, size) {
  writeFileSync(join(icons, name), encodePng(size, size, paint(layers, size)));
}

/** Rows: sizes on each panel, every pixel four times as large. Columns: states. */
function contactSheet() {
  const zoom = 4;
  const cell = 56;
  const width = trayStates.length * cell * zoom;
  const rows = /** @type {const} */ ([
    ['dark', 16, [36, 36, 40]],
    ['dark', 24, [36, 36, 40]],
    ['dark', 48, [36, 36, 40]],
    ['light', 16, [240, 240, 240]],
    ['light', 24, [240, 240, 240]],
    ['light', 48, [240, 240, 240]],
    ['template', 16, [225, 228, 232]],
  ]);
  const pixels = Buffer.alloc(width * rows.length * cell * zoom * 4, 255);
  rows.forEach(([panel, size, ground], row) => {
    trayStates.forEach((state, column) => {
      const icon = paint(trayIcon(state, panel), size);
      for (let y = 0; y < cell * zoom; y += 1) {
        for (let x = 0; x < cell * zoom; x += 1) {
          const [ix, iy] = [Math.floor(x / zoom) - 4, Math.floor(y / zoom) - 4];
          const inside = ix >= 0 && iy >= 0 && ix < size && iy < size;
          const at = inside ? (iy * size + ix) * 4 : -1;
          const alpha = inside ? (icon[at + 3] ?? 0) / 255 : 0;
          const to = ((row * cell * zoom + y) * width + column * cell * zoom + x) * 4;
          for (let channel = 0; channel < 3; channel += 1) {
            const paintOver = inside ? (icon[at + channel] ?? 0) : 0;
            pixels[to + channel] = Math.round(paintOver * alpha + (ground[channel] ?? 0) * (1 - alpha));
          }
        }
      }
    });
  });
  return encodePng(width, rows.length * cell * zoom, pixels);
}
