import type { BusValue, BusVariant } from './bus-codec.ts';
import type { BusMessage } from './bus-message.ts';
import { busCall, SessionBus } from './session-bus.ts';

const WATCHER = 'org.kde.StatusNotifierWatcher';

/** Whether the desktop shows tray icons. */
export interface TrayHost {
  available(): boolean;
  end(): void;
}

export interface TrayHostOptions {
  readonly platform: NodeJS.Platform;
  /** Of the session bus, from DBUS_SESSION_BUS_ADDRESS. */
  readonly busAddress: string | undefined;
  readonly onChange: () => void;
}

/**
 * Asks for the tray host and goes on watching. Windows and macOS always have one. On Linux an icon without a host is
 * shown nowhere and nobody says so (GNOME has no host without an extension), so the bus is asked for one.
 */
export async function trayHost({ platform, busAddress, onChange }: TrayHostOptions): Promise<TrayHost> {
  if (platform !== 'linux') return { available: () => true, end: () => undefined };
  if (!busAddress) return NO_HOST;
  const watch = new HostWatch(onChange);
  await watch.start(busAddress);
  return watch;
}

const NO_HOST: TrayHost = { available: () => false, end: () => undefined };

class HostWatch implements TrayHost {
  readonly #onChange: () => void;
  #bus: SessionBus | null = null;
  #available = false;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  available(): boolean {
    return this.#available;
  }

  end(): void {
    this.#bus?.end();
  }

  async start(address: string): Promise<void> {
    try {
      this.#bus = await SessionBus.connect(address, (signal) => this.#onSignal(signal));
      this.#bus.onEnd(() => this.#tell(false));
      await this.#bus.call(busCall('AddMatch', `type='signal',member='NameOwnerChanged',arg0='${WATCHER}'`));
      await this.#bus.call(busCall('AddMatch', `type='signal',interface='${WATCHER}'`));
      this.#available = await isHostRegistered(this.#bus);
    } catch {
      this.#available = false;
    }
  }

  #onSignal(signal: BusMessage): void {
    const ofWatcher = signal.member === 'NameOwnerChanged' || signal.member?.includes('Host') === true;
    const bus = this.#bus;
    if (ofWatcher && bus) void isHostRegistered(bus).then((available) => this.#tell(available));
  }

  #tell(available: boolean): void {
    if (available === this.#available) return;
    this.#available = available;
    this.#onChange();
  }
}

async function isHostRegistered(bus: SessionBus): Promise<boolean> {
  const [owned] = await bus.call(busCall('NameHasOwner', WATCHER)).catch(() => [false]);
  if (owned !== true) return false;
  const [registered] = await bus
    .call({
      destination: WATCHER,
      path: '/StatusNotifierWatcher',
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      args: [WATCHER, 'IsStatusNotifierHostRegistered'],
    })
    // A watcher that does not know the question is old, not absent.
    .catch((): readonly BusValue[] => [{ type: 'b', value: true }]);
  return isVariant(registered) && registered.value === true;
}

function isVariant(value: BusValue | undefined): value is BusVariant {
  return typeof value === 'object' && 'type' in value;
}
