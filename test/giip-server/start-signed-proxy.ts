import { Server } from 'proxy-chain';

export interface SignedProxy {
  readonly port: number;
  /** Who asked for what. */
  readonly asked: { readonly target: string; readonly name: string; readonly password: string }[];
  close(): Promise<void>;
}

/** A real forward proxy (proxy-chain) that lets one user through, to the proxy behind it. */
export async function startSignedProxy(
  behind: number,
  user: { readonly name: string; readonly password: string },
): Promise<SignedProxy> {
  const asked: SignedProxy['asked'] = [];
  const server = new Server({
    port: 0,
    host: '127.0.0.1',
    prepareRequestFunction: ({ hostname, port, username, password }) => {
      asked.push({ target: `${hostname}:${port}`, name: username, password });
      return {
        requestAuthentication: username !== user.name || password !== user.password,
        upstreamProxyUrl: `http://127.0.0.1:${behind}`,
      };
    },
  });
  await server.listen();
  return { port: server.port, asked, close: () => server.close(true) };
}
