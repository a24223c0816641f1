import type { NetworkEnvironment } from '../api/environment-proxy.ts';
import { type Network, openNetwork } from '../api/network.ts';
import type { SessionFacts } from '../app/running-session.ts';
import type { Log } from '../sync/ports.ts';
import { carriedBrowser } from './carried-browser.ts';
import type { HostCalls } from './engine-messages.ts';
import type { MessageChannel } from './message-channel.ts';

/** The network as the engine's thread has it: what only the desktop knows is asked on the other side. */
export function engineNetwork(
  host: MessageChannel<HostCalls>,
  environment: NetworkEnvironment,
  log: Log,
): (facts: () => SessionFacts) => Network {
  const browser = carriedBrowser(host);
  return (facts) =>
    openNetwork({
      environment,
      log,
      browser,
      settings: () => facts().settings,
      system: (url) => host.ask('proxy.system', url.href),
      user: (proxy) => host.ask('proxy.user', proxy.href),
    });
}
