/** A run of lines of the three texts. Lines are without their line ends. */
export interface TextHunk {
  /** Its place among all hunks of the text, from 0; stable for the same three texts. */
  readonly id: number;
  /** `unchanged`, `mine`, `server`, `same` (both changed alike) need no decision; `overlap` does. */
  readonly kind: 'unchanged' | 'mine' | 'server' | 'same' | 'overlap';
  /** Empty on a conflict without a base. */
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly server: readonly string[];
}

/** What a person said to an overlapping hunk; lines are what they typed. */
export type HunkChoice = 'mine' | 'server' | 'both' | { readonly lines: readonly string[] };
