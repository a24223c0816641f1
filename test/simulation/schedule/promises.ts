/** How long the product may leave things undone, as it promises (research/performance.md, goal 6; scheduler.ts). */
const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 15 * 60_000;
const JITTER = 1.2;

/** After a hint the folder is looked at within this time. */
export const NOTICED_MS = 2_000;
/** After what ends a back-off a cycle begins within this time. */
export const SETTLED_MS = 3_000;

/** The longest that may pass until the next cycle begins by itself. */
export function longestWait(failures: number, intervalMs: number, askedMs: number): number {
  if (failures === 0) return intervalMs * JITTER;
  const doubled = FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 20);
  return Math.max(Math.min(doubled, Math.max(LAST_RETRY_MS, intervalMs)), askedMs) * JITTER;
}
