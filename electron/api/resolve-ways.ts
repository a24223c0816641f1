import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import { environmentProxy, type NetworkEnvironment } from './environment-proxy.ts';
import { isLoopback } from './is-loopback.ts';
import { pacAnswer } from './pac-answer.ts';
import { parseProxyUrl } from './parse-proxy-url.ts';
import type { ProxyResolver, SystemProxy, Way } from './proxy-resolver.ts';

export interface WaysOptions {
  /** `system`, `direct` or a proxy's URL, as it is set now. */
  readonly setting: () => string;
  readonly environment: NetworkEnvironment;
  readonly system?: SystemProxy | undefined;
}

async function systemWays(url: URL, system: SystemProxy | undefined): Promise<Result<readonly Way[]>> {
  if (system === undefined) return ok([{ proxy: null, source: 'system' }]);
  try {
    return pacAnswer(await system(url));
  } catch {
    return fail('proxy-failed', 'the system did not say which proxy to use');
  }
}

async function resolve(url: URL, options: WaysOptions): Promise<Result<readonly Way[]>> {
  const setting = options.setting();
  // Loopback is never sent through a proxy: its token would leave this computer.
  if (isLoopback(url) || setting === 'direct') return ok([{ proxy: null, source: 'setting' }]);
  if (setting !== 'system') {
    const address = parseProxyUrl(setting, 'the proxy in the settings');
    return address.ok ? ok([{ ...address.value, source: 'setting' }]) : address;
  }
  const way = environmentProxy(url, options.environment);
  if (way !== null) return way.ok ? ok([way.value]) : way;
  return systemWays(url, options.system);
}

/** The setting wins (the machine's policy is part of it), then the environment, then the operating system. */
export function resolveWays(options: WaysOptions): ProxyResolver {
  return { resolve: (url) => resolve(url, options) };
}
