import { existsSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';
import { runCli } from '../../../electron/cli/run-cli.ts';
import type { Machine } from '../../scenario/support/machine.ts';
import { readFiles } from '../../scenario/support/read-tree.ts';

/** What must never be seen outside the encrypted store: odd enough to be changed by every way of writing it. */
export const TOKEN_CANARY = 'sk-Kanarie/7+f3a9Q=zLw"ö8';
/** What a proxy asks for, as it stands in the proxy's URL. */
export const PASSWORD_CANARY = 'pw-Goldammer-51xc';
/** What a person wrote. */
export const DOC_CANARY = 'Zeisig "91c4e7" wrote\tthis ünique sentence';
export const CONFIG_CANARY = 'Stieglitz/4d2b+ is a "value" of a config';

const ALL = { TOKEN_CANARY, PASSWORD_CANARY, DOC_CANARY, CONFIG_CANARY };
/** A piece of this length tells that more of it may stand elsewhere. */
const PIECE = 10;

function pieces(form: string): readonly string[] {
  const starts = Array.from({ length: Math.max(1, form.length - PIECE + 1) }, (_, at) => at);
  return starts.map((at) => form.slice(at, at + PIECE));
}

function escaped(form: string): string {
  return JSON.stringify(form).slice(1, -1);
}

/** By itself, and as it stands inside of a longer text, without what the neighbours change. */
function base64(form: string): readonly string[] {
  return [0, 1, 2].map((before) =>
    Buffer.from(`${'x'.repeat(before)}${form}`)
      .toString('base64')
      .slice(4, -4),
  );
}

/** Written without the product's own list: a form that is forgotten there must be seen here. */
function formsOf(canary: string): readonly string[] {
  const unicode = escaped(canary).replace(
    /[^ -~]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const url = encodeURIComponent(canary);
  const hex = Buffer.from(canary).toString('hex');
  const inner = base64(canary);
  return [
    canary,
    escaped(canary),
    escaped(escaped(canary)),
    unicode,
    url,
    url.toLowerCase(),
    hex,
    hex.toUpperCase(),
    ...inner,
    ...inner.map((form) => form.replaceAll('+', '-').replaceAll('/', '_')),
  ];
}

const TRACES = Object.entries(ALL).map(([name, canary]) => {
  const found = [...new Set(formsOf(canary).flatMap(pieces))];
  return {
    name,
    traces: [...found.map((one) => Buffer.from(one)), ...found.map((one) => Buffer.from(one, 'utf16le'))],
  };
});

/** Which canaries are heard in these bytes. */
export function heardIn(bytes: Buffer): readonly string[] {
  return TRACES.filter(({ traces }) => traces.some((trace) => bytes.includes(trace))).map(({ name }) => name);
}

/** What was written, by where it was written. */
export type Outputs = ReadonlyMap<string, Buffer>;

/** Fails with the names of what was heard and a word of where. */
export function expectSilence(outputs: Outputs, after: string): void {
  const heard = [...outputs].flatMap(([where, bytes]) =>
    heardIn(bytes).map(
      (name) => `${name} in ${where} after ${after}: ${bytes.toString('utf8').slice(0, 2_000)}`,
    ),
  );
  expect(heard).toEqual([]);
}

/** Everything of the state folder but the database, which holds texts, and the encrypted token. */
export function stateOutputs(stateDir: string): Outputs {
  if (!existsSync(stateDir)) return new Map();
  const files = readFiles(stateDir).filter(
    ([path]) => !path.startsWith('state/') && path !== 'credentials.json',
  );
  return new Map(files.map(([path, bytes]) => [`the file ${path}`, bytes]));
}

export interface Spoken {
  readonly code: number;
  readonly outputs: Outputs;
}

/** Runs a command as `openclaw-sync` does, at the loudest level, and answers every byte that it said. */
export async function speak(
  machine: Machine,
  words: readonly string[],
  { env = {}, stdin = '' }: { readonly env?: Readonly<Record<string, string>>; readonly stdin?: string } = {},
): Promise<Spoken> {
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  const said = Promise.all([text(streams.stdout), text(streams.stderr)]);
  streams.stdin.end(stdin);
  const environment = {
    HOME: machine.home,
    OPENCLAW_SYNC_TOKEN: TOKEN_CANARY,
    OPENCLAW_SYNC_LOG: 'debug',
    ...env,
  };
  const code = await runCli(words, environment, streams);
  streams.stdout.end();
  streams.stderr.end();
  const [stdout, stderr] = await said;
  const outputs = new Map([
    ['standard output', Buffer.from(stdout)],
    ['standard error', Buffer.from(stderr)],
    ...stateOutputs(machine.stateDir),
  ]);
  return { code, outputs };
}
