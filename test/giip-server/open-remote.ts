import { createGiipRemote, type GiipRemoteOptions } from '../../electron/api/giip-remote.ts';
import { type NetworkOptions, openNetwork } from '../../electron/api/network.ts';
import { networkTransport } from '../../electron/api/network-transport.ts';
import type { Remote } from '../../electron/sync/ports.ts';
import { ok } from '../../shared/model/sync-error.ts';
import { systemClock } from './system-clock.ts';

export interface OpenedRemote extends Remote {
  close(): Promise<void>;
}

/** The shipping client as a test's own, with the token and server number that a test GIIP expects. */
export function openRemote(
  apiUrl: string,
  options: Partial<GiipRemoteOptions> = {},
  network: Partial<NetworkOptions> = {},
): OpenedRemote {
  const transport = networkTransport(openNetwork({ environment: {}, ...network }));
  const token = async () => ok('sk-test');
  const remote = createGiipRemote({ apiUrl, lssn: 71, token, clock: systemClock, transport, ...options });
  return { ...remote, close: transport.close };
}
