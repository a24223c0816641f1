/**
 * Why the engine decided what it decided. A code, never a sentence: the words are in `reason-words.ts`,
 * so that the log, the command line and every language say the same thing.
 */
export type ReasonCode =
  | 'same'
  | 'equal-on-both-sides'
  | 'differs-only-in-edge-space'
  | 'changed-here'
  | 'new-here'
  | 'changed-on-giip'
  | 'new-on-giip'
  | 'changed-on-both-merged'
  | 'merged-by-rule'
  | 'changed-on-both-overlap'
  | 'new-on-both-different'
  | 'merge-too-expensive'
  | 'merge-result-unusable'
  | 'deleted-here'
  | 'deleted-here-changed-on-giip'
  | 'gone-on-giip'
  | 'changed-here-gone-on-giip'
  | 'damaged-on-giip'
  | 'unreadable-here'
  | 'unusable-on-giip'
  | 'held-mass-deletion'
  | 'held-mass-overwrite'
  | 'held-server-rollback'
  | 'held-git-revert'
  | 'held-emptied-after-crash'
  | 'held-not-stored'
  | 'held-refused-by-giip'
  | 'held-secret'
  | 'kept-secret'
  | 'decided-mine'
  | 'decided-giip'
  | 'decided-file'
  | 'decided-both'
  | 'decided-send-secret'
  | 'decided-allow-secret'
  | 'decided-keep-secret'
  | 'policy-mine'
  | 'policy-giip'
  | 'policy-both'
  | 'restored'
  | 'check-giip-moved-behind-hash'
  | 'check-file-moved-behind-stamp'
  | 'check-kept-text-lost';

/** One sentence's worth of reason, as data. */
export interface Reason {
  readonly code: ReasonCode;
  /** Facts that the sentence names, such as a count or the cause that the file system gave. */
  readonly detail?: string;
}

/** Every reason has its sentence in every language. */
export type ReasonWords = Readonly<Record<ReasonCode, string>>;
