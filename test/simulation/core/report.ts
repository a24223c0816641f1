import type { Coverage } from './coverage.ts';
import type { Outcome } from './outcome.ts';

/** A schedule that broke an oracle. */
export interface Failure {
  readonly seed: number;
  readonly outcome: Outcome;
}

/** What one batch of schedules came to; plain data, so that a worker can send it. */
export interface BatchResult {
  readonly schedules: number;
  readonly steps: number;
  /** Schedules in which the API's hole lost a text on GIIP that nobody had pulled. */
  readonly holes: number;
  readonly replayed: number;
  readonly seconds: number;
  readonly failures: readonly Failure[];
  readonly coverage: readonly (readonly [string, number])[];
}

function byPart(coverage: Coverage, part: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [key, count] of coverage.counts) {
    const name = key.split(' × ')[part] ?? '';
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return counts;
}

function listed(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

/** Coverage as three short lists and one number. */
export function coverageWords(coverage: Coverage): readonly string[] {
  return [
    `${coverage.counts.size} different (fault point × verdict × state)`,
    `  fault points: ${listed(byPart(coverage, 0))}`,
    `  verdicts: ${listed(byPart(coverage, 1))}`,
    `  states: ${listed(byPart(coverage, 2))}`,
  ];
}
