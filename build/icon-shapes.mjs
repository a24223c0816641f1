/** @typedef {import('./paint.mjs').Shape} Shape */

/**
 * @param {number} cx
 * @param {number} cy
 * @param {number} radius
 * @returns {Shape}
 */
export function disc(cx, cy, radius) {
  return (x, y) => Math.hypot(x - cx, y - cy) <= radius;
}

/**
 * A line with round ends.
 * @param {number} ax
 * @param {number} ay
 * @param {number} bx
 * @param {number} by
 * @param {number} width
 * @returns {Shape}
 */
export function line(ax, ay, bx, by, width) {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  return (x, y) => {
    const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length2));
    return Math.hypot(x - ax - t * dx, y - ay - t * dy) <= width / 2;
  };
}

/**
 * @param {readonly (readonly [number, number])[]} corners in one direction of turn
 * @param {number} [grow] rounded outwards by this much
 * @returns {Shape}
 */
export function polygon(corners, grow = 0) {
  const edges = corners.map((corner, at) => {
    const next = corners[(at + 1) % corners.length] ?? corner;
    return /** @type {const} */ ([...corner, ...next]);
  });
  const rims = grow > 0 ? edges.map(([ax, ay, bx, by]) => line(ax, ay, bx, by, grow * 2)) : [];
  /** @type {Shape} */
  const inner = (x, y) => {
    const sides = edges.map(([ax, ay, bx, by]) => Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax)));
    return sides.every((side) => side >= 0) || sides.every((side) => side <= 0);
  };
  return union(inner, ...rims);
}

/**
 * @param {number} left
 * @param {number} top
 * @param {number} right
 * @param {number} bottom
 * @param {number} radius
 * @returns {Shape}
 */
export function roundedBox(left, top, right, bottom, radius) {
  return (x, y) => {
    const dx = Math.max(left + radius - x, 0, x - right + radius);
    const dy = Math.max(top + radius - y, 0, y - bottom + radius);
    return Math.hypot(dx, dy) <= radius;
  };
}

/**
 * One scratch of the claw: a curve from a to b, bent towards c, that swells soon and ends in a long point.
 * @param {readonly [number, number]} a
 * @param {readonly [number, number]} c
 * @param {readonly [number, number]} b
 * @param {number} width
 * @returns {Shape}
 */
export function scratch(a, c, b, width) {
  const steps = 160;
  const points = Array.from({ length: steps + 1 }, (_, at) => {
    const t = at / steps;
    const along = (/** @type {0 | 1} */ i) => (1 - t) ** 2 * a[i] + 2 * t * (1 - t) * c[i] + t ** 2 * b[i];
    return { x: along(0), y: along(1), reach: ((width / 2) * Math.sin(Math.PI * t ** 0.72) ** 0.75) ** 2 };
  });
  const [left, right] = [Math.min(a[0], b[0], c[0]) - width / 2, Math.max(a[0], b[0], c[0]) + width / 2];
  return (x, y) =>
    x >= left && x <= right && points.some((point) => (x - point.x) ** 2 + (y - point.y) ** 2 <= point.reach);
}

/**
 * @param {...Shape} shapes
 * @returns {Shape}
 */
export function union(...shapes) {
  return (x, y) => shapes.some((shape) => shape(x, y));
}

/**
 * @param {Shape} shape
 * @param {Shape} hole
 * @returns {Shape}
 */
export function without(shape, hole) {
  return (x, y) => shape(x, y) && !hole(x, y);
}
