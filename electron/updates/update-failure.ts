import type { UpdateProblem } from '../../shared/model/updates.ts';

/** A feed that is there and must not be believed. */
export class FeedRefused extends Error {
  /** `signature`, or the place in the feed that breaks a rule. */
  readonly code: string;

  constructor(code: string) {
    super(`The update feed was refused: ${code}`);
    this.code = `feed-${code}`;
  }
}

/** What a failed look or download means for the person. */
export function problemOf(error: unknown): UpdateProblem {
  if (error instanceof FeedRefused) return 'untrusted';
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ERR_CHECKSUM_MISMATCH') return 'damaged';
  if (code === 'ERR_UPDATER_INVALID_SIGNATURE') return 'untrusted';
  // Our own guard: the feed sent us to another server.
  return String(error).includes('ERR_BLOCKED_BY_CLIENT') ? 'untrusted' : 'unreachable';
}
