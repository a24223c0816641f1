import { disc, line, polygon, roundedBox, scratch, union, without } from './icon-shapes.mjs';

/**
 * @typedef {import('./paint.mjs').Layer} Layer
 * @typedef {import('./paint.mjs').Colour} Colour
 * @typedef {'dark' | 'light' | 'template'} Panel dark and light name the panel, not the picture
 */

/** The names that `electron/shell/tray-model.ts` asks for. */
export const trayStates = /** @type {const} */ ([
  'in-step',
  'syncing',
  'pending',
  'conflict',
  'error',
  'offline',
  'paused',
  'setup',
]);

/** @typedef {(typeof trayStates)[number]} TrayState */

/** Three scratches of a claw. */
const claw = union(
  scratch([0.31, 0.03], [0.4, 0.5], [0.04, 0.92], 0.19),
  scratch([0.6, 0], [0.7, 0.54], [0.29, 1], 0.21),
  scratch([0.89, 0.03], [0.98, 0.5], [0.62, 0.92], 0.19),
);

/** Where a badge sits: the lower right corner, large enough to tell shapes apart at 16 pixels. */
const badge = { x: 0.72, y: 0.72, radius: 0.28 };
const moat = 0.075;

/** @type {Readonly<Record<Panel, Readonly<Record<'ink' | 'faint' | 'blue' | 'amber' | 'red' | 'grey', Colour>>>>} */
const colours = {
  dark: {
    ink: [244, 245, 247, 1],
    faint: [244, 245, 247, 0.55],
    blue: [92, 170, 255, 1],
    amber: [255, 190, 60, 1],
    red: [255, 105, 97, 1],
    grey: [200, 204, 210, 1],
  },
  light: {
    ink: [38, 42, 48, 1],
    faint: [38, 42, 48, 0.5],
    blue: [20, 95, 205, 1],
    amber: [190, 110, 0, 1],
    red: [200, 32, 26, 1],
    grey: [84, 90, 98, 1],
  },
  template: {
    ink: [0, 0, 0, 1],
    faint: [0, 0, 0, 0.5],
    blue: [0, 0, 0, 1],
    amber: [0, 0, 0, 1],
    red: [0, 0, 0, 1],
    grey: [0, 0, 0, 1],
  },
};

/**
 * @param {TrayState} state
 * @param {Panel} panel
 * @returns {readonly Layer[]}
 */
export function trayIcon(state, panel) {
  const { ink, faint, blue, amber, red, grey } = colours[panel];
  const { x, y, radius } = badge;
  /** @type {(colour: Colour) => Layer} */
  const mark = (colour) => ({ shape: claw, colour });
  switch (state) {
    case 'in-step':
      return [mark(ink)];
    case 'pending':
      return [
        mark(ink),
        clear(disc(x + 0.06, y + 0.06, 0.2 + moat)),
        { shape: disc(x + 0.06, y + 0.06, 0.2), colour: blue },
      ];
    case 'syncing':
      return [mark(ink), clear(disc(x, y, radius + moat)), { shape: upAndDown(x, y), colour: blue }];
    case 'conflict':
      return [mark(ink), clear(triangle(0.06 + moat)), { shape: exclamation(triangle(0.06)), colour: amber }];
    case 'error':
      return [
        mark(ink),
        clear(disc(x, y, radius + moat)),
        { shape: without(disc(x, y, radius), cross(x, y)), colour: red },
      ];
    case 'offline':
      return [mark(faint), clear(slash(0.26)), { shape: slash(0.11), colour: ink }];
    case 'paused':
      return [mark(faint), clear(disc(x, y, radius + moat)), { shape: bars(x, y), colour: grey }];
    case 'setup':
      return [mark(faint), clear(disc(x, y, radius + moat)), { shape: plus(x, y), colour: blue }];
  }
}

/**
 * A white claw on a rounded tile.
 * @param {number} size
 * @returns {readonly Layer[]}
 */
export function appIcon(size) {
  // Small pictures need every pixel: no margin and a fuller mark.
  const margin = size < 48 ? 0 : 0.04;
  const scale = size < 48 ? 0.78 : 0.66;
  const tile = roundedBox(margin, margin, 1 - margin, 1 - margin, 0.22);
  /** @type {import('./paint.mjs').Shape} */
  const mark = (x, y) => claw((x - 0.5) / scale + 0.51, (y - 0.5) / scale + 0.51);
  return [
    { shape: tile, colour: (_x, y) => [mix(31, 14, y), mix(122, 72, y), mix(140, 110, y), 1] },
    { shape: mark, colour: [255, 255, 255, 1] },
  ];
}

/** @param {import('./paint.mjs').Shape} shape @returns {Layer} */
function clear(shape) {
  return { shape, colour: 'erase' };
}

/** @param {number} grow */
function triangle(grow) {
  return polygon(
    [
      [0.7, 0.46],
      [0.94, 0.92],
      [0.46, 0.92],
    ],
    grow,
  );
}

/** @param {import('./paint.mjs').Shape} sign */
function exclamation(sign) {
  return without(sign, union(line(0.7, 0.61, 0.7, 0.75, 0.085), disc(0.7, 0.87, 0.048)));
}

/** @param {number} x @param {number} y */
function cross(x, y) {
  const arm = 0.11;
  return union(
    line(x - arm, y - arm, x + arm, y + arm, 0.09),
    line(x - arm, y + arm, x + arm, y - arm, 0.09),
  );
}

/** @param {number} width */
function slash(width) {
  return line(0.06, 0.14, 0.94, 0.86, width);
}

/** @param {number} x @param {number} y */
function bars(x, y) {
  return union(
    roundedBox(x - 0.2, y - 0.24, x - 0.05, y + 0.24, 0.03),
    roundedBox(x + 0.07, y - 0.24, x + 0.22, y + 0.24, 0.03),
  );
}

/** @param {number} x @param {number} y */
function plus(x, y) {
  return union(line(x - 0.19, y, x + 0.19, y, 0.14), line(x, y - 0.19, x, y + 0.19, 0.14));
}

/** One arrow up, one arrow down. @param {number} x @param {number} y */
function upAndDown(x, y) {
  const [left, right] = [x - 0.14, x + 0.15];
  return union(
    roundedBox(left - 0.045, y - 0.1, left + 0.045, y + 0.27, 0.02),
    polygon([
      [left, y - 0.27],
      [left + 0.14, y - 0.03],
      [left - 0.14, y - 0.03],
    ]),
    roundedBox(right - 0.045, y - 0.27, right + 0.045, y + 0.1, 0.02),
    polygon([
      [right, y + 0.27],
      [right - 0.14, y + 0.03],
      [right + 0.14, y + 0.03],
    ]),
  );
}

/** @param {number} from @param {number} to @param {number} share */
function mix(from, to, share) {
  return from + (to - from) * share;
}
