import { Choices } from './choices.ts';
import { Coverage } from './coverage.ts';
import type { Outcome } from './outcome.ts';
import { WORLDS, type WorldName } from './worlds.ts';

/** So many runs are spent on making a tape smaller. */
const BUDGET = 3_000;

export async function replay(tape: readonly number[], world: WorldName, isTold = false): Promise<Outcome> {
  return WORLDS[world](Choices.replaying(tape), new Coverage(), isTold);
}

/** A candidate is better when the same oracle fails and its own tape is shorter, or quieter at equal length. */
function isBetter(candidate: Outcome, best: Outcome): boolean {
  if (candidate.failure?.oracle !== best.failure?.oracle) return false;
  const weight = ({ tape }: Outcome): number => tape.reduce((sum, choice) => sum + choice, 0);
  const busy = ({ tape }: Outcome): number => tape.filter((choice) => choice !== 0).length;
  if (busy(candidate) !== busy(best)) return busy(candidate) < busy(best);
  if (candidate.tape.length !== best.tape.length) return candidate.tape.length < best.tape.length;
  return weight(candidate) < weight(best);
}

function* candidates(tape: readonly number[]): Generator<readonly number[]> {
  for (let size = tape.length >> 1; size > 0; size >>= 1) {
    for (let at = tape.length - size; at >= 0; at -= size) {
      yield tape.toSpliced(at, size);
      if (tape.slice(at, at + size).some((choice) => choice !== 0))
        yield tape.toSpliced(at, size, ...Array<number>(size).fill(0));
    }
  }
  for (const [at, choice] of tape.entries()) {
    if (choice > 1) yield tape.with(at, 1);
    if (choice > 0) yield tape.with(at, choice - 1);
  }
}

/** A smaller tape that breaks the same oracle: shorter, and with fewer choices that are not calm. */
export async function shrink(tape: readonly number[], world: WorldName): Promise<Outcome> {
  let best = await replay(tape, world);
  let left = BUDGET;
  for (let hasShrunk = true; hasShrunk && left > 0; ) {
    hasShrunk = false;
    for (const candidate of candidates(best.tape)) {
      left -= 1;
      if (left <= 0) break;
      const outcome = await replay(candidate, world);
      if (!isBetter(outcome, best)) continue;
      best = outcome;
      hasShrunk = true;
      break;
    }
  }
  return replay(best.tape, world, true);
}
