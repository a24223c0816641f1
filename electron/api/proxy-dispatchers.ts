import { buildConnector, type Dispatcher, ProxyAgent, Socks5ProxyAgent } from 'undici';
import { AGENT, type Tls } from './agent-options.ts';
import { proxyClient } from './proxy-client.ts';
import type { ProxyUser } from './proxy-resolver.ts';

function basic({ name, password }: ProxyUser): string {
  return `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
}

function overHttp(proxy: URL, user: ProxyUser | null, tls: Tls): Dispatcher {
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

/** What undici sends a request with over a proxy. Loaded where there is one: this is all of undici. */
export function proxyDispatcher(proxy: URL, user: ProxyUser | null, tls: Tls): Dispatcher {
  const over = proxy.protocol === 'socks5:' ? overSocks : overHttp;
  return over(proxy, user, tls);
}
