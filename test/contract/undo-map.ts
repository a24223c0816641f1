/** Takes back what happened since the last `begin`, newest first. */
export class UndoLog {
  #steps: (() => void)[] | undefined;

  begin(): void {
    this.#steps = [];
  }

  commit(): void {
    this.#steps = undefined;
  }

  rollback(): void {
    const steps = this.#steps ?? [];
    this.#steps = undefined;
    for (const step of steps.reverse()) {
      step();
    }
  }

  /** Outside of a transaction there is nothing to take back. */
  note(step: () => void): void {
    this.#steps?.push(step);
  }
}

/** A map whose changes an undo log can take back. Values are copied on the way in, as a database would. */
export class UndoMap<K, V> {
  readonly #entries = new Map<K, V>();
  readonly #undo: UndoLog;
  readonly #beforeWrite: () => void;

  constructor(undo: UndoLog, beforeWrite: () => void) {
    this.#undo = undo;
    this.#beforeWrite = beforeWrite;
  }

  get(key: K): V | undefined {
    return this.#entries.get(key);
  }

  keys(): readonly K[] {
    return [...this.#entries.keys()];
  }

  values(): readonly V[] {
    return [...this.#entries.values()];
  }

  set(key: K, value: V): void {
    this.#beforeWrite();
    this.#noteOld(key);
    this.#entries.set(key, structuredClone(value));
  }

  delete(key: K): void {
    this.#beforeWrite();
    this.#noteOld(key);
    this.#entries.delete(key);
  }

  clear(): void {
    for (const key of this.keys()) {
      this.delete(key);
    }
  }

  #noteOld(key: K): void {
    const had = this.#entries.has(key);
    const old = this.#entries.get(key);
    this.#undo.note(() => {
      if (had) {
        this.#entries.set(key, old as V);
      } else {
        this.#entries.delete(key);
      }
    });
  }
}
