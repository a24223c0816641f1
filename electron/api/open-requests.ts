/** Requests under way, so that they can be ended together. */
export class OpenRequests {
  readonly #ends = new Set<() => unknown>();

  /** Does the work; `end` is what ends it before its time. */
  async during<T>(end: () => unknown, work: () => Promise<T>): Promise<T> {
    this.#ends.add(end);
    try {
      return await work();
    } finally {
      this.#ends.delete(end);
    }
  }

  async endAll(): Promise<void> {
    await Promise.all([...this.#ends].map((end) => end()));
  }
}
