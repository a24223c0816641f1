import type { Deeds } from '../stories/story.ts';

/** A text under its path. */
export type Standing = readonly [path: string, text: string];

/** One computer and one GIIP on which a story can be told. */
export interface Bench {
  here(): readonly Standing[];
  there(): readonly Standing[];
  /** Every version in history, with the text it stands for. */
  kept(): readonly Standing[];
  people(deeds: Deeds): void;
}

/** What a sync at rest came to. */
export interface AtRest {
  readonly code: number;
  readonly error: string | undefined;
  readonly isVerified: boolean;
  /** Items that were written or sent; at rest there are none. */
  readonly moved: readonly string[];
}
