import { once } from 'node:events';
import type { ThrowAwayMachine } from './throw-away-machine.ts';

/** A screen and a session bus for this user; answers what a program needs to find them. */
export async function startDesktop(machine: ThrowAwayMachine, user: string): Promise<Record<string, string>> {
  const runtime = `/home/${user}/.run`;
  await machine.run('mkdir', ['-m', '700', runtime], { user });
  const screen = ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
  const xvfb = machine.start('Xvfb', screen, { user });
  const [display] = await once(xvfb.stdout as NodeJS.ReadableStream, 'data');
  const address = `unix:path=${runtime}/bus`;
  const bus = machine.start(
    'dbus-daemon',
    ['--session', '--nofork', '--print-address=1', `--address=${address}`],
    { user },
  );
  await once(bus.stdout as NodeJS.ReadableStream, 'data');
  return {
    DISPLAY: `:${String(display).trim()}`,
    XDG_RUNTIME_DIR: runtime,
    DBUS_SESSION_BUS_ADDRESS: address,
    XDG_CURRENT_DESKTOP: 'GNOME',
    NO_AT_BRIDGE: '1',
  };
}
