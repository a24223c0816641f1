import { createGiipRemote, type GiipRemoteOptions } from '../../electron/api/giip-remote.ts';
import type { NetworkSettings } from '../../electron/api/network-settings.ts';
import { undiciTransport } from '../../electron/api/undici-transport.ts';
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
  network: NetworkSettings = {},
): OpenedRemote {
  const transport = undiciTransport(network);
  const token = async () => ok('sk-test');
  const remote = createGiipRemote({ apiUrl, lssn: 71, token, clock: systemClock, transport, ...options });
  return { ...remote, close: transport.close };
}
