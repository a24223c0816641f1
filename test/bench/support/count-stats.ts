import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { onPath } from '../../../build/setup-system-packages.mjs';

/** Calls that ask a file how it stands, or open it. */
const CALLS = 'trace=%%stat,openat,readlink,access';

/**
 * How many calls a process made that name something below `folder` while this work was done; null where nobody can
 * look. `file` takes what was traced.
 */
export async function countCallsBelow(
  pid: number,
  folder: string,
  file: string,
  work: () => Promise<unknown>,
): Promise<number | null> {
  if (!onPath('strace')) return null;
  const tracer = spawn('strace', ['-f', '-e', CALLS, '-o', file, '-s', '4096', '-p', String(pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = once(tracer, 'exit');
  const [said] = (await Promise.race([once(tracer.stderr, 'data'), gone])) as [unknown];
  if (!String(said).includes('attached')) return null;
  await work();
  tracer.kill('SIGINT');
  await gone;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes(folder)).length;
}
