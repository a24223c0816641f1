import { ok, type Result } from '../../shared/model/sync-error.ts';
import { parseProxyUrl } from './parse-proxy-url.ts';
import type { Way } from './proxy-resolver.ts';

export type NetworkEnvironment = Readonly<Record<string, string | undefined>>;

/** NO_PROXY as everywhere: hosts and the hosts below them, with or without a port, or `*` for all. */
function isLeftOut(url: URL, noProxy: string): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const host = url.hostname.toLowerCase();
  return noProxy.split(/[,\s]+/).some((entry) => {
    const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(entry.replace(/^\*?\./, '').toLowerCase()) ?? [];
    if (name === '' || (only !== undefined && only !== port)) return false;
    return name === '*' || host === name || host.endsWith(`.${name}`);
  });
}

/** The password in HTTPS_PROXY, so that a log can keep it out; empty when there is none. */
export function environmentPassword(environment: NetworkEnvironment): string {
  const set = environment.https_proxy || environment.HTTPS_PROXY || '';
  const address = set === '' ? null : parseProxyUrl(set, 'HTTPS_PROXY');
  return address?.ok ? (address.value.user?.password ?? '') : '';
}

/** What HTTPS_PROXY and NO_PROXY say about a URL; null when no proxy is set there. Small letters win, as everywhere. */
export function environmentProxy(url: URL, environment: NetworkEnvironment): Result<Way> | null {
  const set = environment.https_proxy || environment.HTTPS_PROXY;
  if (!set) return null;
  const noProxy = environment.no_proxy || environment.NO_PROXY || '';
  if (isLeftOut(url, noProxy)) return ok({ proxy: null, source: 'environment' });
  const address = parseProxyUrl(set, 'HTTPS_PROXY');
  return address.ok ? ok({ ...address.value, source: 'environment' }) : address;
}
