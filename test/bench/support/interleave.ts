import type { Stage } from './stage.ts';

/** What is measured in turn; answers its figure of one round, usually milliseconds. */
export type Contender = () => Promise<number>;

export type Contenders = Readonly<Record<string, Contender>>;

/** Figures by name, one for each round. */
export type Series = Readonly<Record<string, readonly number[]>>;

/** Who takes longer than this is not measured more often than needed for a spread. */
const SLOW_MS = 1_500;
const SLOW_ROUNDS = 2;

/** Whether these figures are slow ones, and enough of them. */
export function isEnough(figures: readonly number[] = []): boolean {
  return figures.length >= SLOW_ROUNDS && Math.min(...figures) > SLOW_MS;
}

/**
 * Everyone once, then everyone again: what the machine does meanwhile hits all of them alike. Whoever fails is left out
 * from then on and named; the others go on.
 */
export async function interleave(
  { rounds, figures, size }: Pick<Stage, 'rounds' | 'figures' | 'size'>,
  contenders: Contenders,
  warmUps = 0,
): Promise<Series> {
  const series = new Map(Object.keys(contenders).map((name) => [name, [] as number[]]));
  for (let round = -warmUps; round < rounds; round += 1)
    for (const [name, taken] of series) {
      if (isEnough(taken)) continue;
      try {
        const figure = (await contenders[name]?.()) ?? Number.NaN;
        // A slow one needs no warming up: its first run counts.
        if (round >= 0 || figure > SLOW_MS) taken.push(figure);
      } catch (cause) {
        figures.gap(`${size}, ${name}: ${cause instanceof Error ? cause.message : cause}`);
        series.delete(name);
      }
    }
  return Object.fromEntries(series);
}
