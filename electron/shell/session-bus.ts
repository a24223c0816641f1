import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import type { BusValue } from './bus-codec.ts';
import { type BusMessage, decodeMessage, encodeMessage } from './bus-message.ts';

const BUS = 'org.freedesktop.DBus';
const ANSWER_MS = 2_000;
/** The bus allows 128 MiB; nothing that is asked here comes near to this. */
const LARGEST_MESSAGE = 16 * 1024 * 1024;

export type BusCall = Omit<BusMessage, 'type' | 'serial'> & { readonly destination: string };

/** A question to the bus itself, with strings. */
export function busCall(member: string, ...args: readonly string[]): BusCall {
  const to = { destination: BUS, path: '/org/freedesktop/DBus', interface: BUS, member };
  return args.length === 0 ? { ...to, args } : { ...to, signature: 's'.repeat(args.length), args };
}

/**
 * A small client of the Linux session bus. The D-Bus libraries for Node are old and bring many more packages or native
 * code, and the tray needs two questions answered.
 */
export class SessionBus {
  readonly #socket: Socket;
  /** Signals, and calls to us. */
  readonly #onMessage: (message: BusMessage) => void;
  readonly #waiting = new Map<number, (message: BusMessage) => void>();
  #received: Buffer = Buffer.alloc(0);
  #serial = 0;

  private constructor(socket: Socket, onMessage: (message: BusMessage) => void) {
    this.#socket = socket;
    this.#onMessage = onMessage;
  }

  /** Rejects where there is no bus, or one that does not let us in. */
  static async connect(address: string, onMessage: (message: BusMessage) => void): Promise<SessionBus> {
    const socket = createConnection({ path: socketPath(address) });
    const signal = AbortSignal.timeout(ANSWER_MS);
    try {
      await once(socket, 'connect', { signal });
      await authenticate(socket, signal);
      const bus = new SessionBus(socket, onMessage);
      bus.#listen();
      await bus.call(busCall('Hello'));
      return bus;
    } catch (cause) {
      socket.destroy();
      throw cause;
    }
  }

  /** Rejects on an error answer, and when nothing comes within two seconds. */
  call(call: BusCall): Promise<readonly BusValue[]> {
    return new Promise((resolve, reject) => {
      const serial = this.send({ ...call, type: 'call' });
      const fail = (why: string): void => {
        this.#waiting.delete(serial);
        reject(new Error(`${call.member}: ${why}`));
      };
      const late = setTimeout(() => fail('no answer'), ANSWER_MS);
      this.#waiting.set(serial, (message) => {
        clearTimeout(late);
        this.#waiting.delete(serial);
        if (message.type === 'answer') resolve(message.args);
        else fail(`${message.errorName} ${String(message.args[0])}`);
      });
    });
  }

  /** Sends without waiting; answers the message's number. */
  send(message: Omit<BusMessage, 'serial'>): number {
    this.#serial += 1;
    this.#socket.write(encodeMessage({ ...message, serial: this.#serial }));
    return this.#serial;
  }

  /** Calls back once, when the bus has gone. */
  onEnd(ended: () => void): void {
    this.#socket.once('close', ended);
  }

  end(): void {
    this.#socket.destroy();
  }

  #listen(): void {
    this.#socket.on('data', (bytes: Buffer) => this.#receive(bytes));
    // A broken bus ends the connection; `close` follows and is what counts.
    this.#socket.on('error', () => this.#socket.destroy());
    this.#socket.unref();
  }

  #receive(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes]);
    try {
      if (this.#received.length > LARGEST_MESSAGE) throw new RangeError('too large');
      this.#deliverAll();
    } catch {
      // Not D-Bus as we know it: better no tray host than a wrong answer.
      this.end();
    }
  }

  #deliverAll(): void {
    for (let next = decodeMessage(this.#received); next; next = decodeMessage(this.#received)) {
      this.#received = this.#received.subarray(next.length);
      this.#deliver(next.message);
    }
  }

  #deliver(message: BusMessage): void {
    const waiting = message.replyTo === undefined ? undefined : this.#waiting.get(message.replyTo);
    if (waiting) waiting(message);
    else if (message.type === 'signal' || message.type === 'call') this.#onMessage(message);
  }
}

/** The first address on this machine: `unix:path=/run/user/1000/bus,guid=…;…`. An abstract one begins with a zero byte. */
export function socketPath(address: string): string {
  const [, kind, escaped] = /(?:^|;)unix:(?:[^;]*,)?(path|abstract)=([^,;]*)/.exec(address) ?? [];
  if (!kind || !escaped) throw new Error('The session bus has no address that can be used.');
  const path = decodeURIComponent(escaped);
  return kind === 'abstract' ? `\0${path}` : path;
}

/** The kernel tells the bus who we are; the protocol wants the user id said as well. */
async function authenticate(socket: Socket, signal: AbortSignal): Promise<void> {
  const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
  socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  const [answer] = (await once(socket, 'data', { signal })) as [Buffer];
  if (!answer.toString('latin1').startsWith('OK ')) throw new Error('The session bus does not let us in.');
  socket.write('BEGIN\r\n');
}
