import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../../build/project-paths.mjs';
import type { DiskBench } from './disk-bench.ts';
import { type Ended, runToEnd } from './run-to-end.ts';

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
  readonly isInjected: boolean;
}

export interface Traced extends Ended {
  readonly calls: readonly TracedCall[];
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
    const isInjected = line.endsWith('(INJECTED)');
    return thread && call && rest !== undefined ? [{ thread, call, rest, isInjected }] : [];
  });
}

/** Runs the act of a bench's story as the built program under strace. */
export async function runTraced({ machine, words }: DiskBench, options: TraceOptions): Promise<Traced> {
  const log = join(machine.root, 'trace');
  const inject = options.inject === undefined ? [] : ['-e', `inject=${options.inject}`];
  // Without it every call of the program stops for strace. A signal at a call needs just that.
  const quick = options.inject?.includes(':signal=') ? [] : ['--seccomp-bpf'];
  const watched = ['-e', `trace=${options.calls.join(',')}`];
  const strace = ['-f', ...quick, '-y', '-s', '0', '-o', log, ...watched];
  const program = [process.execPath, '--import', inProject('test', 'faults', 'programs', 'warm-threads.mjs')];
  const ended = await runToEnd(
    'strace',
    [...strace, ...inject, '--', ...program, inProject('out', 'cli.mjs'), ...words],
    // One thread in the pool: the calls come in the same order each time.
    { ...machine.environment, UV_THREADPOOL_SIZE: '1', FAULTS_WARM: options.warm },
  );
  return { ...ended, calls: parse(readFileSync(log, 'utf8')) };
}
