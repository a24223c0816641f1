import type { BusValue, BusVariant } from '../../../electron/shell/bus-codec.ts';
import type { BusMessage } from '../../../electron/shell/bus-message.ts';
import { busCall, SessionBus } from '../../../electron/shell/session-bus.ts';
import { TrayItem } from './tray-item.ts';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const UNKNOWN = 'org.freedesktop.DBus.Error.UnknownMethod';

/** A desktop panel as the tray sees one: it owns the watcher's name, and icons register with it. */
export class TrayHost {
  readonly #items: TrayItem[] = [];
  #bus: SessionBus | null = null;

  static async start(): Promise<TrayHost> {
    const host = new TrayHost();
    const bus = await SessionBus.connect(process.env.DBUS_SESSION_BUS_ADDRESS ?? '', (message) =>
      host.#received(message),
    );
    host.#bus = bus;
    await bus.call({ ...busCall('RequestName'), signature: 'su', args: [WATCHER, 0] });
    return host;
  }

  /** The newest icon, or undefined while none has registered. */
  item(): TrayItem | undefined {
    return this.#items.at(-1);
  }

  /** Between two programs of which only the second one's icon is meant. */
  forget(): void {
    this.#items.length = 0;
  }

  end(): void {
    this.#bus?.end();
  }

  #received(message: BusMessage): void {
    if (message.type !== 'call') return;
    if (message.member === 'RegisterStatusNotifierItem') this.#register(message);
    else if (message.member === 'Get' && message.args[0] === WATCHER) {
      this.#answer(message, 'v', [this.#property(String(message.args[1]))]);
    } else this.#refuse(message);
  }

  /** Some give their own name, some only a path under the name that they call from. */
  #register(message: BusMessage): void {
    const service = String(message.args[0]);
    const byPath = service.startsWith('/');
    const name = byPath ? (message.sender ?? '') : service;
    if (this.#bus) this.#items.push(new TrayItem(this.#bus, name, byPath ? service : '/StatusNotifierItem'));
    this.#answer(message);
  }

  #property(name: string): BusVariant {
    if (name === 'IsStatusNotifierHostRegistered') return { type: 'b', value: true };
    return name === 'ProtocolVersion' ? { type: 'i', value: 0 } : { type: 'as', value: [] };
  }

  #answer({ serial, sender }: BusMessage, signature?: string, args: readonly BusValue[] = []): void {
    const to = { type: 'answer', replyTo: serial, args } as const;
    this.#bus?.send({ ...to, ...(sender && { destination: sender }), ...(signature && { signature }) });
  }

  #refuse({ serial, sender }: BusMessage): void {
    const to = { type: 'error', replyTo: serial, errorName: UNKNOWN, args: [] } as const;
    this.#bus?.send({ ...to, ...(sender && { destination: sender }) });
  }
}
