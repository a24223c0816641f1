import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Node 24 runs TypeScript as it is; the tests themselves may run on another one. */
const NODE = join(import.meta.dirname, '../../../node_modules/node/bin/node');

/** A program of the folder beside in a process of its own, spoken with line by line. */
export class Child {
  readonly #process: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor(program: string, args: readonly string[], user?: number) {
    this.#process = spawn(NODE, [join(import.meta.dirname, 'programs', program), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      ...(user === undefined ? {} : { uid: user, gid: user }),
    });
    const { stdout } = this.#process;
    if (stdout === null) {
      throw new Error('no pipe');
    }
    this.#lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  }

  /** The next line it writes; undefined when it has ended. */
  async line(): Promise<string | undefined> {
    const { done, value } = await this.#lines.next();
    return done === true ? undefined : value;
  }

  /** Reads on to a line that must come. */
  async until(expected: string): Promise<void> {
    for (let line = await this.line(); line !== expected; line = await this.line()) {
      if (line === undefined) {
        throw new Error(`the child ended before it said "${expected}"`);
      }
    }
  }

  /** kill -9; answers when it is dead. */
  async kill(): Promise<void> {
    if (this.#process.exitCode === null) {
      const dead = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await dead;
    }
  }
}
