import type { Readable } from 'node:stream';
import { app, type ClientRequest, net, type Session, session } from 'electron';
import type { BrowserAnswer, BrowserRequest, BrowserStack } from '../api/browser-stack.ts';

type Answered = (username?: string, password?: string) => void;

/**
 * One request, one connection: on a kept one Chromium sends again by itself what the other side did not answer, which
 * a push must never be. Has to run before Electron is ready; our pages do not come over the network.
 */
export function keepRequestsSingle(): void {
  for (const name of ['disable-http2', 'disable-quic']) app.commandLine.appendSwitch(name);
}

/**
 * Chromium writes the keys of every connection into the file that this variable names: whoever has it reads the token
 * along. The switch that does the same is refused (`hostile-switches.ts`). Has to run before Electron is ready.
 */
export function keepKeysSecret(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(environment))
    if (name.toUpperCase() === 'SSLKEYLOGFILE') delete environment[name];
}

/** In memory only, without a cache. The spell checker would fetch its dictionaries from the internet. */
function privateSession(name: string): Session {
  const target = session.fromPartition(`openclaw-network ${name}`, { cache: false });
  target.setSpellCheckerLanguages([]);
  return target;
}

/** What the operating system says about the way to a URL, its PAC file included, in the words of such a file. */
export function systemProxy(): (url: URL) => Promise<string> {
  const target = privateSession('system');
  return (url) => target.resolveProxy(`${url.origin}/`);
}

const NOT_SIGNED_IN = 'net::ERR_PROXY_AUTH_REQUESTED';

/** Chromium's own stack: what the operating system trusts, and every way of signing in to a proxy. */
export function osNetwork(): BrowserStack {
  const sessions = new Map<string, Promise<Session>>();
  const sessionFor = (proxy: URL | null): Promise<Session> => {
    const name = proxy?.href ?? 'direct';
    const known = sessions.get(name) ?? sessionAlong(proxy, name);
    sessions.set(name, known);
    return known;
  };
  return {
    async request(request) {
      const target = await sessionFor(request.proxy);
      // A password that was taken back must not be remembered here.
      await target.clearAuthCache();
      return answerTo(request, target);
    },
  };
}

async function sessionAlong(proxy: URL | null, name: string): Promise<Session> {
  const target = privateSession(name);
  await target.setProxy(
    proxy === null
      ? { mode: 'direct' }
      : {
          mode: 'fixed_servers',
          proxyRules: `${proxy.protocol}//${proxy.host}`,
          proxyBypassRules: '<-loopback>',
        },
  );
  return target;
}

function answerTo(request: BrowserRequest, target: Session): Promise<BrowserAnswer> {
  return new Promise((resolve, reject) => {
    const sent = requestFor(request, target);
    const end = (): void => sent.abort();
    let isRefused = false;
    const refuse = (): void => {
      isRefused = true;
    };
    sent.on('login', proxyLogin(request, refuse));
    sent.on('redirect', (status, _method, _url, headers) =>
      resolve({ status, headers, body: nothing(), end }),
    );
    sent.on('response', (message) => {
      // Electron's types do not say that it is a stream.
      const stream = message as unknown as Readable;
      stream.on('error', () => undefined);
      // A proxy's page about signing in is handed out as if the server had sent it.
      if (isRefused && message.statusCode === 407) reject(new Error(NOT_SIGNED_IN));
      resolve({ status: message.statusCode, headers: message.headers, body: bytesOf(stream, end), end });
    });
    sent.on('error', (error) => reject(isRefused ? new Error(NOT_SIGNED_IN) : error));
    sent.on('abort', () => reject(new Error('aborted')));
    request.signal.addEventListener('abort', end, { once: true });
    if (request.signal.aborted) end();
    else sent.end(request.body);
  });
}

function requestFor({ method, url, headers }: BrowserRequest, target: Session): ClientRequest {
  return net.request({
    method,
    url: url.href,
    headers: { ...headers },
    session: target,
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
  });
}

/** The user name and password go to the proxy they were entered for, once; to a server, never. */
function proxyLogin({ proxy, user }: BrowserRequest, onRefused: () => void) {
  let isAsked = false;
  return ({ isProxy, host, port }: Electron.AuthInfo, answer: Answered): void => {
    if (isProxy && !isAsked && user !== null && isAt(proxy, host, port)) {
      isAsked = true;
      answer(user.name, user.password);
      return;
    }
    // A server's question is not answered either, and its answer then stands.
    if (isProxy) onRefused();
    answer();
  };
}

const PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443', 'socks5:': '1080' };

function isAt(proxy: URL | null, host: string, port: number): boolean {
  if (proxy === null) return false;
  const name = proxy.hostname.replace(/^\[(.*)\]$/, '$1');
  return name === host.replace(/^\[(.*)\]$/, '$1') && (proxy.port || PORTS[proxy.protocol]) === String(port);
}

async function* nothing(): AsyncGenerator<Buffer> {}

async function* bytesOf(stream: Readable, end: () => void): AsyncGenerator<Buffer> {
  try {
    yield* stream as AsyncIterable<Buffer>;
  } finally {
    end();
  }
}
