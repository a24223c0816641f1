import { DESKTOP_GOALS } from './desktop-goals.ts';
import { GOALS, type Goal } from './goal-table.ts';

/** Every goal that is measured. */
export const ALL_GOALS: readonly Goal[] = [...GOALS, ...DESKTOP_GOALS].sort(
  (one, other) => one.id - other.id,
);
