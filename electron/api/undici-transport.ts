import { request } from 'undici';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import { dispatcherFor, type Route } from './dispatcher-for.ts';
import { inflate } from './inflate.ts';
import { LIMITS } from './limits.ts';
import { networkError } from './network-error.ts';
import type { NetworkSettings } from './network-settings.ts';
import { readText } from './read-text.ts';
import type { Transport, TransportAnswer, TransportRequest } from './transport.ts';

type Response = Awaited<ReturnType<typeof request>>;

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  accept: 'application/json',
  'accept-encoding': 'gzip, deflate, br',
  'user-agent': 'openclaw-sync',
};

export interface UndiciTransport extends Transport {
  /** Ends idle connections; a process that exits need not call it. */
  close(): Promise<void>;
}

function single(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.[0];
}

/** Ends a body that is not read. undici reports the end as an error, and an error nobody hears ends the process. */
function discard(response: Response): void {
  response.body.on('error', () => {}).destroy();
}

async function textOf(response: Response, succeeded: boolean): Promise<Result<string | null>> {
  const bytes = inflate(response.body, single(response.headers['content-encoding']) ?? '');
  if (bytes === null) {
    discard(response);
    return succeeded ? fail('server-answer-invalid', 'the answer has an unknown compression') : ok(null);
  }
  const read = await readText(bytes, succeeded ? LIMITS.answerBytes : LIMITS.failureBytes);
  if (read.state === 'too-large' && succeeded)
    return fail('server-answer-too-large', `more than ${LIMITS.answerBytes} bytes`);
  return ok(read.state === 'text' ? read.text : null);
}

async function answerOf(response: Response): Promise<Result<TransportAnswer>> {
  const { statusCode: status, headers } = response;
  const retryAfter = single(headers['retry-after']);
  const date = single(headers.date);
  if (status >= 300 && status < 400) {
    // Neither where it leads nor what it says is of interest.
    discard(response);
    return ok({ status, retryAfter, date, text: null });
  }
  const succeeded = status < 300;
  try {
    const text = await textOf(response, succeeded);
    return text.ok ? ok({ status, retryAfter, date, text: text.value }) : text;
  } catch (error) {
    // The status alone says that it failed: a body that breaks off changes nothing about it.
    if (!succeeded) return ok({ status, retryAfter, date, text: null });
    throw error;
  }
}

async function exchange(
  route: Route,
  { method, url, body, signal }: TransportRequest,
): Promise<Result<TransportAnswer>> {
  try {
    const { dispatcher } = route;
    // One connection per request (`reset`): on a kept one that the server has just closed, a push would be of unknown
    // fate for nothing.
    const response = await request(url, { method, body, signal, headers: HEADERS, dispatcher, reset: true });
    return await answerOf(response);
  } catch (error) {
    // The only one who aborts is the deadline.
    return signal.aborted ? fail('server-timeout') : networkError(error, url.host, route.proxy);
  }
}

/** Requests over undici: no redirects, no retries, no cookies, no cache. One route, made at the first request. */
export function undiciTransport(settings: NetworkSettings): UndiciTransport {
  const routes = new Map<string, Promise<Result<Route>>>();
  const routeTo = (url: URL): Promise<Result<Route>> => {
    const known = routes.get(url.origin);
    if (known !== undefined) return known;
    const made = dispatcherFor(url, settings);
    routes.set(url.origin, made);
    // A file with authorities that cannot be read now may be readable at the next try.
    void made.then((route) => route.ok || routes.delete(url.origin));
    return made;
  };
  return {
    async send(message) {
      const route = await routeTo(message.url);
      return route.ok ? exchange(route.value, message) : route;
    },
    async close() {
      const open = await Promise.all(routes.values());
      routes.clear();
      await Promise.all(open.map((route) => (route.ok ? route.value.dispatcher.destroy() : undefined)));
    },
  };
}
