import type { PlannedStep } from '../../../shared/model/change.ts';
import { reasonWords } from '../../reason-words.ts';

/** The steps of a plan that do the same. */
export interface PlanGroup {
  readonly action: PlannedStep['action'];
  readonly steps: readonly PlannedStep[];
}

/** What needs a person first, what is the same last. */
const ORDER: readonly PlannedStep['action'][] = [
  'conflict',
  'held',
  'pull',
  'push',
  'merge',
  'goneOnServer',
  'deletedHere',
  'rejected',
  'adopt',
];

/** The steps by what they do; nothing for what no step does. */
export function planGroups(steps: readonly PlannedStep[]): readonly PlanGroup[] {
  const groups = ORDER.map((action) => ({ action, steps: steps.filter((step) => step.action === action) }));
  return groups.filter((group) => group.steps.length > 0);
}

/** The sentence that holds for every step of a group, said once above it; null when they differ. */
export function commonReason(steps: readonly PlannedStep[]): string | null {
  const [first, ...others] = new Set(steps.map(({ reason }) => reasonWords(reason)));
  return first === undefined || others.length > 0 ? null : first;
}

/** How many files here would be replaced. */
export function overwrites(steps: readonly PlannedStep[]): number {
  return steps.filter((step) => step.overwrites).length;
}
