import { fork } from 'node:child_process';
import { once } from 'node:events';
import { inProject } from '../../../build/project-paths.mjs';
import { within } from '../support/within.ts';
import type { Answered, GiipOrder, GiipWord } from './messages.ts';

export interface BenchGiip {
  readonly url: string;
  /** Requests answered since the last call of this. */
  takeAnswered(): readonly Answered[];
  /** The next PUT that is answered from now on. */
  nextPut(): Promise<Answered>;
  /** Holds what lies in this `.openclaw` folder, and nothing else. */
  load(root: string): Promise<void>;
  clear(): Promise<void>;
  /** Other hashes for what it holds: the next pull is sent everything. */
  renewHashes(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the bench's GIIP as a process of its own, so that it costs the measured one nothing. */
export async function startBenchGiip(): Promise<BenchGiip> {
  const child = fork(inProject('test', 'bench', 'programs', 'bench-giip.ts'));
  let answered: Answered[] = [];
  const puts = new Set<(put: Answered) => void>();
  child.on('message', (word: GiipWord) => {
    if (word.word !== 'answered') return;
    answered.push(word.answered);
    if (word.answered.call !== 'put') return;
    for (const tell of puts) tell(word.answered);
    puts.clear();
  });
  const [first] = (await once(child, 'message')) as [GiipWord];
  if (first.word !== 'listening') throw new Error('the GIIP of the bench did not start');

  async function order(what: GiipOrder): Promise<void> {
    const done = new Promise<void>((resolve) => {
      const listen = (word: GiipWord): void => {
        if (word.word !== 'done') return;
        child.off('message', listen);
        resolve();
      };
      child.on('message', listen);
    });
    child.send(what);
    await within(`GIIP (${what.order})`, done);
  }

  return {
    url: first.url,
    takeAnswered() {
      const taken = answered;
      answered = [];
      return taken;
    },
    nextPut: () => within('a push to GIIP', new Promise<Answered>((resolve) => puts.add(resolve))),
    async load(root) {
      await order({ order: 'clear' });
      await order({ order: 'load', root });
    },
    clear: () => order({ order: 'clear' }),
    renewHashes: () => order({ order: 'renewHashes' }),
    async close() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
