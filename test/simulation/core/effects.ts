/** A process, as far as the schedule knows it. */
export interface Owner {
  readonly machine: { readonly name: string };
}

/** Something that was begun and has not happened yet. */
export interface Effect {
  /** Whose it is: the effects of a process that died are dropped, or happen without it. */
  readonly owner: Owner;
  readonly name: string;
  readonly run: () => void;
  /** The work without its answer: what a process that died meanwhile had begun may still happen. */
  readonly orphaned?: () => void;
}

/** Never settles: what a dead process waits for. */
const NEVER = new Promise<never>(() => undefined);

/** The one place where anything that is pending waits until the schedule picks it. */
export class Effects {
  readonly #pending: Effect[] = [];
  readonly #dead = new WeakSet<object>();

  get size(): number {
    return this.#pending.length;
  }

  isDead(owner: Owner): boolean {
    return this.#dead.has(owner);
  }

  /** The promise is kept when the schedule has picked the effect and it has run. */
  call<T>(owner: Owner, name: string, perform: () => T): Promise<T> {
    if (this.#dead.has(owner)) return NEVER;
    return new Promise<T>((resolve, reject) => {
      const run = (): void => {
        try {
          resolve(perform());
        } catch (error) {
          reject(error);
        }
      };
      this.#pending.push({ owner, name, run, orphaned: perform });
    });
  }

  add(owner: Owner, name: string, run: () => void): void {
    if (!this.#dead.has(owner)) this.#pending.push({ owner, name, run });
  }

  peek(index: number): Effect | undefined {
    return this.#pending[index];
  }

  take(index: number): Effect | undefined {
    return this.#pending.splice(index, 1)[0];
  }

  /** The owner is gone; what it had begun is handed over: it may happen all the same. */
  kill(owner: Owner): readonly Effect[] {
    this.#dead.add(owner);
    const left = this.#pending.filter((effect) => effect.owner === owner);
    const others = this.#pending.filter((effect) => effect.owner !== owner);
    this.#pending.splice(0, this.#pending.length, ...others);
    return left;
  }
}

/** Ends when everything that can happen without an effect has happened: Node runs ticks once microtasks are drained. */
export function drained(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}
