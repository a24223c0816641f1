import { expect, test } from 'vitest';
import { popupPlacement } from '../../../electron/shell/popup-placement.ts';

const POPUP = { width: 380, height: 560 };
const BOUNDS = { x: 0, y: 0, width: 1920, height: 1080 };
const BAR = 48;

const bottom = { bounds: BOUNDS, workArea: { x: 0, y: 0, width: 1920, height: 1080 - BAR } };
const top = { bounds: BOUNDS, workArea: { x: 0, y: BAR, width: 1920, height: 1080 - BAR } };
const left = { bounds: BOUNDS, workArea: { x: BAR, y: 0, width: 1920 - BAR, height: 1080 } };
const right = { bounds: BOUNDS, workArea: { x: 0, y: 0, width: 1920 - BAR, height: 1080 } };
const autoHidden = { bounds: BOUNDS, workArea: BOUNDS };
const second = {
  bounds: { x: -1280, y: -200, width: 1280, height: 1024 },
  workArea: { x: -1280, y: -200, width: 1280, height: 1024 - BAR },
};
const tiny = {
  bounds: { x: 0, y: 0, width: 360, height: 480 },
  workArea: { x: 0, y: 24, width: 360, height: 456 },
};

const icon = (x: number, y: number) => ({ x, y, width: 24, height: 24 });

test.each([
  ['taskbar below, icon in the middle', icon(1000, 1044), bottom, { x: 822, y: 462 }],
  ['taskbar below, icon at the right end', icon(1880, 1044), bottom, { x: 1530, y: 462 }],
  ['taskbar below, icon at the left end (right to left)', icon(4, 1044), bottom, { x: 10, y: 462 }],
  ['taskbar above', icon(1000, 12), top, { x: 822, y: BAR + 10 }],
  ['taskbar at the left', icon(12, 700), left, { x: BAR + 10, y: 432 }],
  ['taskbar at the left, icon at the very bottom', icon(12, 1050), left, { x: BAR + 10, y: 510 }],
  ['taskbar at the right', icon(1884, 700), right, { x: 1482, y: 432 }],
  ['taskbar at the right, icon at the very top', icon(1884, 0), right, { x: 1482, y: 10 }],
  ['a taskbar that hides itself below', icon(1000, 1050), autoHidden, { x: 822, y: 510 }],
  ['a taskbar that hides itself above', icon(1000, 2), autoHidden, { x: 822, y: 10 }],
  ['a second screen with negative places', icon(-100, 790), second, { x: -390, y: 206 }],
  ['a screen smaller than the popup', icon(300, 0), tiny, { x: 10, y: 34 }],
  [
    'an icon of fractional size',
    { x: 1000.5, y: 1044.5, width: 23.3, height: 23.3 },
    bottom,
    { x: 822, y: 462 },
  ],
])('%s', (_name, at, display, place) => {
  expect(popupPlacement(at, display, POPUP)).toEqual(place);
});

test('nowhere beside an icon that nobody can place', () => {
  expect(popupPlacement({ x: 0, y: 0, width: 0, height: 0 }, bottom, POPUP)).toBeNull();
});
