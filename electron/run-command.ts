import { endOnSurprise } from './cli/end-on-surprise.ts';
import { keepHeapSmall } from './cli/keep-heap-small.ts';
import { runCli } from './cli/run-cli.ts';

/** Runs one command in this process, whatever it is; answers its exit code. */
export function runCommand(argv: readonly string[]): Promise<number> {
  keepHeapSmall();
  endOnSurprise(process.stderr);
  return runCli(argv, process.env, process);
}
