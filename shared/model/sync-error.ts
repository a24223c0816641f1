/** Stable codes; the outside relies on them. Words are in `error-words.ts`. */
export const ERROR_CODES = [
  'server-unreachable',
  'server-timeout',
  'server-unavailable',
  'server-rate-limited',
  'server-answer-invalid',
  'server-answer-too-large',
  'server-redirected',
  'tls-failed',
  'proxy-failed',
  'proxy-auth-required',
  'token-refused',
  'token-missing',
  'token-other-origin',
  'token-locked',
  'token-undecryptable',
  'token-not-provided',
  'parameter-refused',
  'api-url-invalid',
  'lssn-invalid',
  'token-invalid',
  'workspace-not-set',
  'workspace-missing',
  'workspace-replaced',
  'workspace-unreadable',
  'workspace-taken',
  'giip-config-unreadable',
  'giip-config-incomplete',
  'managed',
  'usage',
  'busy',
  'engine-ended',
  'disk-full',
  'write-failed',
  'state-unusable',
  'state-newer',
  'push-replaces-everything',
  'no-such-conflict',
  'no-such-version',
  'changed-meanwhile',
  'text-unusable',
  'unexpected',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** An expected failure as a value: a code and the facts its sentence names. Never holds a token or a document's text. */
export interface SyncError {
  readonly code: ErrorCode;
  /** For people and logs: the cause in the words of whoever reported it, at most 300 characters, plain text. */
  readonly detail?: string;
  /** Milliseconds that the server asked us to wait (Retry-After, clamped to 1 s … 1 h). */
  readonly retryAfterMs?: number;
}

/** Either a value or an expected failure; surprises are thrown instead. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: SyncError };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(code: ErrorCode, detail?: string): { readonly ok: false; readonly error: SyncError } {
  return { ok: false, error: detail === undefined ? { code } : { code, detail } };
}

/** What people read: what happened and what it means for their files; then what to do. */
export interface ErrorSentences {
  readonly message: string;
  readonly help: string;
}

/** Every error of the catalogue has words in every language. */
export type ErrorWords = Readonly<Record<ErrorCode, ErrorSentences>>;
