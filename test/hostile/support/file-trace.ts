import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { inProject } from '../../../build/project-paths.mjs';
import type { Machine } from '../../scenario/support/machine.ts';
import { type Ran, runCommandLine } from './run-command-line.ts';

/** One thing that a process did to a path. */
export interface Touch {
  readonly call: string;
  readonly path: string;
}

/** Calls that change what stands at a path, or what is said about it. */
const CHANGES =
  /^(?:creat|mkdir|mknod|rename|link|symlink|unlink|rmdir|truncate|chmod|fchmodat|chown|lchown|fchownat|utime|futimesat|setxattr|lsetxattr|removexattr|mount|umount)/;
const OPENS_TO_WRITE = /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND|O_TMPFILE/;
const WRITES = /^(?:write|pwrite|writev|ftruncate|fallocate|fchmod$|fchown$|copy_file_range|sendfile)/;

/** strace spells what is not plain ASCII as octal bytes. */
function unescaped(text: string): string {
  const bytes: number[] = [];
  for (const [all, octal, letter] of text.matchAll(/\\([0-7]{1,3})|\\(.)|[^\\]+/gs)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else if (letter !== undefined)
      bytes.push(...Buffer.from({ n: '\n', t: '\t', r: '\r', v: '\v', f: '\f' }[letter] ?? letter));
    else bytes.push(...Buffer.from(all));
  }
  return Buffer.from(bytes).toString();
}

/** Every path that a call names, whole: relative ones stand below the folder that the call was made with. */
function pathsOf(args: string): readonly string[] {
  const named = /(?:(?:AT_FDCWD|\d+)<((?:[^>\\]|\\.)*)>, )?"((?:[^"\\]|\\.)*)"/g;
  return [...args.matchAll(named)].map(([, folder = '/', name = '']) =>
    posix.resolve(unescaped(folder), unescaped(name)),
  );
}

/** What a trace (`strace -f -y`) says was changed. Failed calls count: trying is bad enough. */
export function touchesIn(trace: string): readonly Touch[] {
  return trace.split('\n').flatMap((line): Touch[] => {
    const [, call = '', args = ''] = /^(?:\d+ +)?(\w+)\((.*)$/.exec(line) ?? [];
    if (CHANGES.test(call) || (/^open(?:at2?)?$/.test(call) && OPENS_TO_WRITE.test(args)))
      return pathsOf(args).map((path) => ({ call, path }));
    const file = WRITES.test(call) ? /^\d+<(\/(?:[^>\\]|\\.)*)>/.exec(args)?.[1] : undefined;
    return file === undefined ? [] : [{ call, path: posix.normalize(unescaped(file)) }];
  });
}

const TRACED =
  'trace=%file,write,pwrite64,writev,pwritev,pwritev2,ftruncate,fallocate,fchmod,fchown,copy_file_range,sendfile';

/** Runs one command of the built program under strace; answers what it said and what it touched. */
export async function traced(
  machine: Machine,
  command: string,
  ...words: readonly string[]
): Promise<{ readonly ran: Ran; readonly touches: readonly Touch[] }> {
  const log = join(machine.root, 'trace.log');
  const program = [process.execPath, inProject('out', 'cli.mjs'), command, ...machine.connection, ...words];
  const ran = await runCommandLine('strace', ['-f', '-y', '-o', log, '-e', TRACED, ...program], {
    cwd: machine.root,
    env: machine.environment,
  });
  return { ran, touches: touchesIn(readFileSync(log, 'utf8')) };
}
