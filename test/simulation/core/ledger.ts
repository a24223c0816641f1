/** `t0001!`, or with a Korean letter that some servers damage. */
const TOKEN = /t\d{4}[!가]/g;

/**
 * Every edit is a token that nobody else writes. A token is safe while it stands somewhere, or while a token that
 * somebody wrote in its place is; or while its loss was a person's will or is a documented limit, with the reason.
 */
export class Ledger {
  readonly #children = new Map<string, string[]>();
  readonly #excuses = new Map<string, string>();
  readonly #tokensOf = new Map<string, readonly string[]>();
  #count = 0;

  /** The tokens that stand in a text. */
  in(text: string): readonly string[] {
    const known = this.#tokensOf.get(text);
    if (known) return known;
    const found = text.match(TOKEN) ?? [];
    this.#tokensOf.set(text, found);
    return found;
  }

  /** A new token; who wrote it saw the parents and replaced them. */
  fresh(parents: readonly string[], isWide = false): string {
    this.#count += 1;
    const token = `t${String(this.#count).padStart(4, '0')}${isWide ? '가' : '!'}`;
    this.#children.set(token, []);
    for (const parent of parents) this.#children.get(parent)?.push(token);
    return token;
  }

  /** A person saw `before` and wanted `after` in its place (null: nothing at all). */
  replaced(before: string | null, after: string | null): void {
    if (before === null) return;
    const kept = new Set(after === null ? [] : this.in(after));
    const lost = this.in(before).filter((token) => !kept.has(token));
    const heirs = [...kept].filter((token) => !this.in(before).includes(token));
    for (const token of lost) {
      if (heirs.length === 0) this.excuse(token, 'a person took it out');
      else this.#children.get(token)?.push(...heirs);
    }
  }

  excuse(token: string, why: string): void {
    if (!this.#excuses.has(token)) this.#excuses.set(token, why);
  }

  /** Its loss would be no accident any more. */
  claim(token: string): void {
    this.#excuses.delete(token);
  }

  excused(why: string): number {
    let count = 0;
    for (const reason of this.#excuses.values()) if (reason === why) count += 1;
    return count;
  }

  get size(): number {
    return this.#count;
  }

  /** Tokens that nothing keeps, given all that stands anywhere. */
  lost(present: ReadonlySet<string>): readonly string[] {
    const parents = new Map<string, string[]>();
    for (const [token, children] of this.#children)
      for (const child of children) parents.set(child, [...(parents.get(child) ?? []), token]);
    const safe = new Set<string>([...present, ...this.#excuses.keys()]);
    const left = [...safe];
    // Who wrote a token saw its parents: they are safe with it.
    for (let token = left.pop(); token !== undefined; token = left.pop())
      for (const parent of parents.get(token) ?? [])
        if (!safe.has(parent)) {
          safe.add(parent);
          left.push(parent);
        }
    return [...this.#children.keys()].filter((token) => !safe.has(token));
  }
}
