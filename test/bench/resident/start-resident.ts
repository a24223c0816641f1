import { fork } from 'node:child_process';
import { once } from 'node:events';
import { inProject } from '../../../build/project-paths.mjs';
import { endChild } from '../support/end-child.ts';
import { within } from '../support/within.ts';
import type { ProfiledWork, ResidentAnswer, ResidentStart, ResidentWork } from './messages.ts';

export interface Resident {
  readonly pid: number;
  do(work: ResidentWork | ProfiledWork): Promise<ResidentAnswer>;
  close(): Promise<void>;
}

/** Starts the engine in a process that stays, and runs the cycles that follow a start before anything is measured. */
export async function startResident(start: ResidentStart): Promise<Resident> {
  const child = fork(inProject('test', 'bench', 'programs', 'resident-engine.ts'));
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`resident ended: ${code}`)));
  // Whoever waits for an answer hears of it; at the end nobody waits.
  ended.catch(() => undefined);
  async function ask<T>(message: ResidentStart | ResidentWork | ProfiledWork): Promise<T> {
    const answer = once(child, 'message');
    child.send(message);
    const [value] = await within('the resident engine', Promise.race([answer, ended]));
    return value as T;
  }
  await ask(start);
  const resident: Resident = {
    pid: child.pid ?? 0,
    do: (work) => ask<ResidentAnswer>(work),
    close: () => endChild(child, () => child.disconnect()),
  };
  for (let settled = 0; settled < 2; settled += 1) {
    const { outcome } = await resident.do('cycle');
    if (outcome !== 'inSync') throw new Error(`the resident engine is ${outcome}`);
  }
  return resident;
}
