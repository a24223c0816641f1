import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface NtlmProxy {
  readonly port: number;
  /** User names of those who signed in to the end. */
  readonly names: string[];
  /** Kinds of messages that came: none, or an NTLM message's number. */
  readonly messages: number[];
  close(): Promise<void>;
}

/** The challenge of a server (MS-NLMP 2.2.1.2) in Unicode, with an empty list of facts about itself. */
function challenge(): string {
  const message = Buffer.alloc(52);
  message.write('NTLMSSP\0', 0, 'latin1');
  message.writeUInt32LE(2, 8);
  message.writeUInt32LE(48, 16);
  message.writeUInt32LE(0x00808205, 20);
  message.write('01234567', 24, 'latin1');
  message.writeUInt16LE(4, 40);
  message.writeUInt16LE(4, 42);
  message.writeUInt32LE(48, 44);
  return message.toString('base64');
}

function nameIn(message: Buffer): string {
  const [length, at] = [message.readUInt16LE(36), message.readUInt32LE(40)];
  return message.subarray(at, at + length).toString('utf16le');
}

const refusal = (header: string): string =>
  `HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: ${header}\r\ncontent-length: 0\r\n\r\n`;

/** A proxy that signs people in by NTLM, whatever their password, and brings every CONNECT to one port. */
export function startNtlmProxy(port: number): Promise<NtlmProxy> {
  const names: string[] = [];
  const messages: number[] = [];
  const open = new Set<Socket>();

  function keep(socket: Socket): Socket {
    open.add(socket);
    return socket.on('error', () => {}).on('close', () => open.delete(socket));
  }

  function answer(client: Socket, head: string): boolean {
    const sent = /^proxy-authorization: NTLM (\S+)/im.exec(head)?.[1];
    const message = Buffer.from(sent ?? '', 'base64');
    const kind = message.length < 12 ? 0 : message.readUInt32LE(8);
    messages.push(kind);
    if (kind !== 3) client.write(refusal(kind === 1 ? `NTLM ${challenge()}` : 'NTLM'));
    else names.push(nameIn(message));
    return kind === 3;
  }

  function tunnel(client: Socket): void {
    const inside = keep(connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 OK\r\n\r\n')));
    client.pipe(inside).pipe(client);
  }

  const server = createServer((client) => {
    let head = '';
    const read = (bytes: Buffer): void => {
      head += bytes.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      const isIn = answer(client, head);
      head = '';
      if (!isIn) return;
      client.off('data', read);
      tunnel(client);
    };
    keep(client).on('data', read);
  });
  return new Promise((started) => {
    server.listen(0, '127.0.0.1', () => {
      const close = (): Promise<void> =>
        new Promise((closed) => {
          server.close(() => closed());
          for (const socket of open) socket.destroy();
        });
      started({ port: (server.address() as AddressInfo).port, names, messages, close });
    });
  });
}
