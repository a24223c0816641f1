import type { ErrorCode, SyncError } from '../../shared/model/sync-error.ts';
import { type Envelope, readEnvelope } from './envelope.ts';
import { retryAfter } from './retry-after.ts';
import { safeDetail } from './safe-detail.ts';
import type { TransportAnswer } from './transport.ts';

export type Judgement<T = unknown> =
  | { readonly state: 'done'; readonly envelope: Envelope<T> }
  | { readonly state: 'not-modified' }
  | { readonly state: 'failed'; readonly error: SyncError };

/** What the answer means, or null for success. HTTP status and RstVal must both say so. */
function failureOf(status: number, rstVal: number | null): ErrorCode | null {
  if (status >= 300 && status < 400) return 'server-redirected';
  // A refused token is a refused token under whatever status: trying on could lock it.
  if (rstVal === -1) return 'token-refused';
  if (status === 407) return 'proxy-failed';
  if (status === 429) return 'server-rate-limited';
  if (status === 400 || status === 413) return 'parameter-refused';
  if (status >= 500) return 'server-unavailable';
  if (status < 200 || status >= 300 || rstVal === null) return 'server-answer-invalid';
  if (rstVal === 500) return 'server-unavailable';
  return rstVal === 400 ? 'parameter-refused' : null;
}

function errorOf(
  code: ErrorCode,
  answer: TransportAnswer,
  message: string,
  token: string,
  now: number,
): SyncError {
  const said = safeDetail(message, token);
  const status = answer.status === 200 ? '' : `HTTP ${answer.status}`;
  const detail =
    [status, said].filter((part) => part !== '').join(': ') ||
    (code === 'server-answer-invalid' ? 'no GIIP reply' : '');
  const wait =
    code === 'server-unavailable' || code === 'server-rate-limited'
      ? retryAfter(answer.retryAfter, now)
      : undefined;
  return {
    code,
    ...(detail === '' ? {} : { detail: safeDetail(detail, '') }),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  };
}

/** Decides what one answer is: data, "no change", or a failure with a stable code. */
export function judgeEnvelope<T>(
  answer: TransportAnswer,
  envelope: Envelope<T> | null,
  token: string,
  now: number,
): Judgement<T> {
  if (answer.status === 304) return { state: 'not-modified' };
  const code = failureOf(answer.status, envelope?.rstVal ?? null);
  if (code !== null)
    return { state: 'failed', error: errorOf(code, answer, envelope?.message ?? '', token, now) };
  if (envelope === null || envelope.rstVal === 304) return { state: 'not-modified' };
  return { state: 'done', envelope };
}

/** The same for an answer that is there as a text. */
export function judgeAnswer(answer: TransportAnswer, token: string, now: number): Judgement {
  return judgeEnvelope(answer, answer.text === null ? null : readEnvelope(answer.text), token, now);
}
