import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runtimePath } from '../../build/electron-runtime.mjs';
import { runnableElectron } from '../../build/runnable-electron.mjs';
import type { NetworkTransport } from '../../electron/api/network-transport.ts';
import type { TransportAnswer, TransportRequest } from '../../electron/api/transport.ts';
import type { Result } from '../../shared/model/sync-error.ts';
import { BROWSER_APP } from './build-program.ts';
import type { BrowserOptions, FromBrowser, ToBrowser } from './messages.ts';

type Logged = FromBrowser & { did: 'log' };

/** A transport inside the browser, and what it has logged. */
export interface BrowserTransport extends NetworkTransport {
  readonly logged: readonly Logged[];
}

export interface BrowserPlace {
  /** Its home, where Linux keeps the certificates that Chromium trusts; else an empty one. */
  readonly home?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const START_MS = 60_000;

async function start(home: string, own: BrowserPlace['environment']): Promise<ChildProcess> {
  const { program, args } = await runnableElectron(runtimePath(), BROWSER_APP);
  const switches = ['--ozone-platform=headless', '--disable-gpu', `--user-data-dir=${join(home, 'profile')}`];
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), ...own };
  const child = spawn(program, [...args, ...switches], { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const said: Buffer[] = [];
  child.stderr?.on('data', (part: Buffer) => said.push(part));
  const ended = once(child, 'close').then(([code, signal]) => {
    throw new Error(`the browser ended with ${code ?? signal}: ${Buffer.concat(said)}`);
  });
  await Promise.race([once(child, 'message', { signal: AbortSignal.timeout(START_MS) }), ended]);
  ended.catch(() => undefined);
  return child;
}

/** A real Electron that sends requests for a test. It has no window and needs no display. */
export class BrowserProcess {
  readonly #child: ChildProcess;
  readonly #home: string | null;
  #last = 0;

  private constructor(child: ChildProcess, home: string | null) {
    this.#child = child;
    this.#home = home;
    child.setMaxListeners(0);
  }

  static async start({ home, environment }: BrowserPlace = {}): Promise<BrowserProcess> {
    const own = home === undefined ? mkdtempSync(join(tmpdir(), 'openclaw-browser-')) : null;
    return new BrowserProcess(await start(home ?? own ?? '', environment), own);
  }

  async open(options: BrowserOptions): Promise<BrowserTransport> {
    this.#last += 1;
    const id = this.#last;
    const logged: Logged[] = [];
    this.#child.on('message', (message: FromBrowser) => {
      if (message.did === 'log' && message.id === id) logged.push(message);
    });
    await this.#ask({ do: 'open', id, options }, (message) => message.did === 'open' && message.id === id);
    return {
      logged,
      send: (message) => this.#send(id, message),
      close: async () => {
        await this.#ask({ do: 'close', id }, (message) => message.did === 'close' && message.id === id);
      },
    };
  }

  async close(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
    if (this.#home !== null) rmSync(this.#home, { recursive: true, force: true, maxRetries: 5 });
  }

  async #send(id: number, { method, url, body, signal }: TransportRequest): Promise<Result<TransportAnswer>> {
    this.#last += 1;
    const request = this.#last;
    const abort = (): void => this.#tell({ do: 'abort', request });
    signal.addEventListener('abort', abort, { once: true });
    const answer = await this.#ask(
      { do: 'send', id, request, method, url: url.href, body },
      (message) => message.did === 'send' && message.request === request,
    );
    signal.removeEventListener('abort', abort);
    if (answer.did !== 'send') throw new Error('not an answer');
    return answer.result;
  }

  #ask(message: ToBrowser, isAnswer: (message: FromBrowser) => boolean): Promise<FromBrowser> {
    return new Promise((resolve) => {
      const listen = (heard: FromBrowser): void => {
        if (!isAnswer(heard)) return;
        this.#child.off('message', listen);
        resolve(heard);
      };
      this.#child.on('message', listen);
      this.#tell(message);
    });
  }

  #tell(message: ToBrowser): void {
    this.#child.send(message);
  }
}
