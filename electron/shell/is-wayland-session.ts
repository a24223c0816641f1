import { app } from 'electron';

/** On Wayland a program can neither place its windows nor know where the pointer is. */
export function isWaylandSession(): boolean {
  if (process.platform !== 'linux') return false;
  const chosen = app.commandLine.getSwitchValue('ozone-platform');
  if (chosen !== '') return chosen === 'wayland';
  return process.env.XDG_SESSION_TYPE === 'wayland' || Boolean(process.env.WAYLAND_DISPLAY);
}
