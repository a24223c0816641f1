import type { PushItem } from '../../../electron/sync/ports.ts';
import { sectionOf } from '../../../shared/model/item.ts';
import type { Machine, SimProcess } from '../world/machine.ts';
import type { World } from '../world/world.ts';
import { pathOf } from './path-of.ts';

/** Who types all the time does not keep one cycle going: so often an item goes out in one, whatever it has become. */
const MOST_IN_A_CYCLE = 3;
/** So often the same text goes out for an answer, while nothing moves on either side; then it waits for a person. */
const MOST_ALIKE = 3;

/** The last answered push of an item, and how many before it were the same. */
export interface Sent {
  readonly text: string;
  /** What GIIP held after it. */
  readonly there: string | undefined;
  readonly times: number;
}

/** One more push of an item's own text in this cycle. */
export function countSend(world: World, process: SimProcess, wire: string): void {
  const times = (process.sentInCycle.get(wire) ?? 0) + 1;
  process.sentInCycle.set(wire, times);
  if (times > MOST_IN_A_CYCLE)
    world.violated('I4', `${process.machine.name} sent ${wire} ${times} times in one cycle`);
}

function heldOnGiip(world: World, path: string): string | undefined {
  const section = sectionOf(path);
  return [...world.server.content[section]].find(([wire]) => pathOf(section, wire) === path)?.[1];
}

/** GIIP has answered a push: the same again, with nothing new on either side, comes to an end. */
export function countAnswered(world: World, machine: Machine, items: readonly PushItem[]): void {
  for (const { section, wire, text } of items) {
    const path = pathOf(section, wire);
    // The first push's proof, and what is put back, are GIIP's own texts.
    if (path === null || machine.shown.get(path)?.has(text)) continue;
    const before = machine.answered.get(path);
    const there = heldOnGiip(world, path);
    const isAlike = before?.text === text && before.there === there;
    const times = isAlike ? before.times + 1 : 1;
    machine.answered.set(path, { text, there, times });
    if (times > MOST_ALIKE)
      world.violated(
        'I4',
        `${machine.name} sent the same ${wire} for the ${times}th time, and nothing has moved`,
      );
  }
}
