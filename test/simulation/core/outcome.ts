import type { Choices } from './choices.ts';
import type { Story } from './story.ts';
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
function told(failure: unknown): { oracle: string; words: string } {
  if (failure instanceof Violation) return { oracle: failure.oracle, words: failure.message };
  const words = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  return { oracle: 'unexpected', words };
}

/** What every world tells of itself when a schedule has ended. */
interface Ended {
  readonly steps: number;
  /** Null where no oracle was broken. */
  readonly failure: unknown;
}

/** Carries out one schedule of a world. A broken oracle goes before whatever was thrown because of it. */
export async function outcomeOf(
  choices: Choices,
  story: Story,
  world: Ended,
  schedule: () => Promise<void>,
  holes: () => number = () => 0,
): Promise<Outcome> {
  let thrown: unknown = null;
  try {
    await schedule();
  } catch (error) {
    thrown = error;
  }
  const failure = world.failure ?? thrown;
  return {
    tape: choices.tape,
    hash: story.hash,
    steps: world.steps,
    holes: holes(),
    failure: failure === null ? null : told(failure),
    story: story.lines,
  };
}
