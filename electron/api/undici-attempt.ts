import type { Dispatcher } from 'undici';
import request from 'undici/lib/api/api-request.js';
import { fail } from '../../shared/model/sync-error.ts';
import type { Attempt } from './attempt.ts';
import type { Route } from './dispatcher-for.ts';
import { inflate } from './inflate.ts';
import { isIssuerUnknown, isNeverSent, networkError } from './network-error.ts';
import { ProxyRefusal } from './proxy-refusal.ts';
import { type RawAnswer, readAnswer } from './read-answer.ts';
import { REQUEST_HEADERS } from './request-headers.ts';
import type { TransportRequest } from './transport.ts';

/** Ways of signing in to a proxy that take more than a user name and a password. */
const BROWSER_SCHEMES = ['negotiate', 'ntlm', 'digest', 'kerberos'];

function rawOf({ statusCode, headers, body }: Dispatcher.ResponseData): RawAnswer {
  return {
    status: statusCode,
    headers,
    inflated: (coding) => inflate(body, coding),
    // undici reports the end as an error, and an error nobody hears ends the process.
    discard: () => void body.on('error', () => {}).destroy(),
  };
}

function endOf(error: unknown, { proxy }: Route): Attempt['end'] {
  if (error instanceof ProxyRefusal)
    return error.schemes.some((scheme) => BROWSER_SCHEMES.includes(scheme)) ? 'no-sign-in' : 'answered';
  if (isIssuerUnknown(error)) return 'issuer-unknown';
  return isNeverSent(error, proxy) ? 'blocked' : 'answered';
}

/** One request over undici, along one way. */
export async function undiciAttempt(route: Route, message: TransportRequest): Promise<Attempt> {
  const { method, url, body, signal } = message;
  try {
    const { dispatcher } = route;
    // One connection per request (`reset`): on a kept one that the server has just closed, a push would be of unknown
    // fate for nothing. undici adds the host of a request to the very headers that it is given when a proxy is used.
    const headers = { ...REQUEST_HEADERS };
    const path = `${url.pathname}${url.search}`;
    const options = { origin: url.origin, path, method, body, signal, headers, reset: true };
    const response = await request.call(dispatcher, options);
    return { end: 'answered', result: await readAnswer(rawOf(response), message.sink) };
  } catch (error) {
    // The only one who aborts is the deadline.
    if (signal.aborted) return { end: 'answered', result: fail('server-timeout') };
    return { end: endOf(error, route), result: networkError(error, url.host, route.proxy) };
  }
}
