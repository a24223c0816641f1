import { readFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { resolve } from 'node:path';
import { createServer } from 'node:tls';

export interface TlsFront {
  readonly port: number;
  close(): Promise<void>;
}

/** A file of `tls/`, by name: a key and its certificate, or the authority's certificate. */
export function tlsFile(name: 'authority' | 'giip' | 'other' | 'expired'): string {
  return resolve(import.meta.dirname, 'tls', `${name}.pem`);
}

/** Speaks TLS with one of the test certificates and passes everything on to a server on loopback. */
export function startTlsFront(certificate: 'giip' | 'other' | 'expired', target: string): Promise<TlsFront> {
  const pem = readFileSync(tlsFile(certificate));
  const open = new Set<{ destroy(): unknown }>();
  const server = createServer({ key: pem, cert: pem }, (outside) => {
    const inside = connect(Number(new URL(target).port), '127.0.0.1');
    for (const socket of [outside, inside]) {
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        outside.destroy();
        inside.destroy();
      });
    }
    outside.pipe(inside).pipe(outside);
  });
  server.on('tlsClientError', () => {});
  return new Promise((started) => {
    server.listen(0, '127.0.0.1', () => {
      started({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            for (const socket of open) socket.destroy();
          }),
      });
    });
  });
}
