import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Cipher } from '../../../electron/app/application.ts';

type CipherState = Awaited<ReturnType<Cipher['state']>>;

/** A keyring for tests: real encryption, a key that can change, a door that can be locked. */
export class AesCipher implements Cipher {
  #state: CipherState = 'ready';
  #key = randomBytes(32);

  become(state: CipherState): void {
    this.#state = state;
  }

  /** As after a reset of the user profile. */
  loseKey(): void {
    this.#key = randomBytes(32);
  }

  async state(): Promise<CipherState> {
    return this.#state;
  }

  async encrypt(text: string): Promise<Uint8Array> {
    this.#refuseWhenLocked(text);
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  }

  async decrypt(bytes: Uint8Array): Promise<string> {
    this.#refuseWhenLocked('');
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
  }

  /** As rude as can be: the error quotes what it was given. */
  #refuseWhenLocked(text: string): void {
    if (this.#state !== 'ready') {
      throw new Error(`locked, cannot encrypt ${text}`);
    }
  }
}
