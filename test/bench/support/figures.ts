import type { SizeName } from '../tree/sizes.ts';
import type { SelfTime } from './cpu-profile.ts';
import type { Series } from './interleave.ts';

export interface KeptProfile {
  readonly goal: number;
  readonly size: SizeName;
  readonly files: readonly string[];
  readonly top: readonly SelfTime[];
}

/** A scenario at one size. */
export interface Part {
  /** For which it was measured; it may have figures for more. */
  readonly goals: readonly number[];
  readonly seconds: number;
  /** What it could not measure, and why. */
  readonly gaps: readonly string[];
  /** One that broke off is measured again by a run that goes on from here. */
  readonly isWhole: boolean;
}

/** As they are kept beside the page. */
export interface KeptFigures {
  readonly runs: readonly string[];
  readonly parts: Readonly<Record<string, Part>>;
  readonly values: Readonly<Record<string, readonly number[]>>;
  readonly profiles: readonly KeptProfile[];
}

const NOTHING: KeptFigures = { runs: [], parts: {}, values: {}, profiles: [] };

/** Everything that was measured: goal, size and name of what was measured lead to one figure for each round. */
export class Figures {
  readonly #values: Map<string, readonly number[]>;
  readonly #parts: Map<string, Part>;
  readonly #runs: readonly string[];
  #gaps: string[] = [];
  #profiles: readonly KeptProfile[];
  /** What is said of this run: when it was, and how busy the machine. */
  #run = '';

  /** Goes on from what an earlier run has kept. */
  constructor({ runs, parts, values, profiles }: KeptFigures = NOTHING) {
    this.#runs = runs;
    this.#parts = new Map(Object.entries(parts));
    this.#values = new Map(Object.entries(values));
    this.#profiles = profiles;
  }

  note(goal: number, size: SizeName, name: string, values: readonly number[]): void {
    if (values.length > 0) this.#values.set(`${goal} ${size} ${name}`, values);
  }

  noteAll(goal: number, size: SizeName, series: Series): void {
    for (const [name, values] of Object.entries(series)) this.note(goal, size, name, values);
  }

  keepProfile(profile: KeptProfile): void {
    this.#profiles = [...this.#profiles.filter(({ goal }) => goal !== profile.goal), profile];
  }

  /** What the part that is measured now cannot tell. */
  gap(words: string): void {
    this.#gaps.push(words);
  }

  sayOfRun(words: string): void {
    this.#run = words;
  }

  endPart(name: string, part: Omit<Part, 'gaps'>): void {
    this.#parts.set(name, { ...part, gaps: this.#gaps });
    this.#gaps = [];
  }

  /** Whether a part was measured to its end for all these goals. */
  has(name: string, goals: readonly number[]): boolean {
    const part = this.#parts.get(name);
    return part?.isWhole === true && goals.every((goal) => part.goals.includes(goal));
  }

  of(goal: number, size: SizeName, name: string): readonly number[] | undefined {
    return this.#values.get(`${goal} ${size} ${name}`);
  }

  names(goal: number): readonly string[] {
    const own = [...this.#values.keys()].filter((key) => key.startsWith(`${goal} `));
    return [...new Set(own.map((key) => key.split(' ').slice(2).join(' ')))];
  }

  kept(): KeptFigures {
    return {
      runs: [...this.#runs, this.#run].filter(Boolean),
      parts: Object.fromEntries(this.#parts),
      values: Object.fromEntries(this.#values),
      profiles: this.#profiles,
    };
  }
}
