import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Whoever is asked to end and does not is ended. */
const GRACE_MS = 10_000;

/** Ends a program that the bench has started; `ask` is how it is asked. */
export async function endChild(child: ChildProcess, ask: () => unknown): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  ask();
  const kill = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  await gone;
  clearTimeout(kill);
}
