import { type ErrorCode, fail } from '../../shared/model/sync-error.ts';

/** What Node, zlib and undici say about a failure, as far as they say it. */
interface Failure {
  readonly code: string;
  readonly message: string;
  /** Of the peer that a connection was tried to. */
  readonly hostname: string | undefined;
  readonly port: number | undefined;
}

const TIMEOUTS = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);
// What answered does not speak HTTP, or its compression is broken (Z_ for zlib, ERR__ERROR_ for brotli).
const UNREADABLE = /^(?:HPE_|Z_|ERR__ERROR_|HTTPParserError$|UND_ERR_HEADERS_OVERFLOW$)/;
const TLS =
  /^(?:CERT_|CRL_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH|EPROTO)/;
const PROXY = /Proxy response|Proxy Authentication|Proxy Connection/;

function stringIn(value: object, name: string): string | undefined {
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'string' ? found : undefined;
}

function failureOf(error: unknown): Failure {
  if (typeof error !== 'object' || error === null)
    return { code: '', message: String(error), hostname: undefined, port: undefined };
  // Several addresses were tried: the first failure speaks for all.
  const several: unknown = Reflect.get(error, 'errors');
  if (Array.isArray(several) && several.length > 0) return failureOf(several[0]);
  const port: unknown = Reflect.get(error, 'port');
  return {
    // undici names what it cannot parse by the error's name alone.
    code: stringIn(error, 'code') ?? stringIn(error, 'name') ?? '',
    message: stringIn(error, 'message') ?? '',
    hostname: stringIn(error, 'hostname'),
    port: typeof port === 'number' ? port : undefined,
  };
}

function isFromProxy({ code, message, hostname, port }: Failure, proxy: URL | null): boolean {
  if (code === 'UND_ERR_PRX_TLS' || code.startsWith('UND_ERR_SOCKS') || PROXY.test(message)) return true;
  if (proxy === null) return false;
  const proxyPort = Number(proxy.port || (proxy.protocol === 'https:' ? 443 : 80));
  return hostname === proxy.hostname || port === proxyPort;
}

function codeFor({ code }: Failure): ErrorCode {
  if (TIMEOUTS.has(code)) return 'server-timeout';
  if (TLS.test(code)) return 'tls-failed';
  if (UNREADABLE.test(code)) return 'server-answer-invalid';
  // Every failure of the network has a code in capitals; a mere name such as TypeError is a fault of ours.
  return /^[A-Z_0-9]+$/.test(code) ? 'server-unreachable' : 'unexpected';
}

/** A failed request as one of our errors. Details are built from codes and sentences that hold no URL and no header. */
export function networkError(error: unknown, host: string, proxy: URL | null): ReturnType<typeof fail> {
  const failure = failureOf(error);
  const { code, message } = failure;
  if (isFromProxy(failure, proxy)) return fail('proxy-failed', `${code} ${message}`);
  const kind = codeFor(failure);
  const inWords = kind === 'tls-failed' || kind === 'unexpected';
  return fail(kind, inWords ? `${host}: ${message}` : `${code} ${host}`);
}
