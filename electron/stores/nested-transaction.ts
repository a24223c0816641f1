/** What a transaction begins, commits and rolls back on. */
export interface TransactionSteps {
  begin(): void;
  commit(): void;
  rollback(): void;
}

/**
 * Transactions that join the outer one. Once any of them has failed the whole is rolled back, even if somebody in
 * between caught the exception: half of a unit of work must never be committed.
 */
export class NestedTransaction {
  readonly #steps: TransactionSteps;
  #depth = 0;
  #failure: { readonly reason: unknown } | undefined;

  constructor(steps: TransactionSteps) {
    this.#steps = steps;
  }

  /** Runs `work`; the outermost call commits or rolls back. */
  run<T>(work: () => T): T {
    return this.#depth === 0 ? this.#outermost(work) : this.#step(work);
  }

  #outermost<T>(work: () => T): T {
    this.#failure = undefined;
    this.#steps.begin();
    try {
      const value = this.#step(work);
      this.#throwFailure();
      this.#steps.commit();
      return value;
    } catch (error) {
      this.#steps.rollback();
      throw error;
    }
  }

  #step<T>(work: () => T): T {
    this.#depth += 1;
    try {
      return refusePromise(work());
    } catch (error) {
      this.#failure ??= { reason: error };
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) {
      throw this.#failure.reason;
    }
  }
}

/** An async function would go on writing after the commit: a mistake that must be loud. */
function refusePromise<T>(value: T): T {
  if (value instanceof Promise) {
    throw new TypeError('a transaction must be synchronous');
  }
  return value;
}
