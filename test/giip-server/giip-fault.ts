import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Reply } from './giip-behaviour.ts';

/** One request in the server's hands. */
export interface Exchange {
  /** Does what the request asks for; calling it again does it again. */
  execute(): Reply;
  answer(reply: Reply): void;
  readonly response: ServerResponse;
}

/** Something that happens to a request instead of an answer. */
export type Fault = (exchange: Exchange) => void | Promise<void>;

type Headers = Readonly<Record<string, string>>;

const JSON_TYPE: Headers = { 'content-type': 'application/json; charset=utf-8' };

/** Nothing is executed; these bytes are the answer. */
function answer(status: number, body: string | Buffer, headers: Headers = JSON_TYPE): Fault {
  return ({ response }) => {
    response.writeHead(status, headers).end(body);
  };
}

function rstVal(value: number, { status = 200, message = 'fault' } = {}): Fault {
  return answer(status, JSON.stringify({ RstVal: value, RstMsg: message, Data: null }));
}

/** Faults by what a client sees. Those that execute the request say so. */
export const faults = {
  answer,
  rstVal,
  html: (status = 200): Fault =>
    answer(status, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' }),
  retryLater: (status: 429 | 503, value: string): Fault =>
    answer(status, '<h1>later</h1>', { 'content-type': 'text/html', 'retry-after': value }),
  redirect: (status: 301 | 302 | 303 | 307 | 308, location: string): Fault =>
    answer(status, '', { location }),
  resetBefore:
    (): Fault =>
    ({ response }) => {
      response.socket?.resetAndDestroy();
    },
  /** Executed, and never answered. */
  resetAfter:
    (): Fault =>
    ({ execute, response }) => {
      execute();
      response.socket?.resetAndDestroy();
    },
  /** Executed, and answered with a failure. */
  executedBut:
    (status: number): Fault =>
    ({ execute, response }) => {
      execute();
      response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>failed</h1>');
    },
  /** Executed; the JSON ends after so many bytes, but as HTTP the answer is whole. */
  cut:
    (bytes: number): Fault =>
    ({ execute, response }) => {
      response.writeHead(200, JSON_TYPE).end(Buffer.from(execute().body).subarray(0, bytes));
    },
  /** Nothing is executed; status and headers come, and a body that stops in its middle: it breaks off or never ends. */
  unfinished:
    (status: number, then: 'reset' | 'silence', headers: Headers = {}): Fault =>
    ({ response }) => {
      response.writeHead(status, { ...headers, 'content-length': '100' });
      response.write('<h1>', () => {
        if (then === 'reset') response.socket?.resetAndDestroy();
      });
    },
  /** Executed; the connection ends after so many bytes of a longer answer. */
  cutConnection:
    (bytes: number): Fault =>
    ({ execute, response }) => {
      const body = Buffer.from(execute().body);
      response.writeHead(200, { ...JSON_TYPE, 'content-length': String(body.length) });
      response.write(body.subarray(0, bytes), () => response.socket?.resetAndDestroy());
    },
  delay:
    (ms: number): Fault =>
    async ({ execute, answer: send }) => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      send(execute());
    },
  /** Executed; the answer trickles. */
  slow:
    (bytes: number, everyMs: number): Fault =>
    ({ execute, response }) => {
      const body = Buffer.from(execute().body);
      let sent = 0;
      response.writeHead(200, JSON_TYPE);
      const timer = setInterval(() => {
        response.write(body.subarray(sent, sent + bytes));
        sent += bytes;
        if (sent >= body.length) response.end();
      }, everyMs);
      response.once('close', () => clearInterval(timer));
    },
  /** A small answer that inflates to so many bytes. */
  gzipBomb:
    (bytes: number): Fault =>
    ({ response }) => {
      const chunk = Buffer.alloc(1024 * 1024, ' ');
      const blanks = function* (): Generator<Buffer> {
        for (let made = 0; made < bytes; made += chunk.length) yield chunk;
      };
      response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' });
      Readable.from(blanks())
        .pipe(createGzip())
        .on('error', () => {})
        .pipe(response);
    },
  /** Not HTTP at all. */
  garbage:
    (text: string): Fault =>
    ({ response }) => {
      response.socket?.end(text);
    },
} as const;
