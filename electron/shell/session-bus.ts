import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import {
  type BusCall,
  type BusMessage,
  type BusValue,
  decodeMessage,
  encodeCall,
  MESSAGE_TYPES,
} from './bus-message.ts';

const BUS = 'org.freedesktop.DBus';
const ANSWER_MS = 2_000;
/** A message of ours is a few hundred bytes; the bus itself allows 128 MiB. */
const LARGEST_MESSAGE = 1024 * 1024;

/** A question to the bus itself. */
export function busCall(member: string, ...args: readonly string[]): BusCall {
  return { destination: BUS, path: '/org/freedesktop/DBus', interface: BUS, member, args };
}

/**
 * A small client of the Linux session bus: calls with strings, answers with basic values, signals. The D-Bus libraries
 * for Node are old, large or native, and the tray needs three questions answered.
 */
export class SessionBus {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, (message: BusMessage) => void>();
  readonly #onSignal: (message: BusMessage) => void;
  #received: Buffer = Buffer.alloc(0);
  #serial = 0;

  private constructor(socket: Socket, onSignal: (message: BusMessage) => void) {
    this.#socket = socket;
    this.#onSignal = onSignal;
  }

  /** Rejects where there is no bus, or one that does not let us in. */
  static async connect(address: string, onSignal: (message: BusMessage) => void): Promise<SessionBus> {
    const socket = createConnection({ path: socketPath(address) });
    const signal = AbortSignal.timeout(ANSWER_MS);
    try {
      await once(socket, 'connect', { signal });
      await authenticate(socket, signal);
      const bus = new SessionBus(socket, onSignal);
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
    this.#serial += 1;
    const serial = this.#serial;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => answer({ type: MESSAGE_TYPES.error, args: ['no answer'] }), ANSWER_MS);
      const answer = (message: BusMessage): void => {
        clearTimeout(late);
        this.#waiting.delete(serial);
        if (message.type === MESSAGE_TYPES.answer) resolve(message.args);
        else reject(new Error(`${call.member}: ${String(message.args[0])}`));
      };
      this.#waiting.set(serial, answer);
      this.#socket.write(encodeCall(call, serial));
    });
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
    if (message.type === MESSAGE_TYPES.signal) this.#onSignal(message);
    else if (message.replyTo !== undefined) this.#waiting.get(message.replyTo)?.(message);
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
