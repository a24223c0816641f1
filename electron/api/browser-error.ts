import { type ErrorCode, fail } from '../../shared/model/sync-error.ts';

/** Chromium's names (net/base/net_error_list.h), the first pattern that fits decides. */
const CODES: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^(?:PROXY_AUTH|MALFORMED_IDENTITY|INVALID_AUTH_CREDENTIALS)/, 'proxy-auth-required'],
  [
    /^(?:PROXY_|TUNNEL_|SOCKS_|NO_SUPPORTED_PROXIES|MANDATORY_PROXY|UNEXPECTED_PROXY_AUTH|HTTPS_PROXY_|PAC_)/,
    'proxy-failed',
  ],
  [/^(?:CERT_|SSL_|BAD_SSL_|CERTIFICATE_|ECH_|CLIENT_AUTH_)/, 'tls-failed'],
  [/^(?:CONNECTION_)?TIMED_OUT$/, 'server-timeout'],
  [
    /^(?:INVALID_|CONTENT_DECODING_|RESPONSE_HEADERS_|MISSING_|UNKNOWN_|HTTP2_|HTTP_1_1|QUIC_)/,
    'server-answer-invalid',
  ],
];

/** Not ADDRESS_UNREACHABLE and its like: a network that goes away says so of a connection that stands, too. */
const BLOCKED =
  /^(?:PROXY_CONNECTION_FAILED|SOCKS_CONNECTION_\w+|NAME_NOT_RESOLVED|CONNECTION_REFUSED|CONNECTION_TIMED_OUT|INTERNET_DISCONNECTED)$/;

function nameIn(error: unknown): string | undefined {
  return /^net::ERR_([A-Z0-9_]+)/.exec(error instanceof Error ? error.message : '')?.[1];
}

/** Whether no connection stood, so that nothing can have been sent over it. */
export function isBlocked(error: unknown): boolean {
  return BLOCKED.test(nameIn(error) ?? '');
}

/** A failure of the browser's network stack as one of our errors. Its name holds no URL and no header. */
export function browserError(error: unknown, host: string): ReturnType<typeof fail> {
  const name = nameIn(error);
  if (name === undefined) return fail('unexpected', host);
  const code = CODES.find(([pattern]) => pattern.test(name))?.[1] ?? 'server-unreachable';
  return fail(code, `${name} ${host}`);
}
