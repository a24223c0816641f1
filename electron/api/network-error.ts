import { type ErrorCode, fail } from '../../shared/model/sync-error.ts';
import { ProxyRefusal } from './proxy-refusal.ts';

/** What Node, zlib and undici say about a failure, as far as they say it. */
interface Failure {
  readonly code: string;
  readonly message: string;
  /** Of the peer that a connection was tried to. */
  readonly hostname: string | undefined;
  readonly port: number | undefined;
  /** What was asked of the operating system. */
  readonly syscall: string | undefined;
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
const PROXY = /Proxy response|Proxy Authentication|Proxy Connection|^SOCKS5 /;
const ISSUER_UNKNOWN =
  /^(?:UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT)$/;
/** Before a connection stands nothing can have been sent over it. */
const CONNECTING = ['connect', 'getaddrinfo'];

function stringIn(value: object, name: string): string | undefined {
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'string' ? found : undefined;
}

function failureOf(error: unknown): Failure {
  if (typeof error !== 'object' || error === null)
    return { code: '', message: String(error), hostname: undefined, port: undefined, syscall: undefined };
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
    syscall: stringIn(error, 'syscall'),
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

/** Whether the server's certificate comes from an authority that we do not know: the operating system may. */
export function isIssuerUnknown(error: unknown): boolean {
  return ISSUER_UNKNOWN.test(failureOf(error).code);
}

/** Whether it failed before anything of the request can have left. */
export function isNeverSent(error: unknown, proxy: URL | null): boolean {
  const failure = failureOf(error);
  if (failure.code === 'UND_ERR_CONNECT_TIMEOUT' || CONNECTING.includes(failure.syscall ?? '')) return true;
  return isFromProxy(failure, proxy);
}

/** What a proxy said that lets nobody through as he is. */
function refusalError({ status, schemes }: ProxyRefusal): ReturnType<typeof fail> {
  if (status !== 407) return fail('proxy-failed', `the proxy answered ${status}`);
  const ways = schemes.length === 0 ? '' : `, ${schemes.join(' or ')}`;
  return fail('proxy-auth-required', `the proxy answered 407${ways}`);
}

/** A failed request as one of our errors. Details are built from codes and sentences that hold no URL and no header. */
export function networkError(error: unknown, host: string, proxy: URL | null): ReturnType<typeof fail> {
  if (error instanceof ProxyRefusal) return refusalError(error);
  const failure = failureOf(error);
  const { code, message } = failure;
  if (code === 'UND_ERR_SOCKS5_AUTH_FAILED' || code === 'UND_ERR_SOCKS5_AUTH_REJECTED')
    return fail('proxy-auth-required', message);
  if (isFromProxy(failure, proxy)) return fail('proxy-failed', `${code} ${message}`);
  const kind = codeFor(failure);
  const inWords = kind === 'tls-failed' || kind === 'unexpected';
  return fail(kind, inWords ? `${host}: ${message}` : `${code} ${host}`);
}
