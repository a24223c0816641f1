import * as tls from 'node:tls';

/**
 * What the operating system trusts, as far as this Node can tell: newer ones can, the one of the stand-in Electron for
 * development cannot.
 */
export function systemAuthorities(): readonly string[] {
  return typeof tls.getCACertificates === 'function' ? tls.getCACertificates('system') : [];
}
