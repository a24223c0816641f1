import { existsSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';
import { runCli } from '../../../electron/cli/run-cli.ts';
import type { Machine } from '../../scenario/support/machine.ts';
import { readFiles } from '../../scenario/support/read-tree.ts';
import { heardIn, TOKEN_CANARY } from './canary-ear.ts';

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
