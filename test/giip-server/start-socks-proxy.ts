import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface SocksProxy {
  readonly port: number;
  readonly asked: { readonly target: string; readonly user: string | null }[];
  close(): Promise<void>;
}

async function* bytesOf(socket: Socket): AsyncGenerator<Buffer, Buffer, number> {
  let held = Buffer.alloc(0);
  let wanted = yield held;
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    held = Buffer.concat([held, chunk as Buffer]);
    while (held.length >= wanted) {
      const part = held.subarray(0, wanted);
      held = held.subarray(wanted);
      wanted = yield part;
    }
  }
  return held;
}

/** A SOCKS5 proxy (RFC 1928 and 1929) that brings every name to one port; with `user` only those who sign in so. */
export function startSocksProxy(port: number, user: string | null = null): Promise<SocksProxy> {
  const asked: SocksProxy['asked'] = [];
  const open = new Set<Socket>();

  function keep(socket: Socket): Socket {
    open.add(socket);
    return socket.on('error', () => {}).on('close', () => open.delete(socket));
  }

  async function serve(client: Socket): Promise<void> {
    const bytes = bytesOf(client);
    await bytes.next(0);
    const read = async (count: number): Promise<Buffer> => (await bytes.next(count)).value;
    await read((await read(2))[1] ?? 0);
    client.write(Buffer.from([5, user === null ? 0 : 2]));
    let signed: string | null = null;
    if (user !== null) {
      const name = await read((await read(2))[1] ?? 0);
      const password = await read((await read(1))[0] ?? 0);
      signed = `${name}:${password}`;
      client.write(Buffer.from([1, signed === user ? 0 : 1]));
      if (signed !== user) return void client.end();
    }
    const name = await read((await read(5))[4] ?? 0);
    asked.push({ target: `${name}:${(await read(2)).readUInt16BE()}`, user: signed });
    const inside = keep(
      connect(port, '127.0.0.1', () => client.write(Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]))),
    );
    await bytes.return(Buffer.alloc(0));
    client.pipe(inside).pipe(client);
  }

  const server = createServer((client) => void serve(keep(client)).catch(() => client.destroy()));
  return new Promise((started) => {
    server.listen(0, '127.0.0.1', () => {
      const close = (): Promise<void> =>
        new Promise((closed) => {
          server.close(() => closed());
          for (const socket of open) socket.destroy();
        });
      started({ port: (server.address() as AddressInfo).port, asked, close });
    });
  });
}
