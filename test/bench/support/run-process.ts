import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inProject } from '../../../build/project-paths.mjs';
import { nowMs } from './now-ms.ts';

/** A process that has run to its end. */
export interface Ran {
  readonly ms: number;
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Megabytes, where the process told them itself (`peakReporting`). */
  readonly peakMb: number | null;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Nothing that is measured takes this long unless something is wrong with it. */
const PATIENCE_MS = 300_000;

/** Options for Node with which a process tells its peak on its descriptor 3 when it ends. */
export const PEAK_REPORTING: readonly string[] = ['--import', inProject('test/bench/floors/peak-rss.mjs')];

function gather(stream: NodeJS.ReadableStream | null): { text: string } {
  const gathered = { text: '' };
  stream?.setEncoding('utf8').on('data', (piece: string) => {
    gathered.text += piece;
  });
  return gathered;
}

/** Runs a program and takes its time from its start to its end. Nothing of this computer's own set-up takes part. */
export async function runProcess(
  program: string,
  args: readonly string[],
  { env = {}, cwd }: RunOptions = {},
): Promise<Ran> {
  const start = nowMs();
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
    ...(cwd === undefined ? {} : { cwd }),
  });
  const ended = once(child, 'exit').then(() => nowMs() - start);
  const [out, err] = [gather(child.stdout), gather(child.stderr)];
  const peak = gather(child.stdio[3] as NodeJS.ReadableStream);
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal === 'SIGKILL') throw new Error(`${program} was ended after ${PATIENCE_MS / 1000} seconds`);
  const peakMb = peak.text === '' ? null : Number(peak.text) / 1024;
  return { ms: await ended, code, stdout: out.text, stderr: err.text, peakMb };
}

/** The same, for a program that must succeed. */
export async function runWell(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ran> {
  const ran = await runProcess(program, args, options);
  if (ran.code === 0) return ran;
  const said = `${ran.stdout.slice(-600)}${ran.stderr.slice(-600)}`;
  throw new Error(`${program} ${args[0]} ended with ${ran.code}: ${said}`);
}
