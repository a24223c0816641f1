import { fork } from 'node:child_process';
import { once } from 'node:events';
import { floorProgram } from './floor-program.ts';

export interface ResidentFloor {
  /** Milliseconds of one round inside the process. */
  round(): Promise<number>;
  close(): Promise<void>;
}

/** A floor in a process that stays: `name` is a program in `test/bench/floors`. */
export function residentFloor(name: string, ...args: readonly string[]): ResidentFloor {
  const child = fork(floorProgram(name), args);
  const ended = once(child, 'exit');
  return {
    async round() {
      const answer = once(child, 'message');
      child.send('again');
      const [ms] = await Promise.race([answer, ended.then(() => Promise.reject(new Error(`${name} ended`)))]);
      return ms;
    },
    async close() {
      child.kill();
      await ended;
    },
  };
}
