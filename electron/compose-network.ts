import type { NetworkWay } from '../shared/model/network-state.ts';
import type { Settings } from '../shared/model/settings.ts';
import { fail, ok, type Result } from '../shared/model/sync-error.ts';
import type { BrowserStack } from './api/browser-stack.ts';
import { environmentPassword, type NetworkEnvironment } from './api/environment-proxy.ts';
import { type Network, openNetwork } from './api/network.ts';
import type { SystemProxy } from './api/proxy-resolver.ts';
import { trustedAuthorities } from './api/trusted-authorities.ts';
import type { Cipher } from './app/application.ts';
import { type NetworkDesk, type NetworkDeskPorts, networkDesk } from './app/network-desk.ts';
import { openElectronStore } from './stores/electron-store-backend.ts';
import type { HidingLog } from './stores/log-file.ts';
import { ProxyUserStore } from './stores/proxy-user-store.ts';

/** What the shell knows of the network. */
export interface ShellNetwork {
  readonly system: SystemProxy;
  readonly browser: BrowserStack;
}

export interface ApplicationNetworkOptions extends ShellNetwork {
  readonly stateDir: string;
  readonly environment: NetworkEnvironment;
  readonly settings: () => Pick<Settings, 'proxy' | 'caFile'>;
  readonly cipher: Cipher;
  readonly log: HidingLog;
}

export interface ApplicationNetwork {
  readonly network: Network;
  desk(apiUrl: () => string, changed: () => void): NetworkDesk;
}

async function waysTo(network: Network, apiUrl: string): Promise<Result<readonly NetworkWay[]>> {
  const ways = await network.resolve(new URL(apiUrl));
  if (!ways.ok) return ways;
  return ok(ways.value.map(({ proxy, source }) => ({ proxy: proxy?.host ?? null, source })));
}

function deskPorts(
  network: Network,
  users: ProxyUserStore,
  apiUrl: () => string,
): Omit<NetworkDeskPorts, 'changed'> {
  const firstProxy = async (): Promise<string | null> => {
    const ways = await network.resolve(new URL(apiUrl()));
    return ways.ok ? (ways.value.find(({ proxy }) => proxy !== null)?.proxy?.href ?? null) : null;
  };
  return {
    ways: () => waysTo(network, apiUrl()),
    async caProblem() {
      const trusted = await trustedAuthorities(network.authorityFiles());
      return trusted.ok ? null : trusted.error;
    },
    async signIn(user) {
      const proxy = await firstProxy();
      return proxy === null ? fail('proxy-failed', 'no proxy is used') : users.save(proxy, user);
    },
    signOut: () => users.forget(),
    async user() {
      const proxy = await firstProxy();
      return proxy === null ? 'none' : users.state(proxy);
    },
  };
}

/** The network of the tray application: system proxy, browser, and the proxy's user name and password. */
export function composeNetwork(options: ApplicationNetworkOptions): ApplicationNetwork {
  const { stateDir, environment, settings, cipher, log, system, browser } = options;
  const users = new ProxyUserStore(stateDir, openElectronStore, cipher);
  log.hide(environmentPassword(environment));
  const network = openNetwork({
    environment,
    settings,
    system,
    browser,
    log,
    async user(proxy) {
      const user = await users.load(proxy.href);
      if (user !== null) log.hide(user.password);
      return user;
    },
  });
  return {
    network,
    desk: (apiUrl, changed) => networkDesk({ ...deskPorts(network, users, apiUrl), changed }),
  };
}
