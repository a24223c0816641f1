import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from './outcome.ts';
import type { WorldName } from './worlds.ts';

/** A tape that once broke an oracle, with what it was about; the vitest project replays it for ever. */
export interface SavedTape {
  readonly oracle: string;
  readonly words: string;
  readonly seed: number;
  /** Not given: the engine's. */
  readonly world?: WorldName;
  readonly tape: readonly number[];
}

const FOLDER = join(import.meta.dirname, '..', 'tapes');

/** Answers the file's name. */
export function saveTape(name: string, seed: number, world: WorldName, { failure, tape }: Outcome): string {
  if (!failure) throw new Error('only a failure is kept');
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${name}.json`);
  const words = failure.words.slice(0, 300);
  const saved: SavedTape = { oracle: failure.oracle, words, seed, world, tape };
  writeFileSync(file, `${JSON.stringify(saved)}\n`);
  return file;
}

export function savedTapes(): readonly (SavedTape & { readonly name: string })[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, ...(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as SavedTape) }));
}
