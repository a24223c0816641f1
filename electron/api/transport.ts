import type { Result } from '../../shared/model/sync-error.ts';

/** Takes bytes that are strict UTF-8, without byte-order mark and cut between characters only. */
export interface BodySink {
  write(bytes: Buffer): void;
}

/** One request; the body is JSON text and goes out as UTF-8. */
export interface TransportRequest {
  readonly method: 'POST' | 'PUT';
  readonly url: URL;
  readonly body: string;
  /** Takes the body of an answer that succeeded, piece by piece. Without it, or where it is not used, the text is answered. */
  readonly sink?: BodySink;
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
  /** The sink has all of the body. */
  readonly isTaken?: boolean;
}

/**
 * Brings one request to the server and its answer back. It follows no redirect, repeats nothing, keeps no cookie and
 * caches nothing. A port of its own, so that Electron's network stack can take undici's place.
 */
export interface Transport {
  send(request: TransportRequest): Promise<Result<TransportAnswer>>;
}
