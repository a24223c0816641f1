import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../linux/run-tool.mjs';

/**
 * @typedef {object} SigningKey
 * @property {string} id
 * @property {NodeJS.ProcessEnv} environment in which gpg finds the key
 * @property {() => void} forget
 */

/**
 * The key that the person who releases has named, in their own gpg.
 * @param {string} id
 * @returns {SigningKey}
 */
export function givenKey(id) {
  return { id, environment: process.env, forget: () => undefined };
}

/**
 * A key that lives as long as this build: its public half is left beside the packages so that tests can verify them.
 * @returns {SigningKey}
 */
export function throwAwayKey() {
  const home = mkdtempSync(join(tmpdir(), 'openclaw-key-'));
  const environment = { ...process.env, GNUPGHOME: home };
  const id = 'Openclaw Sync test key <nobody@example.invalid>';
  gpg(environment, ['--passphrase', '', '--quick-generate-key', id, 'rsa2048', 'sign', '1d']);
  return {
    id,
    environment,
    forget: () => {
      runTool('gpgconf', ['--kill', 'all'], { env: environment });
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/**
 * @param {SigningKey} key
 * @param {string} file
 */
export function exportPublicKey(key, file) {
  writeFileSync(file, gpg(key.environment, ['--armor', '--export', key.id]));
}

/**
 * @param {SigningKey} key
 * @param {string} file
 * @returns {string} the signature's file
 */
export function signDetached(key, file) {
  const signature = `${file}.asc`;
  rmSync(signature, { force: true });
  const how = ['--armor', '--digest-algo', 'SHA512', '--local-user', key.id, '--output', signature];
  gpg(key.environment, [...how, '--detach-sign', file]);
  return signature;
}

/**
 * @param {NodeJS.ProcessEnv} environment
 * @param {readonly string[]} args
 */
export function gpg(environment, args) {
  return runTool('gpg', ['--batch', '--yes', '--quiet', ...args], { env: environment });
}
