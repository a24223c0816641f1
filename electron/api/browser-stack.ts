/** One request for the network stack of a browser, along one way. */
export interface BrowserRequest {
  readonly method: 'POST' | 'PUT';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
  /** Null: directly. */
  readonly proxy: URL | null;
  /** Told to this proxy and nobody else. */
  readonly user: { readonly name: string; readonly password: string } | null;
}

export interface BrowserAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Without its content coding already. Ending the loop early ends the request. */
  readonly body: AsyncIterable<Buffer>;
  /** Ends it, where the body is not read. */
  readonly end: () => void;
}

/**
 * The network stack of a browser: it knows what the operating system trusts and every way of signing in to a proxy.
 * It follows no redirect (the answer is the redirect itself), keeps no cookie and caches nothing. Rejects with an
 * error whose message begins with Chromium's name of the failure, such as `net::ERR_PROXY_CONNECTION_FAILED`.
 */
export interface BrowserStack {
  request(request: BrowserRequest): Promise<BrowserAnswer>;
}
