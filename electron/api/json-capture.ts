/** Gathers the source of one value from the pieces in which it comes, up to a limit. */
export class SourceCapture {
  /** Where it goes on in the piece at hand; -1: nothing is gathered. */
  #from = -1;
  #limit = 0;
  #size = 0;
  #parts: Buffer[] = [];

  begin(at: number, limit: number): void {
    this.#from = at;
    this.#limit = limit;
    this.#size = 0;
  }

  /** The piece is at its end, and the value is not. */
  endPiece(piece: Buffer): void {
    if (this.#from === -1) return;
    this.#add(piece.subarray(this.#from));
    this.#from = 0;
  }

  /** The whole source, which ends before `at`; null when it is longer than the limit. */
  end(piece: Buffer, at: number): string | null {
    const from = this.#from;
    this.#from = -1;
    if (this.#size === 0) return at - from > this.#limit ? null : piece.toString('utf8', from, at);
    this.#add(piece.subarray(from, at));
    const parts = this.#parts;
    this.#parts = [];
    return this.#size > this.#limit ? null : Buffer.concat(parts).toString('utf8');
  }

  #add(part: Buffer): void {
    this.#size += part.length;
    if (this.#size > this.#limit) this.#parts = [];
    else this.#parts.push(part);
  }
}
