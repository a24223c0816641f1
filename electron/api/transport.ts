import type { Result } from '../../shared/model/sync-error.ts';

/** One request; the body is JSON text and goes out as UTF-8. */
export interface TransportRequest {
  readonly method: 'POST' | 'PUT';
  readonly url: URL;
  readonly body: string;
  /** Ends the request, whatever it waits for. */
  readonly signal: AbortSignal;
}

export interface TransportAnswer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  /** The Date header: what time it is where the answer was made. */
  readonly date?: string | undefined;
  /** Inflated, strictly decoded, without byte-order mark; null when it is not UTF-8 text or was not read. */
  readonly text: string | null;
}

/**
 * Brings one request to the server and its answer back. It follows no redirect, repeats nothing, keeps no cookie and
 * caches nothing. A port of its own, so that Electron's network stack can take undici's place.
 */
export interface Transport {
  send(request: TransportRequest): Promise<Result<TransportAnswer>>;
}
