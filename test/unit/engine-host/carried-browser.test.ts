import { MessageChannel as Pipe } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import type { BrowserRequest, BrowserStack } from '../../../electron/api/browser-stack.ts';
import { browserDesk } from '../../../electron/engine-host/browser-desk.ts';
import { carriedBrowser } from '../../../electron/engine-host/carried-browser.ts';
import type { HostCalls } from '../../../electron/engine-host/engine-messages.ts';
import { openChannel } from '../../../electron/engine-host/message-channel.ts';

let close: () => void = () => undefined;
afterEach(() => close());

/** A browser's stack as the engine's thread has it, with a real port between them. */
function carried(stack: BrowserStack): BrowserStack {
  const { port1, port2 } = new Pipe();
  close = () => port1.close();
  const engine = openChannel<HostCalls>(port1);
  engine.serve({}, () => undefined);
  const { endAll: _, ...answers } = browserDesk(stack);
  openChannel<Record<string, never>>(port2).serve<
    typeof answers extends infer A ? Pick<HostCalls, keyof A & keyof HostCalls> : never
  >(answers, () => undefined);
  return carriedBrowser(engine);
}

const REQUEST: BrowserRequest = {
  method: 'POST',
  url: new URL('https://giip.example.com/api/get'),
  headers: { accept: 'application/json' },
  body: '{"at":"sk"}',
  signal: new AbortController().signal,
  proxy: new URL('http://proxy.example.com:3128'),
  user: { name: 'a', password: 'b' },
};

async function* chunks(...texts: readonly string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}

test('a request arrives as it was made, and its answer comes piece by piece', async () => {
  const seen: BrowserRequest[] = [];
  const stack = carried({
    async request(request) {
      seen.push(request);
      return { status: 200, headers: { date: 'now' }, body: chunks('한', '글'), end: () => undefined };
    },
  });
  const answer = await stack.request(REQUEST);
  expect(answer).toMatchObject({ status: 200, headers: { date: 'now' } });
  const pieces: Buffer[] = [];
  for await (const piece of answer.body) pieces.push(piece);
  expect(pieces.map(String)).toEqual(['한', '글']);
  const { signal: _, ...asked } = REQUEST;
  expect(seen[0]).toMatchObject(asked);
});

test('a failure keeps the name by which it is judged, and nothing else', async () => {
  const stack = carried({
    request: () => Promise.reject(new Error('net::ERR_PROXY_CONNECTION_FAILED at https://giip.example.com')),
  });
  await expect(stack.request(REQUEST)).rejects.toThrow(/^net::ERR_PROXY_CONNECTION_FAILED$/);
});

test('a body that breaks off is a failure, and who stops reading ends the request', async () => {
  let ended = 0;
  async function* breaking(): AsyncGenerator<Buffer> {
    yield Buffer.from('half');
    throw new Error('net::ERR_CONNECTION_RESET');
  }
  const end = (): void => {
    ended += 1;
  };
  const stack = carried({ request: async () => ({ status: 200, headers: {}, body: breaking(), end }) });
  const answer = await stack.request(REQUEST);
  await expect(async () => {
    for await (const _ of answer.body);
  }).rejects.toThrow('net::ERR_CONNECTION_RESET');
  for await (const _ of (await stack.request(REQUEST)).body) break;
  await expect.poll(() => ended).toBe(2);
});

test('what is given up ends on the other side too', async () => {
  const abort = new AbortController();
  const stack = carried({
    request: ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
  });
  const asked = stack.request({ ...REQUEST, signal: abort.signal });
  abort.abort();
  await expect(asked).rejects.toThrow('failed');
});

test('a request that failed leaves nothing behind', async () => {
  const signals: AbortSignal[] = [];
  const desk = browserDesk({
    request({ signal }) {
      signals.push(signal);
      return Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED'));
    },
  });
  const { signal: _, ...rest } = REQUEST;
  await desk['browser.request']({ ...rest, id: 1, url: REQUEST.url.href, proxy: null });
  desk.endAll();
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
});
