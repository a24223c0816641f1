import { app, session } from 'electron';
import type { Attempt } from '../../../electron/api/attempt.ts';
import { browserAttempt } from '../../../electron/api/browser-attempt.ts';
import { openNetwork } from '../../../electron/api/network.ts';
import { type NetworkTransport, networkTransport } from '../../../electron/api/network-transport.ts';
import type { Transport } from '../../../electron/api/transport.ts';
import {
  keepKeysSecret,
  keepRequestsSingle,
  osNetwork,
  systemProxy,
} from '../../../electron/shell/os-network.ts';
import type { BrowserOptions, FromBrowser, ToBrowser } from '../messages.ts';

/** The shipping network inside a real Electron, for tests: requests come in as messages, answers go out as such. */

const transports = new Map<number, Transport & Pick<NetworkTransport, 'close'>>();
const aborts = new Map<number, AbortController>();

function tell(message: FromBrowser): void {
  process.send?.(message);
}

/** Chromium's stack alone, as if every way needed it. */
function chromiumOnly(options: BrowserOptions): Transport & Pick<NetworkTransport, 'close'> {
  const stack = osNetwork();
  const way = {
    proxy: options.proxy === undefined ? null : new URL(options.proxy),
    source: 'setting',
  } as const;
  return {
    send: async (message) => (await browserAttempt(stack, way, options.user ?? null, message)).result,
    close: async () => undefined,
  };
}

async function asShipped(id: number, options: BrowserOptions): Promise<NetworkTransport> {
  const { setting = 'system', caFile = null, environment = {}, pac } = options;
  const system = systemProxy();
  if (pac !== undefined)
    await session.fromPartition('openclaw-network system').setProxy({ mode: 'pac_script', pacScript: pac });
  return networkTransport(
    openNetwork({
      environment,
      settings: () => ({ proxy: setting, caFile }),
      system,
      user: async () => options.user ?? null,
      browser: osNetwork(),
      log: { write: (_level, event, fields) => tell({ did: 'log', id, event, fields: { ...fields } }) },
    }),
  );
}

async function open(id: number, options: BrowserOptions): Promise<void> {
  transports.set(id, options.only === 'chromium' ? chromiumOnly(options) : await asShipped(id, options));
}

async function send({
  id,
  request,
  method,
  url,
  body,
}: ToBrowser & { do: 'send' }): Promise<Attempt['result']> {
  const abort = new AbortController();
  aborts.set(request, abort);
  const transport = transports.get(id);
  if (transport === undefined) throw new Error('not open');
  return transport.send({ method, url: new URL(url), body, signal: abort.signal });
}

async function obey(message: ToBrowser): Promise<void> {
  switch (message.do) {
    case 'open':
      await open(message.id, message.options);
      return tell({ did: 'open', id: message.id });
    case 'send':
      return tell({ did: 'send', request: message.request, result: await send(message) });
    case 'abort':
      return aborts.get(message.request)?.abort();
    case 'close':
      await transports.get(message.id)?.close();
      return tell({ did: 'close', id: message.id });
  }
}

keepRequestsSingle();
keepKeysSecret(process.env);
app.disableHardwareAcceleration();
process.on('disconnect', () => app.exit(0));
process.on('message', (message: ToBrowser) => void obey(message));
// Never awaited here: Electron becomes ready only after this module has run.
void app.whenReady().then(() => tell({ did: 'start' }));
