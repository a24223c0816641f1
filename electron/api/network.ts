import type { Settings } from '../../shared/model/settings.ts';
import type { Log } from '../sync/ports.ts';
import type { BrowserStack } from './browser-stack.ts';
import type { NetworkEnvironment } from './environment-proxy.ts';
import type { ProxyResolver, ProxyUser, SystemProxy } from './proxy-resolver.ts';
import { resolveWays } from './resolve-ways.ts';
import { systemAuthorities } from './system-authorities.ts';

/** How this computer reaches the network, asked anew for each request. */
export interface Network extends ProxyResolver {
  /** The user name and password kept for a proxy, or null. */
  user(proxy: URL): Promise<ProxyUser | null>;
  /** PEM files with authorities that are trusted besides the built-in ones. */
  authorityFiles(): readonly string[];
  readonly browser: BrowserStack | null;
  /** Asked where there is no browser to ask: slow, and needed by few. */
  systemAuthorities(): readonly string[];
  readonly log: Log;
}

export interface NetworkOptions {
  /** HTTPS_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS, read by ourselves: Electron ignores the last where its fuse is off. */
  readonly environment: NetworkEnvironment;
  readonly settings?: () => Pick<Settings, 'proxy' | 'caFile'>;
  readonly system?: SystemProxy;
  readonly user?: (proxy: URL) => Promise<ProxyUser | null>;
  readonly browser?: BrowserStack;
  readonly systemAuthorities?: () => readonly string[];
  readonly log?: Log;
}

/** The network as settings, environment and system say; what is not given is not there. */
export function openNetwork(options: NetworkOptions): Network {
  const { environment, settings = () => ({ proxy: 'system', caFile: null }) } = options;
  const ways = resolveWays({ setting: () => settings().proxy, environment, system: options.system });
  return {
    resolve: ways.resolve,
    user: options.user ?? (async () => null),
    authorityFiles: () => [environment.NODE_EXTRA_CA_CERTS, settings().caFile].flatMap((file) => file || []),
    browser: options.browser ?? null,
    systemAuthorities: options.systemAuthorities ?? systemAuthorities,
    log: options.log ?? { write: () => undefined },
  };
}
