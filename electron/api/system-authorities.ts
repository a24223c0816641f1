/**
 * What the operating system trusts, as far as this Node can tell: newer ones can, the one of the stand-in Electron for
 * development cannot. Node's TLS is loaded by asking, since few ask.
 */
export function systemAuthorities(): readonly string[] {
  const tls = process.getBuiltinModule('node:tls');
  return typeof tls.getCACertificates === 'function' ? tls.getCACertificates('system') : [];
}
