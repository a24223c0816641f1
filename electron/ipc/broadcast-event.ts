import type { BrowserWindow } from 'electron';
import type { EventName, Events } from '../../shared/ipc/contract.ts';

/** Sends an event of the contract to these windows of ours. */
export function broadcastEvent<N extends EventName>(
  windows: readonly BrowserWindow[],
  name: N,
  value: Events[N],
): void {
  for (const window of windows) {
    if (!window.isDestroyed()) window.webContents.send(name, value);
  }
}
