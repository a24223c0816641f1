import type { Attempt } from './attempt.ts';
import type { Network } from './network.ts';
import type { Way } from './proxy-resolver.ts';
import type { Transport, TransportRequest } from './transport.ts';
import { WayAttempts, wayName } from './way-attempts.ts';

export interface NetworkTransport extends Transport {
  /** Ends requests under way; a process that exits need not call it. */
  close(): Promise<void>;
}

/** A way that is not the last one gets less time to stand: a proxy that is switched off often does not even refuse. */
const SHORT_PATIENCE_MS = 8_000;

async function firstThatLeads(
  ways: readonly Way[],
  message: TransportRequest,
  network: Network,
  attempts: WayAttempts,
): Promise<Attempt> {
  const [way, ...others] = ways;
  if (way === undefined) throw new Error('no way was named');
  if (others.length === 0) return attempts.send(way, message, {});
  const attempt = await attempts.send(way, message, { patience: SHORT_PATIENCE_MS });
  if (attempt.end !== 'blocked' || message.signal.aborted) return attempt;
  network.log.write('warn', 'proxy-passed-over', { way: wayName(way) });
  return firstThatLeads(others, message, network, attempts);
}

/**
 * Requests along the ways that the network names, one after the other until one leads to the server. Nothing is sent
 * twice: what may have left is never tried again. No redirects, no retries, no cookies, no cache.
 */
export function networkTransport(network: Network): NetworkTransport {
  const attempts = new WayAttempts(network);
  return {
    async send(message) {
      const ways = await network.resolve(message.url);
      return ways.ok ? (await firstThatLeads(ways.value, message, network, attempts)).result : ways;
    },
    close: () => attempts.close(),
  };
}
