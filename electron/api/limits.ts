const MIB = 1024 * 1024;

/** What is accepted from GIIP and sent to it. Beyond these something is wrong, or would bring this computer down. */
export const LIMITS = {
  /** One answer after inflation. */
  answerBytes: 256 * MIB,
  /** One configuration or document, in UTF-8. */
  itemBytes: 5 * MIB,
  /** Items of one answer, both sections together. */
  items: 100_000,
  /** Nesting of one configuration. */
  configDepth: 200,
  /** Nesting of a whole answer: only bounds the memory that reading it takes. */
  answerDepth: 1_000_000,
  /** One push, in UTF-8: the body stays below this unless a single item exceeds it. */
  pushBytes: 4 * MIB,
  /** What is read of an answer whose status already says that it failed. */
  failureBytes: MIB,
  pullMs: 60_000,
  pushMs: 240_000,
  retryAfterMs: { least: 1_000, most: 3_600_000 },
  hashLength: 512,
  detailLength: 300,
  /** Items refused one by one while nothing at all is accepted: then it is not about the items. */
  refusalsInARow: 50,
} as const;
