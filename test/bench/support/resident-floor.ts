import { fork } from 'node:child_process';
import { once } from 'node:events';
import { endChild } from './end-child.ts';
import { floorProgram } from './floor-program.ts';
import { within } from './within.ts';

export interface ResidentFloor {
  /** Milliseconds of one round inside the process. */
  round(): Promise<number>;
  close(): Promise<void>;
}

/** A floor in a process that stays: `name` is a program in `test/bench/floors`. */
export function residentFloor(name: string, ...args: readonly string[]): ResidentFloor {
  const child = fork(floorProgram(name), args);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${name} ended`)));
  ended.catch(() => undefined);
  return {
    async round() {
      const answer = once(child, 'message');
      child.send('again');
      const [ms] = await within(name, Promise.race([answer, ended]));
      return ms;
    },
    close: () => endChild(child, () => child.kill()),
  };
}
