import type { PauseFor } from '../../shared/ipc/contract.ts';

const HOUR_MS = 60 * 60_000;

/** Epoch milliseconds at which a pause ends; null: when the person says so. Tomorrow begins at six, not at midnight. */
export function pauseEnd(pauseFor: PauseFor, now: number): number | null {
  if (pauseFor === 'resumed') return null;
  if (pauseFor === 'hour') return now + HOUR_MS;
  const tomorrow = new Date(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  tomorrow.setHours(6, 0, 0, 0);
  return tomorrow.getTime();
}
