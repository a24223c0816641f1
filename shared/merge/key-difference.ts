/** A value of a config as its file spells it: `1.50` stays `1.50`. Null: the key is not there. */
export type JsonSource = string | null;

/** One key in which the three configs differ. Lists and plain values are compared whole, objects key by key. */
export interface KeyDifference {
  /** Names from the outermost object inwards; empty for the whole file. */
  readonly key: readonly string[];
  /** `overlap` needs a decision; `mine` and `server` were changed on one side only, `same` on both alike. */
  readonly kind: 'mine' | 'server' | 'same' | 'overlap';
  readonly base: JsonSource;
  readonly mine: JsonSource;
  readonly server: JsonSource;
}

/** What a person said to an overlapping key; `source` is a value of their own as JSON. */
export type KeyDecision = 'mine' | 'server' | { readonly source: string };
