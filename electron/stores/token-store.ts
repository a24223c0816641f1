import type { CredentialState } from '../../shared/model/app-snapshot.ts';
import { FIRST_ID } from '../../shared/model/stored-connection.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Cipher } from '../app/application.ts';
import { CredentialsFile, credentialsName, type StoredCredentials } from './credentials-file.ts';
import { fileFailure } from './file-failure.ts';
import type { OpenJsonStore } from './json-store.ts';
import { parseToken } from './token-text.ts';

export interface LoadedToken {
  readonly token: string;
  readonly state: 'stored' | 'this-run-only';
}

interface Secret {
  readonly origin: string;
  readonly token: string;
}

/**
 * Keeps the Agent Token, encrypted and bound to the API origin that it was entered for. Everything is in private
 * fields, so that neither JSON nor an inspection of this object shows it.
 */
export class TokenStore {
  readonly #cipher: Cipher;
  readonly #file: CredentialsFile;
  #thisRun: Secret | null = null;

  /** Each connection has a token of its own. */
  constructor(folder: string, open: OpenJsonStore, cipher: Cipher, connectionId = FIRST_ID) {
    this.#cipher = cipher;
    this.#file = new CredentialsFile(folder, open, credentialsName(connectionId));
  }

  /** Keeps a token, instead of any other. Without a keyring it is kept for this run only, and nothing on disk. */
  async save(text: string, origin: string): Promise<Result<CredentialState>> {
    const parsed = parseToken(text);
    if (!parsed.ok) {
      return parsed;
    }
    const secret = { origin, token: parsed.value };
    const cipher = await this.#cipher.state();
    if (cipher === 'locked') {
      return fail('token-locked');
    }
    return cipher === 'ready' ? this.#store(secret) : this.#keepForThisRun(secret);
  }

  /** The token for one origin, or why there is none: only `token-locked` is worth waiting for. */
  async load(origin: string): Promise<Result<LoadedToken>> {
    if (this.#thisRun !== null) {
      return bound(this.#thisRun, origin, 'this-run-only');
    }
    const stored = this.#file.read();
    if (stored === null) {
      return fail('token-missing');
    }
    return stored.origin === origin || stored.ciphertext === ''
      ? this.#decrypt(stored, origin)
      : fail('token-other-origin');
  }

  /** Drops the token here and on disk. */
  async forget(): Promise<Result<void>> {
    this.#thisRun = null;
    return this.#removeFile();
  }

  /** How the token is kept, without decrypting it. */
  async state(): Promise<CredentialState> {
    if (this.#thisRun !== null) {
      return 'this-run-only';
    }
    if (this.#file.read() === null) {
      return 'missing';
    }
    const cipher = await this.#cipher.state();
    if (cipher === 'locked') {
      return 'locked';
    }
    return cipher === 'ready' ? 'stored' : 'missing';
  }

  async #store(secret: Secret): Promise<Result<CredentialState>> {
    const bytes = await this.#encrypt(secret);
    if (bytes === undefined) {
      return fail('token-locked', 'the keyring did not encrypt');
    }
    try {
      this.#file.write({ origin: secret.origin, ciphertext: Buffer.from(bytes).toString('base64') });
    } catch (error) {
      return fileFailure(error);
    }
    this.#thisRun = null;
    return ok('stored');
  }

  /** The one on disk goes: it was replaced, and a later run must not come back to it. */
  #keepForThisRun(secret: Secret): Result<CredentialState> {
    const removed = this.#removeFile();
    this.#thisRun = secret;
    return removed.ok ? ok('this-run-only') : removed;
  }

  #removeFile(): Result<void> {
    try {
      return ok(this.#file.remove());
    } catch (error) {
      return fileFailure(error);
    }
  }

  async #decrypt(stored: StoredCredentials, origin: string): Promise<Result<LoadedToken>> {
    const cipher = await this.#cipher.state();
    if (cipher === 'locked') {
      return fail('token-locked');
    }
    if (cipher === 'absent') {
      return fail('token-missing', 'the stored one can only be read by the application');
    }
    const secret = cipher === 'ready' ? await this.#open(stored) : undefined;
    return secret === undefined ? this.#undecryptable() : bound(secret, origin, 'stored');
  }

  /** A keyring that was locked in between looks like one with another key. */
  async #undecryptable(): Promise<Result<never>> {
    return fail((await this.#cipher.state()) === 'locked' ? 'token-locked' : 'token-undecryptable');
  }

  /** What a cipher rejects with may quote its input, so it is not looked at. */
  async #encrypt(secret: Secret): Promise<Uint8Array | undefined> {
    try {
      return await this.#cipher.encrypt(JSON.stringify(secret));
    } catch {
      return undefined;
    }
  }

  async #open(stored: StoredCredentials): Promise<Secret | undefined> {
    try {
      const text = await this.#cipher.decrypt(Buffer.from(stored.ciphertext, 'base64'));
      const { origin, token }: Partial<Secret> = Object(JSON.parse(text));
      return typeof origin === 'string' && typeof token === 'string' ? { origin, token } : undefined;
    } catch {
      return undefined;
    }
  }
}

function bound(secret: Secret, origin: string, state: LoadedToken['state']): Result<LoadedToken> {
  return secret.origin === origin ? ok({ token: secret.token, state }) : fail('token-other-origin');
}
