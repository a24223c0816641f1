/** What is measured in turn; answers its figure of one round, usually milliseconds. */
export type Contender = () => Promise<number>;

/** Figures by name, one for each round. */
export type Series = Readonly<Record<string, readonly number[]>>;

/** Who takes longer than this is not measured more often than needed for a spread. */
const SLOW_MS = 3_000;
const SLOW_ROUNDS = 2;

function isEnough(figures: readonly number[] = []): boolean {
  return figures.length >= SLOW_ROUNDS && Math.min(...figures) > SLOW_MS;
}

/** Everyone once, then everyone again: what the machine does meanwhile hits all of them alike. */
export async function interleave(
  rounds: number,
  contenders: Readonly<Record<string, Contender>>,
  warmUps = 0,
): Promise<Series> {
  const series = Object.fromEntries(Object.keys(contenders).map((name) => [name, [] as number[]]));
  for (let round = -warmUps; round < rounds; round += 1)
    for (const [name, measure] of Object.entries(contenders)) {
      if (isEnough(series[name])) continue;
      const figure = await measure();
      if (round >= 0) series[name]?.push(figure);
    }
  return series;
}
