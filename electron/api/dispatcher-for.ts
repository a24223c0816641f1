import { Agent, buildConnector, type Dispatcher, ProxyAgent, Socks5ProxyAgent } from 'undici';
import { ok, type Result } from '../../shared/model/sync-error.ts';
import type { Network } from './network.ts';
import { proxyClient } from './proxy-client.ts';
import type { ProxyUser, Way } from './proxy-resolver.ts';
import { trustedAuthorities } from './trusted-authorities.ts';

/** A way that can be gone. */
export interface Route {
  readonly dispatcher: Dispatcher;
  readonly proxy: URL | null;
}

export interface RouteOptions {
  /** Milliseconds for a connection to stand. */
  readonly patience?: number;
  /** Trusted as well, whatever the settings say: what the operating system trusts. */
  readonly alsoTrusted?: readonly string[];
}

// The deadline of the whole request rules; undici's own limits for headers and body would only blur it.
const AGENT = { headersTimeout: 0, bodyTimeout: 0 } as const;
const PATIENCE_MS = 30_000;

function basic({ name, password }: ProxyUser): string {
  return `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
}

/** How TLS is spoken: said explicitly, so that no variable of the environment can turn the checks off. */
interface Tls {
  readonly timeout: number;
  readonly rejectUnauthorized: true;
  readonly ca?: string[];
}

function overHttpProxy(proxy: URL, user: ProxyUser | null, tls: Tls): Dispatcher {
  const token = user === null ? {} : { token: basic(user) };
  return new ProxyAgent({
    ...AGENT,
    ...token,
    uri: proxy.href,
    requestTls: tls,
    proxyTls: tls,
    clientFactory: proxyClient,
  });
}

/** The names are looked up by the proxy. */
function overSocks(proxy: URL, user: ProxyUser | null, tls: Tls): Dispatcher {
  const signIn = user === null ? {} : { username: user.name, password: user.password };
  const options = { ...AGENT, ...signIn, connect: buildConnector({ timeout: tls.timeout }), requestTls: tls };
  return new Socks5ProxyAgent(proxy, options);
}

/** What undici sends a request with, along one way. The user name and password go to this proxy and to nobody else. */
export async function dispatcherFor(
  url: URL,
  way: Way,
  network: Network,
  { patience = PATIENCE_MS, alsoTrusted = [] }: RouteOptions = {},
): Promise<Result<Route>> {
  const { proxy } = way;
  if (url.protocol === 'http:' && proxy === null)
    return ok({ dispatcher: new Agent({ ...AGENT, connect: { timeout: patience } }), proxy });
  const trust = await trustedAuthorities(network.authorityFiles(), alsoTrusted);
  if (!trust.ok) return trust;
  const tls: Tls = { timeout: patience, rejectUnauthorized: true, ...trust.value };
  if (proxy === null) return ok({ dispatcher: new Agent({ ...AGENT, connect: tls }), proxy });
  const user = way.user ?? (await network.user(proxy));
  const over = proxy.protocol === 'socks5:' ? overSocks : overHttpProxy;
  return ok({ dispatcher: over(proxy, user, tls), proxy });
}
