import type { ItemPath } from '../../shared/model/item.ts';
import type { SecretKind, SecretPlace } from '../../shared/model/secret.ts';

/** What looks like a secret in a text. */
export interface SecretFinding {
  readonly kind: SecretKind;
  /** From 1. */
  readonly line: number;
  /** The secret itself: it stays in memory and goes nowhere from here. */
  readonly secret: string;
}

/** Looks for secrets in what is about to be sent. */
export interface SecretScanner {
  /** Names what a verdict stands on: another name, and every text is scanned anew. Null: the gate is switched off. */
  rules(): Promise<string | null>;
  /** Sorted by line. What cannot be scanned is a finding too. */
  scan(path: ItemPath, text: string): Promise<readonly SecretFinding[]>;
}

/** The secrets that hold an item: where they stand, and hashes by which a person's choice knows them again. */
export interface HeldSecrets {
  readonly places: readonly SecretPlace[];
  readonly ids: readonly string[];
}

/** What a person chose for one secret in one file, by its hash. */
export interface SecretChoice {
  readonly path: ItemPath;
  readonly id: string;
  readonly choice: 'send' | 'keep';
}

/** Texts that wait to be sent and hold no secret by these rules, as hashes of path and content. */
export interface CleanTexts {
  readonly rules: string;
  readonly ids: readonly string[];
}
