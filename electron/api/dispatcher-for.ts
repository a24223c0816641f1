import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import { isLoopback } from './is-loopback.ts';
import type { NetworkSettings } from './network-settings.ts';
import { trustedAuthorities } from './trusted-authorities.ts';

export interface Route {
  readonly dispatcher: Dispatcher;
  /** The proxy that is set for this address; NO_PROXY may still leave it out. */
  readonly proxy: URL | null;
}

// The deadline of the whole request rules; undici's own limits for headers and body would only blur it.
const AGENT = { headersTimeout: 0, bodyTimeout: 0, connect: { timeout: 30_000 } } as const;

function proxyUrl(text: string): URL | null {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  return URL.canParse(url) ? new URL(url) : null;
}

/** The way to one API address. Loopback is never sent through a proxy: its token would leave this computer. */
export async function dispatcherFor(url: URL, settings: NetworkSettings): Promise<Result<Route>> {
  if (isLoopback(url) && url.protocol === 'http:') return ok({ dispatcher: new Agent(AGENT), proxy: null });
  const trust = await trustedAuthorities(settings.extraCaFile);
  if (!trust.ok) return trust;
  const connect = { ...AGENT.connect, ...trust.value };
  const wanted = settings.httpsProxy ?? '';
  if (wanted === '' || isLoopback(url))
    return ok({ dispatcher: new Agent({ ...AGENT, connect }), proxy: null });
  const proxy = proxyUrl(wanted);
  if (proxy === null) return fail('proxy-failed', 'HTTPS_PROXY is not a URL');
  const options = {
    ...AGENT,
    connect,
    requestTls: connect,
    proxyTls: connect,
    httpProxy: '',
    noProxy: settings.noProxy ?? '',
  };
  return ok({ dispatcher: new EnvHttpProxyAgent({ ...options, httpsProxy: proxy.href }), proxy });
}
