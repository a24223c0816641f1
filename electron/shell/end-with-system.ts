import { powerMonitor } from 'electron';

/** Who signs out, shuts down or upgrades the package says so by a signal. */
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** Tells when the system wants the program to end, which no policy may stand in the way of. Windows asks nobody. */
export function endWithSystem(end: () => void): void {
  for (const signal of SIGNALS) {
    // A library listens since it was loaded, and Chromium took the signal over after that. Only a first listener makes Node
    // ask the system for it again.
    process.removeAllListeners(signal).on(signal, end);
  }
  if (process.platform === 'darwin') powerMonitor.on('shutdown', end);
}
