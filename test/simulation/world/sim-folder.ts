import type { ItemPath } from '../../../shared/model/item.ts';

export interface SimFile {
  readonly text: string;
  readonly mtime: number;
  readonly inode: number;
}

/** A folder on a simulated disk: what programs see, and what a power cut would leave of it. */
export class SimFolder {
  readonly files = new Map<ItemPath, SimFile>();
  /** What has reached the disk, where that differs from what programs see; null: no such name on the disk. */
  readonly #durable = new Map<ItemPath, string | null>();
  /** Files that a program holds open, so that nobody else can read or replace them. */
  readonly locked = new Set<ItemPath>();
  isMounted = true;
  identity = 1;
  #inodes = 0;

  text(path: ItemPath): string | undefined {
    return this.files.get(path)?.text;
  }

  /** Some program writes; `isFlushed` when it is on the disk by then. */
  put(path: ItemPath, text: string, mtime: number, how: { isFlushed: boolean; isNewFile: boolean }): SimFile {
    const old = this.files.get(path);
    if (how.isFlushed) this.#durable.delete(path);
    else if (!this.#durable.has(path)) this.#durable.set(path, old?.text ?? null);
    const inode = old && !how.isNewFile ? old.inode : ++this.#inodes;
    const file = { text, mtime, inode };
    this.files.set(path, file);
    return file;
  }

  remove(path: ItemPath): void {
    const old = this.files.get(path);
    if (!old) return;
    if (!this.#durable.has(path)) this.#durable.set(path, old.text);
    this.files.delete(path);
  }

  /** Paths whose last change has not reached the disk. */
  unflushed(): readonly ItemPath[] {
    return [...this.#durable.keys()].sort();
  }

  /** The system writes everything back, as it does after half a minute. */
  flush(): void {
    this.#durable.clear();
  }

  /** What a power cut makes of one unflushed path. Answers the text that is gone, if any. */
  cut(path: ItemPath, left: 'new' | 'old' | 'empty'): string | null {
    const before = this.#durable.get(path);
    const seen = this.files.get(path);
    this.#durable.delete(path);
    if (left === 'new' || before === undefined) return null;
    const mtime = seen?.mtime ?? 0;
    if (left === 'empty' && seen) this.files.set(path, { text: '', mtime, inode: seen.inode });
    else if (before === null) this.files.delete(path);
    else this.files.set(path, { text: before, mtime: mtime - 1, inode: ++this.#inodes });
    return seen?.text ?? null;
  }
}
