/** Items whose bytes are joined together once; a change only spoils its own block. */
const BLOCK_ITEMS = 256;

/** What GIIP holds of one section, as bytes of JSON that are ready to be sent. */
export class HeldSection {
  readonly #name: string;
  readonly #places = new Map<string, number>();
  readonly #items: Buffer[] = [];
  readonly #blocks: (Buffer | undefined)[] = [];
  #revision = 0;

  constructor(name: string) {
    this.#name = name;
  }

  get hash(): string {
    return `${this.#name}-${this.#revision}`;
  }

  get size(): number {
    return this.#items.length;
  }

  /** `item` is the element as it stands in the answer. */
  put(key: string, item: Buffer): void {
    const known = this.#places.get(key);
    if (known !== undefined && this.#items[known]?.equals(item)) return;
    const place = known ?? this.#items.length;
    this.#places.set(key, place);
    this.#items[place] = item;
    this.#blocks[Math.floor(place / BLOCK_ITEMS)] = undefined;
    this.#revision += 1;
  }

  clear(): void {
    this.#places.clear();
    this.#items.length = 0;
    this.#blocks.length = 0;
    this.#revision += 1;
  }

  /** Another hash for the same items: whoever knows the old one is sent everything. */
  renewHash(): void {
    this.#revision += 1;
  }

  /** All items with their commas, in a few large pieces. */
  blocks(): readonly Buffer[] {
    const count = Math.ceil(this.#items.length / BLOCK_ITEMS);
    return Array.from({ length: count }, (_, place) => this.#block(place, place === count - 1));
  }

  #block(place: number, isLast: boolean): Buffer {
    const made = this.#blocks[place];
    // Only a block before the last one is kept: the last one has no comma behind it and still grows.
    if (made !== undefined && !isLast) return made;
    const items = this.#items.slice(place * BLOCK_ITEMS, (place + 1) * BLOCK_ITEMS);
    const comma = Buffer.from(',');
    const parts = items.flatMap((item, at) => (isLast && at === items.length - 1 ? [item] : [item, comma]));
    const block = Buffer.concat(parts);
    this.#blocks[place] = isLast ? undefined : block;
    return block;
  }
}
