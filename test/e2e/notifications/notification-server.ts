import type { BusValue } from '../../../electron/shell/bus-codec.ts';
import type { BusMessage } from '../../../electron/shell/bus-message.ts';
import { busCall, SessionBus } from '../../../electron/shell/session-bus.ts';

const NAME = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';
/** Why a notification went: by the person, by the program. */
const DISMISSED = 2;
const CLOSED = 3;

/** One notification as a desktop is asked to show it. */
export interface ShownNotification {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly actions: readonly string[];
}

/** The part of a desktop that shows notifications: it owns their name on the session bus. */
export class NotificationServer {
  /** Everything that was ever shown, oldest first. */
  readonly shown: ShownNotification[] = [];
  /** What stands on the screen. */
  readonly standing = new Set<number>();
  #bus: SessionBus | null = null;

  static async start(): Promise<NotificationServer> {
    const server = new NotificationServer();
    const bus = await SessionBus.connect(process.env.DBUS_SESSION_BUS_ADDRESS ?? '', (message) =>
      server.#received(message),
    );
    server.#bus = bus;
    await bus.call({ ...busCall('RequestName'), signature: 'su', args: [NAME, 0] });
    return server;
  }

  titles(): readonly string[] {
    return this.shown.map(({ title }) => title);
  }

  /** A click on the notification itself, which takes it off the screen. */
  click({ id }: ShownNotification): void {
    this.#signal('ActionInvoked', 'us', [id, 'default']);
    this.standing.delete(id);
    this.#signal('NotificationClosed', 'uu', [id, DISMISSED]);
  }

  end(): void {
    this.#bus?.end();
  }

  #received(message: BusMessage): void {
    if (message.type !== 'call') return;
    if (message.member === 'Notify') this.#answer(message, 'u', [this.#show(message.args)]);
    else if (message.member === 'CloseNotification') this.#close(message);
    else if (message.member === 'GetCapabilities') this.#answer(message, 'as', [['actions', 'body']]);
    else if (message.member === 'GetServerInformation')
      this.#answer(message, 'ssss', ['Test', 'Test', '1', '1.2']);
    else this.#refuse(message);
  }

  #show([, , , title, body, actions]: readonly BusValue[]): number {
    const id = this.shown.length + 1;
    this.shown.push({
      id,
      title: String(title),
      body: String(body),
      actions: (actions as readonly BusValue[]).map(String),
    });
    this.standing.add(id);
    return id;
  }

  #close(message: BusMessage): void {
    const id = Number(message.args[0]);
    this.standing.delete(id);
    this.#answer(message);
    this.#signal('NotificationClosed', 'uu', [id, CLOSED]);
  }

  #signal(member: string, signature: string, args: readonly BusValue[]): void {
    this.#bus?.send({ type: 'signal', path: PATH, interface: NAME, member, signature, args });
  }

  #answer({ serial, sender }: BusMessage, signature?: string, args: readonly BusValue[] = []): void {
    const to = { type: 'answer', replyTo: serial, args } as const;
    this.#bus?.send({ ...to, ...(sender && { destination: sender }), ...(signature && { signature }) });
  }

  #refuse({ serial, sender }: BusMessage): void {
    const errorName = 'org.freedesktop.DBus.Error.UnknownMethod';
    const to = { type: 'error', replyTo: serial, errorName, args: [] } as const;
    this.#bus?.send({ ...to, ...(sender && { destination: sender }) });
  }
}
