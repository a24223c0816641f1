import type { ProxyUserState } from '../../shared/model/network-state.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Cipher } from '../app/application.ts';
import { CredentialsFile } from './credentials-file.ts';
import { fileFailure } from './file-failure.ts';
import type { OpenJsonStore } from './json-store.ts';

/** What a person signs in to a proxy with. */
export interface ProxyUser {
  readonly name: string;
  readonly password: string;
}

interface Secret extends ProxyUser {
  /** The proxy that it was entered for; told to no other. */
  readonly proxy: string;
}

const LONGEST = 512;

function usable({ name, password }: ProxyUser): boolean {
  const both = `${name}${password}`;
  return name !== '' && !name.includes(':') && both.length <= LONGEST && !/\p{Cc}/u.test(both);
}

/**
 * Keeps the user name and password for one proxy, encrypted as the token is, in a file of their own. Everything is in
 * private fields, so that neither JSON nor an inspection of this object shows them.
 */
export class ProxyUserStore {
  readonly #cipher: Cipher;
  readonly #file: CredentialsFile;
  #thisRun: Secret | null = null;

  constructor(folder: string, open: OpenJsonStore, cipher: Cipher) {
    this.#cipher = cipher;
    this.#file = new CredentialsFile(folder, open, 'proxy-credentials');
  }

  /** Keeps them instead of any others; for this run only where no keyring is ready to encrypt. */
  async save(proxy: string, user: ProxyUser): Promise<Result<ProxyUserState>> {
    if (!usable(user)) return fail('proxy-auth-required', 'this user name or password cannot be used');
    const secret = { proxy, name: user.name, password: user.password };
    const sealed = (await this.#cipher.state()) === 'ready' ? await this.#seal(secret) : null;
    try {
      if (sealed === null) this.#file.remove();
      else this.#file.write({ origin: proxy, ciphertext: sealed });
    } catch (error) {
      return fileFailure(error);
    }
    this.#thisRun = sealed === null ? secret : null;
    return ok(sealed === null ? 'this-run-only' : 'stored');
  }

  /** Those for this proxy, or null: none are kept, or they cannot be read now. */
  async load(proxy: string): Promise<ProxyUser | null> {
    const secret = this.#thisRun ?? (await this.#open(proxy));
    return secret?.proxy === proxy ? { name: secret.name, password: secret.password } : null;
  }

  /** How they are kept, without decrypting them. */
  state(proxy: string): ProxyUserState {
    if (this.#thisRun !== null) return this.#thisRun.proxy === proxy ? 'this-run-only' : 'none';
    return this.#file.read()?.origin === proxy ? 'stored' : 'none';
  }

  /** Drops them here and on disk. */
  forget(): Result<null> {
    this.#thisRun = null;
    try {
      this.#file.remove();
      return ok(null);
    } catch (error) {
      return fileFailure(error);
    }
  }

  /** What a cipher rejects with may quote its input, so it is not looked at. */
  async #seal(secret: Secret): Promise<string | null> {
    try {
      return Buffer.from(await this.#cipher.encrypt(JSON.stringify(secret))).toString('base64');
    } catch {
      return null;
    }
  }

  async #open(proxy: string): Promise<Secret | null> {
    const stored = this.#file.read();
    if (stored === null || stored.origin !== proxy) return null;
    try {
      const text = await this.#cipher.decrypt(Buffer.from(stored.ciphertext, 'base64'));
      const { proxy: of, name, password }: Partial<Secret> = Object(JSON.parse(text));
      const isWhole = typeof of === 'string' && typeof name === 'string' && typeof password === 'string';
      return isWhole ? { proxy: of, name, password } : null;
    } catch {
      return null;
    }
  }
}
