import { fail } from '../../shared/model/sync-error.ts';
import type { BrowserStack } from '../api/browser-stack.ts';
import type { ProxyUser, SystemProxy } from '../api/proxy-resolver.ts';
import type { Log } from '../sync/ports.ts';
import { browserDesk } from './browser-desk.ts';
import { writeCarried } from './carried-log.ts';
import type { EngineClients } from './engine-clients.ts';
import type { EngineCalls, HostCalls } from './engine-messages.ts';
import type { Answers, MessageChannel } from './message-channel.ts';
import { type WatchFolder, watchDesk } from './watch-desk.ts';

/** What only main can say of the network. */
export interface HostNetwork {
  readonly system: SystemProxy;
  readonly browser: BrowserStack;
  user(proxy: URL): Promise<ProxyUser | null>;
}

export interface HostPorts {
  readonly network: HostNetwork;
  readonly watch: WatchFolder;
  /** The thread that asks. */
  readonly engine: () => MessageChannel<EngineCalls>;
  readonly log: Log;
}

/** What the engine asks of main. A token is asked for anew each time and kept on neither side. */
export function hostAnswers(
  clients: EngineClients,
  { network, watch, engine, log }: HostPorts,
): { readonly answers: Answers<HostCalls>; readonly endAll: () => Promise<void> } {
  const { endAll: endRequests, ...browser } = browserDesk(network.browser);
  const { endAll: endWatches, ...watches } = watchDesk(watch, engine);
  const answers: Answers<HostCalls> = {
    ...browser,
    ...watches,
    token: async (id) => clients.get(id)?.token() ?? fail('engine-ended'),
    'token.place': async (id) => (await clients.get(id)?.tokenPlace?.()) ?? 'store',
    'doctor.keyring': async (id) =>
      (await clients.get(id)?.keyring?.()) ?? { state: 'absent', backend: 'none' },
    'doctor.progress': ({ client, report }) => clients.get(client)?.examined?.(report),
    view: ({ client, change }) => clients.get(client)?.viewChanged?.(change),
    'cycle.ended': ({ client, end }) => clients.get(client)?.cycleEnded?.(end),
    'proxy.system': (url) => network.system(new URL(url)),
    'proxy.user': (proxy) => network.user(new URL(proxy)),
    log: (line) => writeCarried(log.write, line),
  };
  async function endAll(): Promise<void> {
    endRequests();
    await endWatches();
  }
  return { answers, endAll };
}
