import { createHash } from 'node:crypto';
import { withoutEscapes } from '../../shared/merge/without-escapes.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import type { SecretKind } from '../../shared/model/secret.ts';
import type { SecretFinding, SecretScanner } from '../sync/secret-ports.ts';
import { createTimeSlice, type TimeSlice } from '../workspace/time-slice.ts';
import { textPieces, touchesCut } from './text-pieces.ts';

/** The rules that a verdict stands on; a test compares it with the installed package. */
export const RULE_SET = 'secretlint 13.0.7';

/** A text with more secrets than this is not looked through to its end: what is left counts as one more. */
const MOST_FOUND = 100;
/** A shorter one would be found in ordinary words. GIIP's are much longer. */
const SHORTEST_TOKEN = 8;

export interface GateOptions {
  readonly isOn: () => boolean;
  /** The Agent Token in use, or null where it is not known. It is compared in memory only. */
  readonly token: () => Promise<string | null>;
}

interface Spot {
  readonly kind: SecretKind;
  readonly at: number;
  readonly secret: string;
}

/** Loaded with the first text that is to be sent: whoever only reads does not pay for it. */
const loadRules = (): Promise<typeof import('./secretlint-rules.ts')> => import('./secretlint-rules.ts');

function* tokenSpots(text: string, token: string | null): Iterable<Spot> {
  if (token === null || token.length < SHORTEST_TOKEN) return;
  const at = text.indexOf(token);
  if (at !== -1) yield { kind: 'giip-token', at, secret: token };
}

async function* ruleSpots(path: ItemPath, text: string, slice: TimeSlice): AsyncIterable<Spot> {
  const { matchSecrets } = await loadRules();
  for (const piece of textPieces(text)) {
    await slice();
    for (const { kind, start, end } of await matchSecrets(path, piece.text))
      if (!touchesCut(piece, start, end))
        yield { kind, at: piece.at + start, secret: piece.text.slice(start, end) };
  }
}

/** Each secret once, where it stands first. */
async function spotsOf(
  path: ItemPath,
  text: string,
  token: string | null,
  slice: TimeSlice,
): Promise<readonly Spot[]> {
  const spots = new Map<string, Spot>();
  for (const spot of tokenSpots(text, token)) spots.set(spot.secret, spot);
  for await (const spot of ruleSpots(path, text, slice)) {
    if (spots.has(spot.secret)) continue;
    if (spots.size >= MOST_FOUND) {
      const rest: Spot = { kind: 'not-scanned', at: spot.at, secret: text.slice(spot.at) };
      return [...spots.values(), rest];
    }
    spots.set(spot.secret, spot);
  }
  return [...spots.values()];
}

/** Sorted by place, with their lines counted on the way. */
function withLines(text: string, spots: readonly Spot[]): readonly SecretFinding[] {
  let line = 1;
  let counted = 0;
  return [...spots]
    .sort((a, b) => a.at - b.at)
    .map(({ kind, at, secret }) => {
      for (; counted < at; counted += 1) if (text[counted] === '\n') line += 1;
      return { kind, line, secret };
    });
}

/** As it is written, and as whoever reads the JSON reads it: PowerShell escapes `&`, and others every slash. */
async function findingsIn(
  path: ItemPath,
  text: string,
  token: string | null,
  slice: TimeSlice,
): Promise<readonly SecretFinding[]> {
  const found = withLines(text, await spotsOf(path, text, token, slice));
  const read = withoutEscapes(path, text);
  if (read === text) return found;
  const known = new Set(found.map(({ secret }) => secret));
  const more = withLines(read, await spotsOf(path, read, token, slice)).filter(
    ({ secret }) => !known.has(secret),
  );
  return [...found, ...more].sort((a, b) => a.line - b.line);
}

/** A verdict on the same text may be another one with another token; nobody learns the token from this. */
function tokenMark(token: string | null): string {
  return token === null ? '' : createHash('sha256').update(token).digest('hex').slice(0, 8);
}

/** Secretlint's recommended rules and the Agent Token. */
class SecretlintScanner implements SecretScanner {
  readonly #options: GateOptions;
  readonly #slice = createTimeSlice();
  #token: string | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: GateOptions) {
    this.#options = options;
  }

  async rules(): Promise<string | null> {
    if (!this.#options.isOn()) return null;
    this.#token = await this.#options.token();
    return `${RULE_SET} ${tokenMark(this.#token)}`;
  }

  /** One text at a time: sixteen at once would each take their slice of the same turn. */
  scan(path: ItemPath, text: string): Promise<readonly SecretFinding[]> {
    const next = this.#last.then(() => this.#scanNow(path, text));
    this.#last = next;
    return next;
  }

  async #scanNow(path: ItemPath, text: string): Promise<readonly SecretFinding[]> {
    try {
      return await findingsIn(path, text, this.#token, this.#slice);
    } catch {
      // A rule that fails has found nothing, which is not the same as that there is nothing.
      return [{ kind: 'not-scanned', line: 1, secret: text }];
    }
  }
}

export function createSecretScanner(options: GateOptions): SecretScanner {
  return new SecretlintScanner(options);
}
