/** What is measured in turn; answers its figure of one round, usually milliseconds. */
export type Contender = () => Promise<number>;

/** Figures by name, one for each round. */
export type Series = Readonly<Record<string, readonly number[]>>;

/** Everyone once, then everyone again: what the machine does meanwhile hits all of them alike. */
export async function interleave(
  rounds: number,
  contenders: Readonly<Record<string, Contender>>,
  warmUps = 0,
): Promise<Series> {
  const series = Object.fromEntries(Object.keys(contenders).map((name) => [name, [] as number[]]));
  for (let round = -warmUps; round < rounds; round += 1)
    for (const [name, measure] of Object.entries(contenders)) {
      const figure = await measure();
      if (round >= 0) series[name]?.push(figure);
    }
  return series;
}
