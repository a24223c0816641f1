import type { SizeName } from '../tree/sizes.ts';
import type { SelfTime } from './cpu-profile.ts';
import type { Series } from './interleave.ts';

export interface KeptProfile {
  readonly goal: number;
  readonly size: SizeName;
  readonly files: readonly string[];
  readonly top: readonly SelfTime[];
}

/** Everything that was measured: goal, size and name of what was measured lead to one figure for each round. */
export class Figures {
  readonly #values = new Map<string, readonly number[]>();
  readonly #names = new Map<number, Set<string>>();
  /** What could not be measured, and why. */
  readonly gaps: string[] = [];
  /** Where the time of goals that were not met went. */
  readonly profiles: KeptProfile[] = [];

  note(goal: number, size: SizeName, name: string, values: readonly number[]): void {
    if (values.length === 0) return;
    this.#values.set(`${goal} ${size} ${name}`, values);
    this.#names.set(goal, (this.#names.get(goal) ?? new Set()).add(name));
  }

  noteAll(goal: number, size: SizeName, series: Series): void {
    for (const [name, values] of Object.entries(series)) this.note(goal, size, name, values);
  }

  keepProfile(profile: KeptProfile): void {
    this.profiles.push(profile);
  }

  gap(words: string): void {
    this.gaps.push(words);
  }

  of(goal: number, size: SizeName, name: string): readonly number[] | undefined {
    return this.#values.get(`${goal} ${size} ${name}`);
  }

  names(goal: number): readonly string[] {
    return [...(this.#names.get(goal) ?? [])];
  }

  /** As they are kept beside the page. */
  all(): Readonly<Record<string, readonly number[]>> {
    return Object.fromEntries(this.#values);
  }
}
