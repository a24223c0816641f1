import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

export interface Sink {
  readonly port: number;
  /** Connections so far: a redirect that is never followed leaves it at 0. */
  connections(): number;
  close(): Promise<void>;
}

/** A server that nobody should ever talk to. */
export function startSink(): Promise<Sink> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => {}).destroy();
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        connections: () => connections,
        close: () => new Promise((closed) => server.close(() => closed())),
      });
    });
  });
}
