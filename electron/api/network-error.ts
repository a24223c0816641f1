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
const UNREADABLE = new Set(['UND_ERR_HEADERS_OVERFLOW', 'UND_ERR_RES_EXCEEDED_MAX_SIZE']);
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
    code: stringIn(error, 'code') ?? '',
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

function codeFor(failure: Failure): ErrorCode {
  if (TIMEOUTS.has(failure.code)) return 'server-timeout';
  if (TLS.test(failure.code)) return 'tls-failed';
  // What answered does not speak HTTP, or its compression is broken.
  if (failure.code.startsWith('HPE_') || failure.code.startsWith('Z_') || UNREADABLE.has(failure.code))
    return 'server-answer-invalid';
  if (failure.code === 'ERR_BROTLI_DECODER_ERROR' || failure.code.startsWith('ERR__ERROR_FORMAT'))
    return 'server-answer-invalid';
  return 'server-unreachable';
}

/** A failed request as one of our errors. Details are built from codes and sentences that hold no URL and no header. */
export function networkError(error: unknown, host: string, proxy: URL | null): ReturnType<typeof fail> {
  const failure = failureOf(error);
  if (isFromProxy(failure, proxy))
    return fail('proxy-failed', [failure.code, failure.message].join(' ').trim());
  const code = codeFor(failure);
  return fail(
    code,
    code === 'tls-failed' ? `${host}: ${failure.message}` : [failure.code, host].join(' ').trim(),
  );
}
