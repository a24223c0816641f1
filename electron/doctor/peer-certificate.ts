import { X509Certificate } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import { connect, type DetailedPeerCertificate, rootCertificates, type TLSSocket } from 'node:tls';
import { hopOf } from './first-hop.ts';
import type { TunnelOptions } from './tunnel.ts';

/** What the other side showed, and what TLS thought of it. */
export interface PeerCertificate {
  /** The authority that the chain ends with, by name. */
  readonly issuer: string;
  /** The chain ends with one of the authorities that everybody knows. */
  readonly isPublic: boolean;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly until: number;
}

export interface Handshake {
  readonly certificate: PeerCertificate | null;
  readonly error: unknown;
}

function rootOf(certificate: DetailedPeerCertificate): DetailedPeerCertificate {
  const above = certificate.issuerCertificate;
  const isRoot = above === undefined || above.fingerprint256 === certificate.fingerprint256;
  return isRoot ? certificate : rootOf(above);
}

function isPublicRoot({ fingerprint256 }: DetailedPeerCertificate): boolean {
  return rootCertificates.some((pem) => new X509Certificate(pem).fingerprint256 === fingerprint256);
}

function nameOf(names: DetailedPeerCertificate['issuer'] | undefined): string {
  const name = names?.CN ?? names?.O ?? names?.OU ?? '';
  return Array.isArray(name) ? name.join(', ') : name;
}

function described(leaf: DetailedPeerCertificate): PeerCertificate | null {
  if (leaf.raw === undefined) return null;
  const root = rootOf(leaf);
  return {
    issuer: nameOf(root.issuer) || nameOf(leaf.issuer) || '?',
    isPublic: isPublicRoot(root),
    from: Date.parse(leaf.valid_from),
    until: Date.parse(leaf.valid_to),
  };
}

function settle(socket: TLSSocket, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    socket.once('secureConnect', () => resolve(null));
    socket.once('error', resolve);
    socket.once('close', () => resolve(new Error('the connection was closed')));
    signal.addEventListener('abort', () => resolve(signal.reason), { once: true });
  });
}

/**
 * Shakes hands and hangs up; nothing is sent. The certificate is verified as strictly as for a sync: it is read at the
 * moment before TLS judges it, because afterwards a refused one can no longer be asked for.
 */
export async function shakeHands(
  tunnel: Socket,
  { url, ca, signal }: Pick<TunnelOptions, 'url' | 'ca' | 'signal'>,
): Promise<Handshake> {
  const { host } = hopOf(url);
  // Said explicitly, so that no variable of the environment can turn the check off.
  const trust = { rejectUnauthorized: true, ...(ca === undefined ? {} : { ca: [...ca] }) };
  const socket = connect({
    socket: tunnel,
    host,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...trust,
  });
  let certificate: PeerCertificate | null = null;
  socket.prependListener('secure', () => {
    certificate = described(socket.getPeerCertificate(true));
  });
  const error = await settle(socket, signal);
  socket.on('error', () => undefined).destroy();
  tunnel.destroy();
  return { certificate, error };
}
