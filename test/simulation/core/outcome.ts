import { Violation } from './violation.ts';

/** What one schedule came to. */
export interface Outcome {
  readonly tape: readonly number[];
  readonly hash: number;
  readonly steps: number;
  /** Texts that were lost on GIIP because nobody had pulled them: the API's hole, counted. */
  readonly holes: number;
  readonly failure: { readonly oracle: string; readonly words: string } | null;
  readonly story: readonly string[];
}

/** A failure as plain words, under the oracle that it broke. */
export function told(failure: unknown): { oracle: string; words: string } {
  if (failure instanceof Violation) return { oracle: failure.oracle, words: failure.message };
  const words = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  return { oracle: 'unexpected', words };
}
