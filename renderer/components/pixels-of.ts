/** A height in root ems, in pixels: larger text makes higher rows. */
export function pixelsOf(rems: number): number {
  return rems * Number.parseFloat(getComputedStyle(document.documentElement).fontSize || '16');
}
