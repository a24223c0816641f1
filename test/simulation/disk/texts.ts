import type { Node } from './disk.ts';

/** One text that was written whole, and what is owed to it. */
export interface Written {
  readonly text: string;
  readonly by: 'person' | 'program';
  /** The step of the schedule in which it was written. */
  readonly step: number;
  /** A person wrote or deleted over it. */
  isDropped: boolean;
  /** It is on the disk, text and name: no power cut may take it. */
  isFlushed: boolean;
  /** Written through an open file that had no name in the folder any more, and not read by the program since. */
  isUnseen: boolean;
  /** Why its loss is a documented limit. */
  excuse: string | null;
}

/** Every text of one schedule: each is written once only, so a text tells where it comes from. */
export class Texts {
  readonly #all = new Map<string, Written>();
  /** What a power cut made of a save that was not flushed. */
  readonly #damaged = new Map<Node, string>();
  /** Durably in history: the database is none of the disk's business here. */
  readonly history = new Set<string>();

  fresh(by: Written['by'], step: number, isConfig: boolean): Written {
    const token = `${by === 'person' ? 'p' : 'n'}${this.#all.size + 1}`;
    const text = isConfig ? `{"a":"${token}","end":"${token}"}` : `${token}\nwords\nend of ${token}\n`;
    const written = { text, by, step, isDropped: false, isFlushed: false, isUnseen: false, excuse: null };
    this.#all.set(text, written);
    return written;
  }

  of(text: string): Written | undefined {
    return this.#all.get(text);
  }

  /** A person wanted something else in its place. */
  drop(text: string | undefined): void {
    const written = text === undefined ? undefined : this.#all.get(text);
    if (written) written.isDropped = true;
  }

  damaged(node: Node): void {
    this.#damaged.set(node, node.text);
  }

  /** Written whole by somebody, or a power cut's work on a person's own unflushed save. */
  isWhole(node: Node): boolean {
    return this.#all.has(node.text) || this.#damaged.get(node) === node.text;
  }

  /** The system has written everything back. */
  allFlushed(): void {
    for (const written of this.#all.values()) written.isFlushed = true;
  }

  powerCut(): void {
    for (const written of this.#all.values())
      if (!written.isFlushed) written.excuse ??= 'a power cut took a save that was not flushed';
  }

  /** A person's texts that nobody took back and that stand neither in the folder nor in history. */
  lost(standing: ReadonlySet<string>): readonly Written[] {
    return [...this.#all.values()].filter(
      ({ text, by, isDropped, isUnseen, excuse }) =>
        by === 'person' &&
        !isDropped &&
        !isUnseen &&
        excuse === null &&
        !standing.has(text) &&
        !this.history.has(text),
    );
  }
}
