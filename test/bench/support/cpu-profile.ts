import type { Frame, StackTime } from './read-cpu-profile.ts';

/** A function and the time in which it was itself at work, not what it called. */
export interface SelfTime extends Frame {
  readonly ms: number;
  /** Of the time in which anything was at work. */
  readonly share: number;
}

function sum(times: Iterable<number>): number {
  return [...times].reduce((all, ms) => all + ms, 0);
}

function addedUp(stacks: readonly StackTime[], keyOf: (stack: readonly Frame[]) => string) {
  const times = new Map<string, number>();
  for (const { stack, ms } of stacks) {
    const key = keyOf(stack);
    times.set(key, (times.get(key) ?? 0) + ms);
  }
  return [...times].sort(([, one], [, other]) => other - one);
}

/** Those that took most. */
export function topSelfTimes(stacks: readonly StackTime[], count = 12): readonly SelfTime[] {
  const times = addedUp(stacks, (stack) => `${stack.at(-1)?.name}\0${stack.at(-1)?.place}`);
  const all = sum(times.map(([, ms]) => ms));
  return times.slice(0, count).map(([key, ms]) => {
    const [name = '', place = ''] = key.split('\0');
    return { name, place, ms, share: ms / all };
  });
}

/** Stacks that took less than this share of the whole are left out. */
const LEAST_SHARE = 0.002;
const MOST_BYTES = 60_000;

function line(stack: readonly Frame[]): string {
  const words = stack.map(({ name, place }) => (place === '' ? name : `${name} (${place})`));
  return words.map((word) => word.replaceAll(';', ',')).join(';');
}

/** Collapsed stacks with their microseconds, which any viewer of flame graphs reads; so small that it can be kept. */
export function foldedStacks(stacks: readonly StackTime[]): string {
  const times = addedUp(stacks, line);
  const least = LEAST_SHARE * sum(times.map(([, ms]) => ms));
  let folded = '';
  for (const [stack, ms] of times) {
    const next = `${stack} ${Math.round(ms * 1000)}\n`;
    if (ms < least || folded.length + next.length > MOST_BYTES) break;
    folded += next;
  }
  return folded;
}
