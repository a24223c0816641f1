import { safeStorage } from 'electron';
import type { Cipher } from '../app/application.ts';

/**
 * Encrypts with the operating system's keyring. Electron 45 has the asynchronous calls and deprecates the others;
 * Electron 33, which development may run on, has only those. Both read what either wrote.
 */
export function osCipher(platform: NodeJS.Platform): Cipher {
  return {
    state: () => cipherState(platform),

    async encrypt(text) {
      return hasAsync() ? await safeStorage.encryptStringAsync(text) : safeStorage.encryptString(text);
    },

    async decrypt(bytes) {
      const encrypted = Buffer.from(bytes);
      if (!hasAsync()) return safeStorage.decryptString(encrypted);
      return (await safeStorage.decryptStringAsync(encrypted)).result;
    },
  };
}

/**
 * On Linux `basic_text` means that no keyring was found and Chromium's published constant would be the key
 * (https://www.electronjs.org/docs/latest/api/safe-storage). A keyring that is there and gives no key is locked.
 */
async function cipherState(platform: NodeJS.Platform): Promise<'ready' | 'locked' | 'basic' | 'absent'> {
  if (platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return 'basic';
  const available = hasAsync()
    ? await safeStorage.isAsyncEncryptionAvailable()
    : safeStorage.isEncryptionAvailable();
  if (available) return 'ready';
  return platform === 'win32' ? 'absent' : 'locked';
}

/** What the operating system keeps the key in, by name. */
export function keyringName(platform: NodeJS.Platform): string {
  if (platform === 'linux') return safeStorage.getSelectedStorageBackend();
  return platform === 'darwin' ? 'keychain' : 'dpapi';
}

function hasAsync(): boolean {
  return typeof safeStorage.encryptStringAsync === 'function';
}
