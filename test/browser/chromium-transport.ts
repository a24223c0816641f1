import type { NetworkTransport } from '../../electron/api/network-transport.ts';
import { BrowserProcess } from './browser-process.ts';

/** One browser for all tests of a file, started when the first one needs it. */
const shared: { started: Promise<BrowserProcess> | null } = { started: null };

export async function closeChromium(): Promise<void> {
  await (await shared.started)?.close();
}

/** Chromium's network stack inside a real Electron as a transport, for the tests that hold for every transport. */
export function chromiumTransport(): NetworkTransport {
  shared.started ??= BrowserProcess.start();
  const opened = shared.started.then((browser) => browser.open({ only: 'chromium' }));
  return {
    send: async (message) => (await opened).send(message),
    close: async () => (await opened).close(),
  };
}
