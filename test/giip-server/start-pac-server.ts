import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PacServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a PAC file that answers the same for every URL. */
export function startPacServer(answer: string): Promise<PacServer> {
  const script = `function FindProxyForURL(url, host) { return ${JSON.stringify(answer)}; }`;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/x-ns-proxy-autoconfig' }).end(script);
  });
  return new Promise((started) => {
    server.listen(0, '127.0.0.1', () => {
      started({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/proxy.pac`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
