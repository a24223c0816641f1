import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { inProject } from '../../../build/project-paths.mjs';

/** What a command left behind it. */
export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Environment = Readonly<Record<string, string>>;

/** The program as it was started, with its words so far. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ran>;
  /** Resolves when standard output holds this text. */
  said(text: string): Promise<void>;
  /** Resolves when standard error holds this text. */
  complained(text: string): Promise<void>;
}

export interface RunOptions extends Pick<SpawnOptions, 'uid' | 'gid' | 'cwd'> {
  readonly env?: Environment;
  readonly stdin?: string;
  /** A program and its words through which it is started. */
  readonly through?: readonly string[];
  /** An open file that standard error shall be. */
  readonly stderr?: number;
}

/** Nothing of this computer's own set-up takes part: no proxy, no token, no data folder. */
function cleanEnvironment(env: Environment): Environment {
  return { PATH: process.env.PATH ?? '', ...env };
}

function collect(stream: NodeJS.ReadableStream | null): { text: string } {
  const collected = { text: '' };
  stream?.setEncoding('utf8');
  stream?.on('data', (chunk: string) => {
    collected.text += chunk;
  });
  return collected;
}

/** Starts `node out/cli.mjs` with these words. */
export function startProgram(
  args: readonly string[],
  { env = {}, stdin = '', stderr, through = [], ...options }: RunOptions = {},
): Running {
  const [program = '', ...words] = [...through, process.execPath, inProject('out', 'cli.mjs'), ...args];
  const child = spawn(program, words, {
    ...options,
    env: cleanEnvironment(env),
    stdio: ['pipe', 'pipe', stderr ?? 'pipe'],
  });
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  // A program that does not read its input may be gone before it is written.
  child.stdin?.on('error', () => undefined).end(stdin);
  const ended = once(child, 'close').then(([code, signal]): Ran => {
    return { code, signal, stdout: out.text, stderr: err.text };
  });
  const heard = async (stream: Readable | null, so: { text: string }, text: string): Promise<void> => {
    while (stream && !so.text.includes(text))
      await Promise.race([once(stream, 'data'), tooEarly(ended, text)]);
  };
  return {
    child,
    ended,
    said: (text) => heard(child.stdout, out, text),
    complained: (text) => heard(child.stderr, err, text),
  };
}

async function tooEarly(ended: Promise<Ran>, text: string): Promise<never> {
  const { code, stdout, stderr } = await ended;
  throw new Error(`ended with ${code} before it said ${text}: ${stdout}${stderr}`);
}

/** Runs it to its end. */
export function runProgram(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return startProgram(args, options).ended;
}
