/** What happened, for people and for the comparison of two runs. */
export class Story {
  readonly #lines: string[] = [];
  readonly #isTold: boolean;
  #hash = 0x811c9dc5;

  constructor(isTold: boolean) {
    this.#isTold = isTold;
  }

  /** Every effect goes into the hash; only a told story keeps words. */
  effect(name: string): void {
    let hash = this.#hash;
    for (let i = 0; i < name.length; i += 1) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
    this.#hash = hash;
    if (this.#isTold) this.#lines.push(name);
  }

  /** Words that cost something to make. */
  tell(words: () => string): void {
    if (this.#isTold) this.#lines.push(words());
  }

  get hash(): number {
    return this.#hash >>> 0;
  }

  get lines(): readonly string[] {
    return this.#lines;
  }
}
