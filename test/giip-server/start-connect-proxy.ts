import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

export interface ConnectProxy {
  readonly port: number;
  /** What was asked for, `host:port`, and with which credentials. */
  readonly asked: { readonly target: string; readonly authorization: string | undefined }[];
  close(): Promise<void>;
}

/** An HTTP proxy that brings every CONNECT to one port on loopback, or answers it with this status. */
export function startConnectProxy(port: number, status = 200): Promise<ConnectProxy> {
  const asked: ConnectProxy['asked'] = [];
  const open = new Set<{ destroy(): unknown }>();
  const server = createServer((_request, response) => {
    asked.push({ target: 'not a CONNECT', authorization: undefined });
    response.writeHead(405).end();
  });
  server.on('connect', ({ url = '', headers }, client) => {
    asked.push({ target: url, authorization: headers['proxy-authorization'] });
    open.add(client);
    client.on('error', () => {});
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const inside = connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 OK\r\n\r\n'));
    open.add(inside);
    inside.on('error', () => client.destroy());
    inside.on('close', () => client.destroy());
    client.on('close', () => inside.destroy());
    client.pipe(inside).pipe(client);
  });
  return new Promise((started) => {
    server.listen(0, '127.0.0.1', () => {
      started({
        port: (server.address() as AddressInfo).port,
        asked,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
            for (const socket of open) socket.destroy();
          }),
      });
    });
  });
}
