import { createGiipRemote, type GiipRemoteOptions } from '../../electron/api/giip-remote.ts';
import { type NetworkOptions, openNetwork } from '../../electron/api/network.ts';
import { type NetworkTransport, networkTransport } from '../../electron/api/network-transport.ts';
import type { Remote } from '../../electron/sync/ports.ts';
import { ok } from '../../shared/model/sync-error.ts';
import { chromiumTransport } from '../browser/chromium-transport.ts';
import { systemClock } from './system-clock.ts';

export interface OpenedRemote extends Remote {
  close(): Promise<void>;
}

/** The project `browser` of Vitest runs the same tests over the other transport. */
const IS_BROWSER = process.env.OPENCLAW_SYNC_TEST_TRANSPORT === 'chromium';

/** The transport that these tests are about. */
export function openTransport(network: Partial<NetworkOptions> = {}): NetworkTransport {
  return IS_BROWSER ? chromiumTransport() : networkTransport(openNetwork({ environment: {}, ...network }));
}

/** The shipping client as a test's own, with the token and server number that a test GIIP expects. */
export function openRemote(
  apiUrl: string,
  options: Partial<GiipRemoteOptions> = {},
  network: Partial<NetworkOptions> = {},
): OpenedRemote {
  const transport = openTransport(network);
  const token = async () => ok('sk-test');
  const remote = createGiipRemote({ apiUrl, lssn: 71, token, clock: systemClock, transport, ...options });
  return { ...remote, close: transport.close };
}
