import type { Choices } from '../core/choices.ts';
import type { ServerNature } from './sim-server.ts';

/** What one schedule is about: which kinds of trouble it may have, and how much of each. 0: none of it. */
export interface Mood {
  readonly machines: number;
  readonly items: number;
  /** Something happens between two effects. */
  readonly interrupts: number;
  readonly files: number;
  readonly network: number;
  readonly deaths: number;
  readonly database: number;
  readonly isWide: boolean;
  /** Time stamps of two seconds, as on FAT. */
  readonly isCoarse: boolean;
  readonly events: number;
  readonly nature: ServerNature;
}

const RARE = 0.25;

const ODD_WIRES = [
  {},
  { refusedWire: 'c.json' },
  { refusedWire: 'docs/a.md' },
  { forgottenWire: 'docs/a.md' },
  { forgottenWire: 'c.json' },
] as const;

function nature(choices: Choices): ServerNature {
  return {
    refusedWire: null,
    forgottenWire: null,
    documents: choices.of(['full', 'changed-only']),
    hash: choices.of(['content', 'counter', 'per-answer', 'none'], 0.4),
    isLenient304: choices.pick(2, RARE) === 1,
    normalise: choices.of(
      ['none', 'trim', 'crlf', 'lf', 'strip-bom', 'add-final-newline', 'question-marks', 'backslash-n'],
      0.35,
    ),
    spelling: choices.of(['as-sent', 'backslash', 'without-docs'], RARE),
    push: choices.of(['merge', 'replace-all'], 0.08),
    staleAfterPush: choices.of([0, 1, 2], RARE),
    ...choices.of<Partial<ServerNature>>([...ODD_WIRES], 0.1),
  };
}

/** Swarm testing (Groce et al. 2012): a schedule that lacks most kinds of trouble goes deeper into the rest. */
export function chooseMood(choices: Choices): Mood {
  return {
    machines: 1 + choices.weigh([5, 4, 1]),
    items: 2 + choices.weigh([3, 4, 2, 1]),
    interrupts: choices.of([0, 0.02, 0.08, 0.25], 0.8),
    files: choices.of([0, 0.02, 0.1], 0.4),
    network: choices.of([0, 0.05, 0.2], 0.5),
    deaths: choices.of([0, 0.01, 0.04], 0.45),
    database: choices.of([0, 0.01, 0.04], 0.25),
    isWide: choices.pick(2, 0.2) === 1,
    isCoarse: choices.pick(2, 0.15) === 1,
    events: 6 + choices.pick(14),
    nature: nature(choices),
  };
}
