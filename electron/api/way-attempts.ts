import type { Attempt } from './attempt.ts';
import { browserAttempt } from './browser-attempt.ts';
import type { BrowserStack } from './browser-stack.ts';
import type { RouteOptions } from './dispatcher-for.ts';
import type { Network } from './network.ts';
import { OpenRequests } from './open-requests.ts';
import type { Way } from './proxy-resolver.ts';
import type { TransportRequest } from './transport.ts';

/** Loaded with the first request: whoever makes none does not pay for it. */
const loadUndici = () => Promise.all([import('./dispatcher-for.ts'), import('./undici-attempt.ts')]);

/** A proxy that is left alone for one server may be asked for another. */
function keyOf({ proxy }: Way, { url }: TransportRequest): string {
  return `${url.origin} ${proxy?.href ?? ''}`;
}

/** A way as the log names it. */
export function wayName({ proxy }: Way): string {
  return proxy === null ? 'direct' : proxy.host;
}

/**
 * Requests along one way: over undici with the authorities that Node knows, or by a detour when the proxy asks for more
 * than a password or the certificate's authority is unknown to us. The detour is the network stack of a browser, where
 * there is one; else, for the authority, what the operating system trusts. Which of both a way needs is found out once.
 */
export class WayAttempts {
  readonly #network: Network;
  readonly #open = new OpenRequests();
  readonly #detours = new Set<string>();

  constructor(network: Network) {
    this.#network = network;
  }

  async send(way: Way, message: TransportRequest, options: RouteOptions): Promise<Attempt> {
    if (this.#detours.has(keyOf(way, message))) return this.#byDetour(way, message, options);
    const attempt = await this.#overUndici(way, message, options);
    if (!this.#isWorthDetour(attempt)) return attempt;
    const other = await this.#byDetour(way, message, options);
    // Only what has worked is remembered: an authority's file may be added in the meantime.
    if (!other.result.ok) return other;
    this.#detours.add(keyOf(way, message));
    this.#network.log.write('info', 'network-stack-chosen', { reason: attempt.end, way: wayName(way) });
    return other;
  }

  /** Ends what is under way. */
  close(): Promise<void> {
    return this.#open.endAll();
  }

  async #overUndici(way: Way, message: TransportRequest, options: RouteOptions): Promise<Attempt> {
    const [{ dispatcherFor }, { undiciAttempt }] = await loadUndici();
    const route = await dispatcherFor(message.url, way, this.#network, options);
    if (!route.ok) return { end: 'answered', result: route };
    const { dispatcher } = route.value;
    try {
      return await this.#open.during(
        () => dispatcher.destroy(),
        () => undiciAttempt(route.value, message),
      );
    } finally {
      await dispatcher.destroy();
    }
  }

  async #inBrowser(browser: BrowserStack, way: Way, message: TransportRequest): Promise<Attempt> {
    const user = way.proxy === null ? null : (way.user ?? (await this.#network.user(way.proxy)));
    const end = new AbortController();
    const signal = AbortSignal.any([message.signal, end.signal]);
    return this.#open.during(
      () => end.abort(),
      () => browserAttempt(browser, way, user, { ...message, signal }),
    );
  }

  #isWorthDetour({ end }: Attempt): boolean {
    if (this.#network.browser !== null) return end === 'no-sign-in' || end === 'issuer-unknown';
    return end === 'issuer-unknown' && this.#network.systemAuthorities().length > 0;
  }

  #byDetour(way: Way, message: TransportRequest, options: RouteOptions): Promise<Attempt> {
    const { browser } = this.#network;
    if (browser !== null) return this.#inBrowser(browser, way, message);
    const alsoTrusted = this.#network.systemAuthorities();
    return this.#overUndici(way, message, { ...options, alsoTrusted });
  }
}
