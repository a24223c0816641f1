import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FIRST_ID } from '../../shared/model/stored-connection.ts';
import type { JsonStore, OpenJsonStore } from './json-store.ts';
import { makePrivateFolder } from './private-files.ts';

/** An encrypted secret as it lies on disk, with the origin that it is for in the clear so that it can be told without a keyring. */
export interface StoredCredentials {
  readonly origin: string;
  /** Base64; it holds the origin once more, out of reach for whoever can edit the file only. */
  readonly ciphertext: string;
}

/** The token's file of a connection, without `.json`; the first one's is where the only one lay before there were several. */
export function credentialsName(connectionId: string): string {
  return connectionId === FIRST_ID ? 'credentials' : `credentials-${connectionId}`;
}

/** A file of one secret, for the owner only. */
export class CredentialsFile {
  readonly #folder: string;
  readonly #open: OpenJsonStore;
  readonly #name: string;

  constructor(folder: string, open: OpenJsonStore, name: string) {
    this.#folder = folder;
    this.#open = open;
    this.#name = name;
  }

  /** What is stored, null when there is nothing; a file that cannot be read as ours has an empty ciphertext. */
  read(): StoredCredentials | null {
    if (!existsSync(this.#path())) {
      return null;
    }
    const { origin, ciphertext } = this.#store().store;
    return {
      origin: typeof origin === 'string' ? origin : '',
      ciphertext: typeof ciphertext === 'string' ? ciphertext : '',
    };
  }

  write({ origin, ciphertext }: StoredCredentials): void {
    makePrivateFolder(this.#folder);
    this.#store().store = { origin, ciphertext };
  }

  remove(): void {
    rmSync(this.#path(), { force: true });
  }

  #store(): JsonStore {
    return this.#open({ folder: this.#folder, name: this.#name, deserialize });
  }

  #path(): string {
    return join(this.#folder, `${this.#name}.json`);
  }
}

function deserialize(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
