import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { inProject } from '../../../build/project-paths.mjs';
import { nowMs } from './now-ms.ts';
import { PATIENCE_MS } from './within.ts';

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
  /** After this many milliseconds it is ended, with everything that it has started. */
  readonly patience?: number;
}

/** Options for Node with which a process tells its peak on its descriptor 3 when it ends. */
export const PEAK_REPORTING: readonly string[] = ['--import', inProject('test/bench/floors/peak-rss.mjs')];

function gather(stream: NodeJS.ReadableStream | null): { text: string } {
  const gathered = { text: '' };
  stream?.setEncoding('utf8').on('data', (piece: string) => {
    gathered.text += piece;
  });
  return gathered;
}

/** It leads a group of its own: a script's programs end with it. */
function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // All of them have ended by themselves.
  }
}

/** Waits for the end of a program and of its output; true when it had to be ended. */
async function isEndedLate(child: ChildProcess, patience: number): Promise<boolean> {
  const end = (): void => endGroup(child);
  process.once('exit', end);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    end();
  }, patience);
  await once(child, 'close');
  clearTimeout(timer);
  process.off('exit', end);
  return isLate;
}

/** Runs a program and takes its time from its start to its end. Nothing of this computer's own set-up takes part. */
export async function runProcess(
  program: string,
  args: readonly string[],
  { env = {}, cwd, patience = PATIENCE_MS }: RunOptions = {},
): Promise<Ran> {
  const start = nowMs();
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
    ...(cwd === undefined ? {} : { cwd }),
  });
  const ended = once(child, 'exit').then(() => nowMs() - start);
  const [out, err] = [gather(child.stdout), gather(child.stderr)];
  const peak = gather(child.stdio[3] as NodeJS.ReadableStream);
  if (await isEndedLate(child, patience)) throw new Error(`ended after ${patience / 1000} seconds`);
  const peakMb = peak.text === '' ? null : Number(peak.text) / 1024;
  return { ms: await ended, code: child.exitCode, stdout: out.text, stderr: err.text, peakMb };
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
