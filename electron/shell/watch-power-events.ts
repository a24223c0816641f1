import { net, powerMonitor } from 'electron';
import type { Nudge } from '../app/application.ts';

/**
 * Electron's main process has no event for the network; this asks the operating system, not the network. Rare, because
 * every look wakes a computer that does nothing else.
 */
const NETWORK_POLL_MS = 30_000;

/** Tells when the computer wakes up, is unlocked or is online again; answers a function that ends it. */
export function watchPowerEvents(nudge: (what: Nudge) => void): () => void {
  const resumed = (): void => nudge('resumed');
  const unlocked = (): void => nudge('unlocked');
  powerMonitor.on('resume', resumed);
  powerMonitor.on('unlock-screen', unlocked);
  const endPolling = watchNetwork(() => nudge('online'));
  return () => {
    powerMonitor.off('resume', resumed);
    powerMonitor.off('unlock-screen', unlocked);
    endPolling();
  };
}

function watchNetwork(online: () => void): () => void {
  let wasOnline = net.isOnline();
  const timer = setInterval(() => {
    const isOnline = net.isOnline();
    if (isOnline && !wasOnline) online();
    wasOnline = isOnline;
  }, NETWORK_POLL_MS);
  return () => clearInterval(timer);
}
