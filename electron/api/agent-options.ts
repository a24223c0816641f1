// The deadline of the whole request rules; undici's own limits for headers and body would only blur it.
export const AGENT = { headersTimeout: 0, bodyTimeout: 0 } as const;

/** How TLS is spoken: said explicitly, so that no variable of the environment can turn the checks off. */
export interface Tls {
  readonly timeout: number;
  readonly rejectUnauthorized: true;
  readonly ca?: string[];
}
