import { type ChildProcess, spawn } from 'node:child_process';

export interface ProgramLimits {
  readonly ms: number;
  readonly bytes: number;
}

/** How a program ended. What it printed is in `stdout` only, and is for the caller alone. */
export type ProgramEnd =
  | { readonly state: 'ended'; readonly code: number | null; readonly stdout: Buffer }
  | { readonly state: 'not-started' | 'too-slow' | 'too-long' };

export type RunProgram = (
  program: string,
  args: readonly string[],
  limits: ProgramLimits,
  environment: Readonly<Record<string, string | undefined>>,
) => Promise<ProgramEnd>;

/** A program may leave children that hold its output open; they are not waited for. */
const GRACE_MS = 500;

/** With everything that it started, where the system has groups of processes. */
function kill({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Runs a program without a shell and hears what it prints, up to limits that end it. Never rejects. */
export const runProgram: RunProgram = (program, args, { ms, bytes }, environment) =>
  new Promise((resolve) => {
    const child = spawn(program, [...args], {
      env: { ...environment },
      shell: false,
      detached: process.platform !== 'win32',
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const heard: Buffer[] = [];
    let length = 0;
    let grace: NodeJS.Timeout | undefined;
    const end = (how: ProgramEnd): void => {
      clearTimeout(limit);
      clearTimeout(grace);
      kill(child);
      child.stdout.destroy();
      child.unref();
      resolve(how);
    };
    const limit = setTimeout(() => end({ state: 'too-slow' }), ms);
    const ended = (code: number | null): void =>
      end({ state: 'ended', code, stdout: Buffer.concat(heard, length) });
    child.on('error', () => end({ state: 'not-started' }));
    child.stdout.on('data', (chunk: Buffer) => {
      heard.push(chunk);
      length += chunk.length;
      if (length > bytes) end({ state: 'too-long' });
    });
    child.on('exit', (code) => {
      grace = setTimeout(() => ended(code), GRACE_MS);
    });
    child.on('close', ended);
  });
