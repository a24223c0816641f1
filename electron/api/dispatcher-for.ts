import type { Dispatcher } from 'undici';
import Agent from 'undici/lib/dispatcher/agent.js';
import { ok, type Result } from '../../shared/model/sync-error.ts';
import { AGENT, type Tls } from './agent-options.ts';
import type { Network } from './network.ts';
import type { Way } from './proxy-resolver.ts';
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

const PATIENCE_MS = 30_000;

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
  const { proxyDispatcher } = await import('./proxy-dispatchers.ts');
  return ok({ dispatcher: proxyDispatcher(proxy, user, tls), proxy });
}
