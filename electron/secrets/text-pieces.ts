/** Short enough that one piece holds nothing else up (about 5 ms), and no rule meets a text it could choke on. */
const PIECE = 128 * 1024;
/** A secret that is cut by the end of one piece stands whole in the next one. */
const OVERLAP = 16 * 1024;

export interface Piece {
  /** Where it begins in the whole text. */
  readonly at: number;
  readonly text: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** A text in pieces that overlap; a short one is one piece. */
export function* textPieces(whole: string): Iterable<Piece> {
  for (let at = 0; ; at += PIECE - OVERLAP) {
    const isLast = at + PIECE >= whole.length;
    yield { at, text: whole.slice(at, at + PIECE), isFirst: at === 0, isLast };
    if (isLast) return;
  }
}

/**
 * What touches a cut may be half of something else; in the piece beside it stands the whole. What is longer than the
 * overlap stands whole in none, so its half counts.
 */
export function touchesCut(piece: Piece, start: number, end: number): boolean {
  if (end - start >= OVERLAP) return false;
  return (start === 0 && !piece.isFirst) || (end === piece.text.length && !piece.isLast);
}
