import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Runs in the main process: how far apart the turns of its loop were at most, with and without the time in which the
 * thread could have gone on and the kernel ran somebody else.
 */
const START = `(() => {
  if (process.type !== 'browser') return false;
  const fs = process.getBuiltinModule('node:fs');
  const file = fs.openSync('/proc/self/task/' + process.pid + '/schedstat', 'r');
  const bytes = Buffer.alloc(64);
  const waitedMs = () => Number(bytes.toString('latin1', 0, fs.readSync(file, bytes, 0, 64, 0)).split(' ')[1]) / 1e6;
  let at = performance.now();
  let waited = waitedMs();
  globalThis.benchStalls = { all: 0, own: 0 };
  setInterval(() => {
    const [now, waitedNow] = [performance.now(), waitedMs()];
    const all = now - at;
    const own = all - (waitedNow - waited);
    benchStalls = { all: Math.max(all, benchStalls.all), own: Math.max(own, benchStalls.own) };
    [at, waited] = [now, waitedNow];
  }, 1).unref();
  return true;
})()`;
const TAKE = '(() => { const taken = benchStalls; benchStalls = { all: 0, own: 0 }; return taken; })()';
const TRIES = 300;

/** Milliseconds. */
export interface Stall {
  /** Of its own doing: working, or waiting for the disk. */
  readonly own: number;
  /** With the time in which it waited for a processor that others had. */
  readonly all: number;
}

/** The event loop of a program's main process. */
export interface MainLoop {
  /** Its longest stalls since it was last asked. */
  longest(): Promise<Stall>;
  close(): void;
}

async function inspectorAt(port: number): Promise<string> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
      const [first] = (await answer.json()) as { readonly webSocketDebuggerUrl: string }[];
      if (first) return first.webSocketDebuggerUrl;
    } catch {
      // It does not listen yet.
    }
    await pause(10);
  }
  throw new Error('the inspector of the main process does not answer');
}

interface Reply {
  readonly result?: { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: unknown };
}

/** The inspector listens before Node itself is ready: until then something that the watch is made of throws. */
async function untilWatched(evaluate: (expression: string) => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if ((await evaluate(START)) === true) return;
    await pause(5);
  }
  throw new Error('the main process did not come up');
}

/** Watches the loop through Node's inspector: the program itself knows nothing of it. */
export async function watchMainLoop(port: number): Promise<MainLoop> {
  const socket = new WebSocket(await inspectorAt(port));
  const ended = once(socket, 'close').then(() => {
    throw new Error('the main process has ended');
  });
  ended.catch(() => undefined);
  await Promise.race([once(socket, 'open'), ended]);
  let asked = 0;
  async function evaluate(expression: string): Promise<unknown> {
    asked += 1;
    const answer = once(socket, 'message') as Promise<[MessageEvent<string>]>;
    const params = { expression, returnByValue: true };
    socket.send(JSON.stringify({ id: asked, method: 'Runtime.evaluate', params }));
    const [{ data }] = await Promise.race([answer, ended]);
    const { result } = JSON.parse(data) as Reply;
    if (result?.exceptionDetails && expression !== START)
      throw new Error('the main process cannot be watched');
    return result?.result?.value;
  }
  await untilWatched(evaluate);
  return {
    longest: async () => (await evaluate(TAKE)) as Stall,
    close: () => socket.close(),
  };
}
