/**
 * @typedef {(x: number, y: number) => boolean} Shape whether a point of the unit square lies inside
 * @typedef {readonly [number, number, number, number]} Colour red, green, blue 0 to 255, alpha 0 to 1
 * @typedef {object} Layer
 * @property {Shape} shape
 * @property {Colour | 'erase' | ((x: number, y: number) => Colour)} colour
 */

/**
 * Paints layers, the last one on top, without a graphics library: each pixel is the mean of its sample points.
 * @param {readonly Layer[]} layers
 * @param {number} size
 * @returns {Uint8Array} RGBA, not premultiplied
 */
export function paint(layers, size) {
  // Points per pixel and direction: a small picture lives by the shades of its edges.
  const samples = size <= 64 ? 8 : 4;
  const pixels = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) pixels.set(pixel(layers, x, y, size, samples), (y * size + x) * 4);
  }
  return pixels;
}

/**
 * @param {readonly Layer[]} layers
 * @param {number} x
 * @param {number} y
 * @param {number} size
 * @param {number} samples
 */
function pixel(layers, x, y, size, samples) {
  const sum = { red: 0, green: 0, blue: 0, alpha: 0 };
  for (let i = 0; i < samples * samples; i += 1) {
    const px = (x + ((i % samples) + 0.5) / samples) / size;
    const py = (y + (Math.floor(i / samples) + 0.5) / samples) / size;
    const [red, green, blue, alpha] = sample(layers, px, py);
    sum.red += red * alpha;
    sum.green += green * alpha;
    sum.blue += blue * alpha;
    sum.alpha += alpha;
  }
  const { red, green, blue, alpha } = sum;
  if (alpha === 0) return [0, 0, 0, 0];
  return [red / alpha, green / alpha, blue / alpha, (alpha / samples ** 2) * 255].map(Math.round);
}

/**
 * @param {readonly Layer[]} layers
 * @param {number} x
 * @param {number} y
 * @returns {Colour}
 */
function sample(layers, x, y) {
  const top = layers.findLast(({ shape }) => shape(x, y));
  if (!top || top.colour === 'erase') return [0, 0, 0, 0];
  return typeof top.colour === 'function' ? top.colour(x, y) : top.colour;
}
