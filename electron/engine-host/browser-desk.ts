import type { BrowserAnswer, BrowserStack } from '../api/browser-stack.ts';
import type { Browsed, CarriedRequest, HostCalls } from './engine-messages.ts';
import type { Answers } from './message-channel.ts';

type BrowserCall = 'browser.request' | 'browser.next' | 'browser.end';

interface Open {
  readonly abort: AbortController;
  chunks?: AsyncIterator<Buffer>;
  answer?: BrowserAnswer;
}

/** Chromium's network stack for the engine's thread: an answer's bytes go over when they are asked for. */
export interface BrowserDesk extends Pick<Answers<HostCalls>, BrowserCall> {
  /** Ends whatever is open: nobody will ask for it. */
  endAll(): void;
}

/** The name of a failure alone, which holds no URL and no header. */
async function named<T>(work: () => Promise<T>): Promise<Browsed<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return { failure: /^net::ERR_[A-Z0-9_]+/.exec(message)?.[0] ?? 'failed' };
  }
}

export function browserDesk(stack: BrowserStack): BrowserDesk {
  const open = new Map<number, Open>();

  function end(id: number): void {
    const one = open.get(id);
    open.delete(id);
    one?.abort.abort();
    one?.answer?.end();
  }

  async function request({ id, url, proxy, ...rest }: CarriedRequest) {
    const one: Open = { abort: new AbortController() };
    open.set(id, one);
    const way = { url: new URL(url), proxy: proxy === null ? null : new URL(proxy) };
    const asked = stack.request({ ...rest, ...way, signal: one.abort.signal });
    // Nobody ends what did not come about.
    asked.catch(() => open.delete(id));
    const answer = await asked;
    // Ended while it was on its way: nobody waits for it any more.
    if (!open.has(id)) answer.end();
    Object.assign(one, { answer, chunks: answer.body[Symbol.asyncIterator]() });
    return { status: answer.status, headers: { ...answer.headers } };
  }

  async function next(id: number): Promise<Uint8Array | null> {
    const chunk = await open.get(id)?.chunks?.next();
    return chunk === undefined || chunk.done === true ? null : new Uint8Array(chunk.value);
  }

  return {
    'browser.request': (input) => named(() => request(input)),
    'browser.next': (id) => named(() => next(id)),
    'browser.end': end,
    endAll() {
      for (const id of open.keys()) end(id);
    },
  };
}
