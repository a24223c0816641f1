import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type GiipCall = 'get' | 'put';

export interface GiipListener {
  /** The API URL to configure, ending in `/api`. */
  readonly url: string;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/** Called with one whole request; `body` is decoded as GIIP decodes it. */
export type GiipHandler = (
  call: GiipCall,
  body: string,
  request: IncomingMessage,
  response: ServerResponse,
) => void | Promise<void>;

const CALLS: Readonly<Record<string, GiipCall>> = {
  'POST /api/GetOpenclawSync': 'get',
  'PUT /api/PutOpenclawSync': 'put',
};

function decode(bytes: Buffer, contentType: string | undefined): string {
  // Reported from the field: a body that does not say charset=utf-8 is read in another encoding.
  return bytes.toString(/charset="?utf-8/i.test(contentType ?? '') ? 'utf8' : 'latin1');
}

function serve(handler: GiipHandler, request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  // A client that goes away mid-request has sent nothing: there is nobody to answer.
  request.on('error', () => response.destroy());
  request.on('end', () => {
    const call = CALLS[`${request.method} ${request.url}`];
    if (call === undefined) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404 Not Found</h1>');
      return;
    }
    void handler(call, decode(Buffer.concat(chunks), request.headers['content-type']), request, response);
  });
}

/** Listens on loopback only, on a free port unless one is named. */
export function listenAsGiip(handler: GiipHandler, port = 0): Promise<GiipListener> {
  const server = createServer((request, response) => serve(handler, request, response));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address() as AddressInfo;
      resolve({
        url: `http://127.0.0.1:${address.port}/api`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
