import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** What a program left behind it. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs any program to its end, with nothing of this computer's own set-up but its PATH. */
export async function runCommandLine(
  program: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<Ran> {
  const child = spawn(program, args, { cwd, env: { PATH: process.env.PATH ?? '', ...env } });
  child.stdin.end();
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}
