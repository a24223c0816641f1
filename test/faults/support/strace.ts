import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { inProject } from '../../../build/project-paths.mjs';
import type { DiskBench } from './disk-bench.ts';

/** The calls that change a disk, or hand out what changes it. */
export const SYSTEM_CALLS = [
  'openat',
  'rename',
  'renameat2',
  'link',
  'linkat',
  'unlink',
  'unlinkat',
  'fsync',
  'fdatasync',
  'write',
  'pwrite64',
  'ftruncate',
  'mkdir',
  'rmdir',
  'chmod',
  'fchmod',
] as const;

export type Thread = 'main' | 'pool';

/** One call of a thread, in the program as it runs undisturbed. */
export interface TracedCall {
  readonly thread: string;
  readonly call: string;
  /** The rest of the line, with the paths of file descriptors in it. */
  readonly rest: string;
}

export interface Traced {
  readonly calls: readonly TracedCall[];
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface TraceOptions {
  readonly warm: Thread;
  readonly calls: readonly string[];
  /** What strace does to a call, as it is typed: `fsync:error=EIO:when=3`. */
  readonly inject?: string;
}

/** Says what is missing when this computer cannot be made to fail on purpose; there is no test without it. */
export function demandStrace(): void {
  const { status, error, stderr } = spawnSync('strace', ['-f', '-e', 'trace=none', 'true'], {
    encoding: 'utf8',
  });
  if (status === 0) return;
  const why = error ? `it cannot be started (${error.message})` : `ptrace is not permitted: ${stderr}`;
  throw new Error(
    `These tests need strace, and ${why}. Install it (apt-get install strace); in a container allow it (--cap-add=SYS_PTRACE).`,
  );
}

function parse(log: string): readonly TracedCall[] {
  return log.split('\n').flatMap((line) => {
    const found = /^(\d+)\s+(?:<\.\.\. )?(\w+)\((.*)$/.exec(line);
    const [, thread, call, rest] = found ?? [];
    return thread && call && rest !== undefined ? [{ thread, call, rest }] : [];
  });
}

/** Runs the act of a bench's story as the built program under strace. */
export async function runTraced({ machine, words }: DiskBench, options: TraceOptions): Promise<Traced> {
  const log = join(machine.root, 'trace');
  const inject = options.inject === undefined ? [] : ['-e', `inject=${options.inject}`];
  const strace = ['-f', '-y', '-s', '0', '-o', log, '-e', `trace=${options.calls.join(',')}`];
  const program = [process.execPath, '--import', inProject('test', 'faults', 'programs', 'warm-threads.mjs')];
  const child = spawn(
    'strace',
    [...strace, ...inject, '--', ...program, inProject('out', 'cli.mjs'), ...words],
    {
      env: {
        PATH: process.env.PATH ?? '',
        ...machine.environment,
        // One thread in the pool: the calls come in the same order each time.
        UV_THREADPOOL_SIZE: '1',
        FAULTS_WARM: options.warm,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const [stdout, stderr, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null, string | null]>,
  ]);
  return { calls: parse(readFileSync(log, 'utf8')), code, signal, stdout, stderr };
}
