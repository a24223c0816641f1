import type { BrowserAnswer, BrowserRequest, BrowserStack } from '../api/browser-stack.ts';
import type { Browsed, HostCalls } from './engine-messages.ts';
import type { MessageChannel } from './message-channel.ts';

type Host = MessageChannel<HostCalls>;

function valueIn<T>(browsed: Browsed<T>): T {
  if ('value' in browsed) return browsed.value;
  throw new Error(browsed.failure);
}

async function* bytesOf(host: Host, id: number): AsyncGenerator<Buffer> {
  try {
    for (;;) {
      const bytes = valueIn(await host.ask('browser.next', id));
      if (bytes === null) return;
      yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
  } finally {
    host.tell('browser.end', id);
  }
}

async function request(host: Host, id: number, asked: BrowserRequest): Promise<BrowserAnswer> {
  const { method, url, headers, body, signal, proxy, user } = asked;
  const end = (): void => host.tell('browser.end', id);
  signal.addEventListener('abort', end, { once: true });
  const carried = { id, method, url: url.href, headers, body, user, proxy: proxy?.href ?? null };
  const answer = valueIn(await host.ask('browser.request', carried));
  return { ...answer, body: bytesOf(host, id), end };
}

/** Chromium's network stack, which is on the other side. */
export function carriedBrowser(host: Host): BrowserStack {
  let last = 0;
  return {
    request(asked) {
      last += 1;
      return request(host, last, asked);
    },
  };
}
