import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCli } from '../../../electron/cli/run-cli.ts';
import type { Machine, Synced, SyncJson } from './machine.ts';

/** The same command without a process of its own, for stories that are told many times. */
export async function syncInProcess(
  machine: Pick<Machine, 'connection' | 'environment'>,
  ...words: readonly string[]
): Promise<Synced> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const argv = ['sync', ...machine.connection, '--json', ...words];
  stderr.resume();
  const code = await runCli(argv, machine.environment, { stdin, stdout, stderr });
  stdout.end();
  return { ...(JSON.parse(await text(stdout)) as SyncJson), code };
}
