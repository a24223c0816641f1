/** Splitmix32: small, fast, and the same everywhere. */
function splitmix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Every decision that the world takes, in order. 0 is always the calm one, so that a tape that is cut short or
 * filled with zeros is a quieter story, and a schedule is known by its tape alone.
 */
export class Choices {
  readonly #tape: number[] = [];
  readonly #given: readonly number[] | null;
  readonly #random: () => number;
  #isCalm = false;

  private constructor(given: readonly number[] | null, seed: number) {
    this.#given = given;
    this.#random = splitmix(seed);
  }

  static seeded(seed: number): Choices {
    return new Choices(null, seed);
  }

  static replaying(tape: readonly number[]): Choices {
    return new Choices(tape, 0);
  }

  /** What was decided so far, without the zeros at the end. */
  get tape(): readonly number[] {
    const end = this.#tape.findLastIndex((choice) => choice !== 0);
    return this.#tape.slice(0, end + 1);
  }

  /** From now on everything is benign, and nothing is recorded. */
  becomeCalm(): void {
    this.#isCalm = true;
  }

  /** 0 … count - 1; something else than 0 with this chance. */
  pick(count: number, chance = 1 - 1 / count): number {
    if (this.#isCalm || count < 2) return 0;
    if (this.#given !== null) return this.#replay(count);
    if (chance <= 0) return this.#keep(0);
    const dice = this.#random();
    return this.#keep(dice < chance ? 1 + Math.floor((dice / chance) * (count - 1)) : 0);
  }

  /** An index, each as likely as its weight says; the first one is the calm one. */
  weigh(weights: readonly number[]): number {
    if (this.#isCalm) return 0;
    if (this.#given !== null) {
      const choice = this.#replay(weights.length);
      return weights[choice] === 0 ? 0 : choice;
    }
    let total = 0;
    for (const weight of weights) total += weight;
    let dice = this.#random() * total;
    for (let i = 0; i < weights.length; i += 1) {
      dice -= weights[i] ?? 0;
      if (dice < 0) return this.#keep(i);
    }
    return this.#keep(0);
  }

  of<T>(values: readonly [T, ...T[]], chance?: number): T {
    return values[this.pick(values.length, chance)] ?? values[0];
  }

  #replay(count: number): number {
    const choice = this.#given?.[this.#tape.length] ?? 0;
    return this.#keep(choice < count ? choice : 0);
  }

  #keep(choice: number): number {
    this.#tape.push(choice);
    return choice;
  }
}
