import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { endChild } from '../support/end-child.ts';
import { CLI, type Place, placeEnvironment, placeWords } from '../support/place.ts';
import { within } from '../support/within.ts';

/** `watch` as it ships. */
export interface RunningWatch {
  readonly pid: number;
  /** The end of the next cycle that has something to tell. */
  nextReport(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it; ready once its first cycle is over. `node` are options for Node itself. */
export async function startWatch(
  place: Place,
  apiUrl: string,
  node: readonly string[] = [],
): Promise<RunningWatch> {
  const words = [...node, CLI, 'watch', ...placeWords(place, apiUrl), '--json'];
  const child = spawn(process.execPath, words, {
    env: { PATH: process.env.PATH ?? '', ...placeEnvironment(place) },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // It would watch for ever if the bench were ended before it.
  const kill = (): unknown => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`watch ended: ${code}`)));
  ended.catch(() => undefined);
  const nextReport = async (): Promise<void> => {
    await within('watch', Promise.race([once(lines, 'line'), ended]));
  };
  await nextReport();
  return {
    pid: child.pid ?? 0,
    nextReport,
    stop: () => endChild(child, () => child.kill('SIGTERM')),
  };
}
