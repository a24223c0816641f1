import type { Point, Rectangle, Size } from 'electron';

/** Room between the popup and the taskbar or panel, and the edges of the screen. */
const GAP = 10;

interface Display {
  readonly bounds: Rectangle;
  /** Without taskbars and panels. */
  readonly workArea: Rectangle;
}

/**
 * Where the popup goes: beside the tray icon, on the work area's side of the taskbar, on whichever edge that is.
 * Null when nobody can say where the icon is (`tray.getBounds()` is all zeros on Linux).
 */
export function popupPlacement(icon: Rectangle, display: Display, popup: Size): Point | null {
  if (icon.width === 0 && icon.height === 0) return null;
  const { workArea } = display;
  const centreX = icon.x + icon.width / 2 - popup.width / 2;
  const centreY = icon.y + icon.height / 2 - popup.height / 2;
  const beside = {
    top: { x: centreX, y: workArea.y + GAP },
    bottom: { x: centreX, y: workArea.y + workArea.height - popup.height - GAP },
    left: { x: workArea.x + GAP, y: centreY },
    right: { x: workArea.x + workArea.width - popup.width - GAP, y: centreY },
  };
  return clamp(beside[nearestEdge(icon, display)], workArea, popup);
}

/**
 * The edge that the icon sits at. A taskbar takes its edge away from the work area, so that edge wins; where it
 * hides itself nothing is taken away, and the nearest edge is it.
 */
function nearestEdge(icon: Rectangle, { bounds, workArea }: Display): 'top' | 'bottom' | 'left' | 'right' {
  const x = icon.x + icon.width / 2;
  const y = icon.y + icon.height / 2;
  if (y < workArea.y) return 'top';
  if (y >= workArea.y + workArea.height) return 'bottom';
  if (x < workArea.x) return 'left';
  if (x >= workArea.x + workArea.width) return 'right';
  const distances = [
    ['bottom', bounds.y + bounds.height - y],
    ['top', y - bounds.y],
    ['right', bounds.x + bounds.width - x],
    ['left', x - bounds.x],
  ] as const;
  return distances.reduce((best, next) => (next[1] < best[1] ? next : best))[0];
}

/** Inside the work area with the gap; on a screen smaller than the popup its top left corner stays visible. */
function clamp(at: Point, area: Rectangle, popup: Size): Point {
  return {
    x: Math.round(clampTo(at.x, area.x + GAP, area.x + area.width - popup.width - GAP)),
    y: Math.round(clampTo(at.y, area.y + GAP, area.y + area.height - popup.height - GAP)),
  };
}

function clampTo(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
