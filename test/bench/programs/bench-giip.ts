import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { HeldSection } from '../giip/held-section.ts';
import { loadTree } from '../giip/load-tree.ts';
import type { Answered, GiipOrder, GiipWord } from '../giip/messages.ts';
import { readPut } from '../giip/read-put.ts';
import { BENCH_TOKEN } from '../support/bench-connection.ts';
import { nowMs } from '../support/now-ms.ts';

// A GIIP of its own process: real HTTP, everything in memory, answers out of bytes that are ready.

const configs = new HeldSection('config');
const docs = new HeldSection('doc');

type Told = Pick<Answered, 'items'>;

interface Reply extends Told {
  readonly pieces: readonly Buffer[];
}

function tell(word: GiipWord): void {
  process.send?.(word);
}

function envelope(rstVal: number, message: string, data: string): Buffer {
  return Buffer.from(`{"RstVal":${rstVal},"RstMsg":"${message}","Data":${data}}`);
}

const hashes = (): string => `"newConfigHash":"${configs.hash}","newDocHash":"${docs.hash}"`;

/** A section whose hash was sent is left out. */
function whole(name: string, brackets: string, section: HeldSection): readonly Buffer[] {
  const [open, close] = brackets;
  return [Buffer.from(`,"${name}":${open}`), ...section.blocks(), Buffer.from(`${close}`)];
}

function get(body: Buffer): Reply {
  const asked = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
  if (asked.at !== BENCH_TOKEN) return { pieces: [envelope(-1, 'Unauthorized', 'null')], items: 0 };
  const [isConfigOld, isDocOld] = [asked.configHash !== configs.hash, asked.docHash !== docs.hash];
  if (!isConfigOld && !isDocOld) return { pieces: [envelope(304, 'Not modified', 'null')], items: 0 };
  const sent = [...(isConfigOld ? [configs] : []), ...(isDocOld ? [docs] : [])];
  return {
    pieces: [
      Buffer.from(`{"RstVal":1,"RstMsg":"Update required","Data":{${hashes()}`),
      ...(isConfigOld ? whole('configData', '{}', configs) : []),
      ...(isDocOld ? whole('docData', '[]', docs) : []),
      Buffer.from('}}'),
    ],
    items: sent.reduce((sum, { size }) => sum + size, 0),
  };
}

function put(body: Buffer): Reply {
  const pushed = readPut(body);
  if (pushed.at !== BENCH_TOKEN) return { pieces: [envelope(-1, 'Unauthorized', 'null')], items: 0 };
  for (const { key, bytes } of pushed.configs) configs.put(key, bytes);
  for (const { key, bytes } of pushed.docs) docs.put(key, bytes);
  const items = pushed.configs.length + pushed.docs.length;
  return { pieces: [envelope(1, 'Successfully updated', `{${hashes()}}`)], items };
}

function answer(call: 'get' | 'put', body: Buffer, response: ServerResponse): void {
  const arrivedAt = nowMs();
  const { pieces, items } = call === 'get' ? get(body) : put(body);
  const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes });
  response.once('finish', () =>
    tell({ word: 'answered', answered: { call, arrivedAt, answeredAt: nowMs(), items, bytes } }),
  );
  const [only] = pieces;
  if (pieces.length === 1) response.end(only);
  else Readable.from(pieces).pipe(response);
}

function serve(request: IncomingMessage, response: ServerResponse): void {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => answer(request.method === 'PUT' ? 'put' : 'get', Buffer.concat(pieces), response));
  request.on('error', () => response.destroy());
}

function follow(order: GiipOrder): void {
  if (order.order === 'load') loadTree(order.root, configs, docs);
  for (const section of [configs, docs]) {
    if (order.order === 'clear') section.clear();
    if (order.order === 'renewHashes') section.renewHash();
  }
  tell({ word: 'done' });
}

const server = createServer({ keepAliveTimeout: 120_000 }, serve);
server.listen(0, '127.0.0.1', () =>
  tell({ word: 'listening', url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api` }),
);
process.on('message', (order: GiipOrder) => follow(order));
// Whoever started it is gone.
process.on('disconnect', () => process.exit());
