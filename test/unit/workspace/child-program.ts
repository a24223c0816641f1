import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

const REPOSITORY = resolve(import.meta.dirname, '../../..');

/** Runs TypeScript as it is, which Node 20 cannot; the pinned one of the development tools can. */
const NODE = process.features.typescript
  ? process.execPath
  : join(REPOSITORY, 'node_modules', 'node', 'bin', 'node');

export interface ChildProgram {
  readonly process: ChildProcess;
  /** The next line that it prints; undefined after its end. */
  line(): Promise<string | undefined>;
  /** Ends it as a power cut would: nothing of it runs any more. */
  kill(): Promise<void>;
}

/** One of the `programs`, in a process of its own. */
export function childProgram(name: string, args: readonly string[]): ChildProgram {
  const child = spawn(NODE, [join(import.meta.dirname, 'programs', name), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((end) => child.once('close', () => end()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  return {
    process: child,
    async line() {
      const next = await lines.next();
      return next.done === true ? undefined : String(next.value);
    },
    kill,
  };
}
