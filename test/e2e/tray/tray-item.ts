import type { BusValue, BusVariant } from '../../../electron/shell/bus-codec.ts';
import type { SessionBus } from '../../../electron/shell/session-bus.ts';

const ITEM = 'org.kde.StatusNotifierItem';
const MENU = 'com.canonical.dbusmenu';

/** A picture as a tray icon sends it: four bytes per pixel, alpha first. */
export interface TrayPicture {
  readonly width: number;
  readonly height: number;
  readonly argb: Buffer;
}

export interface TrayMenuRow {
  readonly id: number;
  readonly label: string;
  readonly enabled: boolean;
  readonly children: readonly TrayMenuRow[];
}

/** A registered icon, read and clicked over the bus like a panel does it. */
export class TrayItem {
  readonly #bus: SessionBus;
  readonly #name: string;
  readonly #path: string;

  constructor(bus: SessionBus, name: string, path: string) {
    this.#bus = bus;
    this.#name = name;
    this.#path = path;
  }

  async tooltip(): Promise<string> {
    const [, , title, body] = (await this.#property('ToolTip')) as readonly BusValue[];
    return [title, body].filter(Boolean).join('\n');
  }

  async picture(): Promise<TrayPicture> {
    const pictures = (await this.#property('IconPixmap')) as readonly (readonly BusValue[])[];
    const [width, height, argb] = pictures[0] ?? [];
    return { width: Number(width), height: Number(height), argb: argb as Buffer };
  }

  /** A primary click. */
  async activate(): Promise<void> {
    await this.#call(this.#path, ITEM, 'Activate', 'ii', [0, 0]);
  }

  async menu(): Promise<readonly TrayMenuRow[]> {
    const [, root] = await this.#call(await this.#menuPath(), MENU, 'GetLayout', 'iias', [0, -1, []]);
    return rowOf(root as readonly BusValue[]).children;
  }

  async choose(row: TrayMenuRow): Promise<void> {
    const data = { type: 's', value: '' };
    await this.#call(await this.#menuPath(), MENU, 'Event', 'isvu', [row.id, 'clicked', data, 0]);
  }

  async #menuPath(): Promise<string> {
    return String(await this.#property('Menu'));
  }

  async #property(name: string): Promise<BusValue> {
    const properties = 'org.freedesktop.DBus.Properties';
    const [value] = await this.#call(this.#path, properties, 'Get', 'ss', [ITEM, name]);
    return (value as BusVariant).value;
  }

  #call(path: string, iface: string, member: string, signature: string, args: readonly BusValue[]) {
    return this.#bus.call({ destination: this.#name, path, interface: iface, member, signature, args });
  }
}

/** A row is `(ia{sv}av)`: number, properties that differ from their defaults, rows below. */
function rowOf([id, properties, children]: readonly BusValue[]): TrayMenuRow {
  const named = new Map(properties as readonly (readonly [string, BusVariant])[]);
  return {
    id: Number(id),
    // A single underscore marks the access key.
    label: String(named.get('label')?.value ?? '').replace(/_(?!_)/g, ''),
    enabled: named.get('enabled')?.value !== false,
    children: (children as readonly BusVariant[]).map(({ value }) => rowOf(value as readonly BusValue[])),
  };
}
