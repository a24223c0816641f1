/** An oracle that was broken; `oracle` is its number in research/reliability.md, section 2.2. */
export class Violation extends Error {
  readonly oracle: string;

  constructor(oracle: string, words: string) {
    super(`${oracle}: ${words}`);
    this.name = 'Violation';
    this.oracle = oracle;
  }
}

/** The process died in the middle of a synchronous call; nothing of it goes on. */
export class Killed extends Error {
  constructor() {
    super('killed');
    this.name = 'Killed';
  }
}
