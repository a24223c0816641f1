import type { IncomingHttpHeaders } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { type GiipCall, listenAsGiip } from '../../electron/rehearsal/giip-listener.ts';
import { createGiipStore } from '../../electron/rehearsal/giip-store.ts';
import { faultQueue, type HeldRequest } from './fault-queue.ts';
import { giipBehaviour, type Reply } from './giip-behaviour.ts';
import { type GiipConsole, giipConsole } from './giip-console.ts';
import type { Exchange, Fault } from './giip-fault.ts';
import { rememberMoments } from './giip-moments.ts';
import { type GiipSwitches, PLAIN_SWITCHES } from './giip-switches.ts';

export interface RecordedRequest {
  readonly call: GiipCall;
  /** The body as the server has decoded it. */
  readonly text: string;
  /** Parsed, or null when it is no JSON. */
  readonly json: unknown;
  readonly headers: IncomingHttpHeaders;
}

/** A real HTTP server that can be every GIIP that the published page allows, and fail in every way. */
export interface TestGiip extends GiipConsole {
  /** The API URL to configure. */
  readonly url: string;
  /** Read at each request: assign to change the server while it runs. */
  readonly switches: GiipSwitches;
  /** In the order of their arrival. */
  readonly requests: RecordedRequest[];
  /** The next request of this call meets the fault; or the next `times`, or each one. */
  fail(call: GiipCall, fault: Fault, times?: number | 'always'): void;
  /** Takes back every fault that has not happened. */
  heal(call?: GiipCall): void;
  /** Stops the next request of this call until it is released, however long its client waits. */
  hold(call: GiipCall): HeldRequest;
  /** Runs before each request of this call is executed: another writer, say. Answers a function that ends it. */
  onBefore(call: GiipCall, work: () => void | Promise<void>): () => void;
  close(): Promise<void>;
}

type Options = Partial<GiipSwitches> & { readonly lssn?: number };

const COMPRESS: Readonly<Record<Exclude<GiipSwitches['compression'], 'none'>, (body: Buffer) => Buffer>> = {
  gzip: (body) => gzipSync(body),
  deflate: (body) => deflateSync(body),
  'raw-deflate': (body) => deflateRawSync(body),
  br: (body) => brotliCompressSync(body),
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function send(response: Exchange['response'], reply: Reply, switches: GiipSwitches): void {
  if (reply.status === 304) {
    response.writeHead(304).end();
    return;
  }
  const html = reply.body.startsWith('<');
  const body = Buffer.from(switches.byteOrderMark ? `\ufeff${reply.body}` : reply.body);
  const headers: Record<string, string> = {
    'content-type': html ? 'text/html' : 'application/json; charset=utf-8',
  };
  if (switches.compression === 'none') {
    response.writeHead(reply.status, headers).end(body);
    return;
  }
  headers['content-encoding'] = switches.compression.replace('raw-', '');
  response.writeHead(reply.status, headers).end(COMPRESS[switches.compression](body));
}

/** Starts one on loopback. `lssn` (71) is what the console's helpers mean when they are given none. */
export async function startTestGiip({ lssn = 71, ...chosen }: Options = {}): Promise<TestGiip> {
  const switches: GiipSwitches = { ...PLAIN_SWITCHES, ...chosen };
  const store = rememberMoments(createGiipStore(), switches);
  const behave = giipBehaviour(store, switches);
  const queue = faultQueue();
  const requests: RecordedRequest[] = [];
  const hooks = new Set<{ readonly call: GiipCall; readonly work: () => void | Promise<void> }>();

  const listener = await listenAsGiip(async (call, text, { headers }, response) => {
    requests.push({ call, text, json: parsed(text), headers });
    // Chosen on arrival: a hook that takes long must not let a later request take this one's fault.
    const fault = queue.next(call);
    for (const hook of hooks) if (hook.call === call) await hook.work();
    const exchange: Exchange = {
      execute: () => behave(call, text),
      answer: (reply) => send(response, reply, switches),
      response,
    };
    await (fault ?? (({ execute, answer }) => answer(execute())))(exchange);
  });

  return {
    ...giipConsole(store, lssn),
    url: listener.url,
    close: listener.close,
    switches,
    requests,
    fail: queue.add,
    heal: queue.clear,
    hold: queue.hold,
    onBefore(call, work) {
      const hook = { call, work };
      hooks.add(hook);
      return () => hooks.delete(hook);
    },
  };
}
