import { fail } from '../../shared/model/sync-error.ts';
import type { Attempt } from './attempt.ts';
import { browserError, isBlocked } from './browser-error.ts';
import type { BrowserAnswer, BrowserStack } from './browser-stack.ts';
import type { ProxyUser, Way } from './proxy-resolver.ts';
import { type RawAnswer, readAnswer } from './read-answer.ts';
import { REQUEST_HEADERS } from './request-headers.ts';
import type { TransportRequest } from './transport.ts';

/** Codings that a browser takes off by itself; with any other one it hands out the bytes as they came. */
const TAKEN_OFF = ['', 'identity', 'gzip', 'x-gzip', 'deflate', 'br'];

function rawOf({ status, headers, body, end }: BrowserAnswer): RawAnswer {
  return {
    status,
    headers,
    inflated: (coding) => (TAKEN_OFF.includes(coding.trim().toLowerCase()) ? body : null),
    discard: end,
  };
}

/** One request over the network stack of a browser, along one way. */
export async function browserAttempt(
  stack: BrowserStack,
  { proxy }: Way,
  user: ProxyUser | null,
  message: TransportRequest,
): Promise<Attempt> {
  const { signal, url } = message;
  try {
    // One connection per request, as over undici: on a kept one a browser would send a push again by itself.
    const headers = { ...REQUEST_HEADERS, connection: 'close' };
    const answer = await stack.request({ ...message, headers, proxy, user });
    return { end: 'answered', result: await readAnswer(rawOf(answer), message.sink) };
  } catch (error) {
    if (signal.aborted) return { end: 'answered', result: fail('server-timeout') };
    return { end: isBlocked(error) ? 'blocked' : 'answered', result: browserError(error, url.host) };
  }
}
