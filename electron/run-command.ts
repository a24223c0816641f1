import { endOnSurprise } from './cli/end-on-surprise.ts';
import { keepYoungHeapSmall } from './cli/keep-young-heap-small.ts';
import { runCli } from './cli/run-cli.ts';

/** Runs one command in this process, whatever it is; answers its exit code. */
export function runCommand(argv: readonly string[]): Promise<number> {
  keepYoungHeapSmall();
  endOnSurprise(process.stderr);
  return runCli(argv, process.env, process);
}
