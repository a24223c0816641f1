import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @typedef {import('./release-problems.mjs').Environment} Environment
 * @typedef {object} UpdateSigning
 * @property {string} feed the HTTPS folder that the programs of this build ask
 * @property {import('node:crypto').KeyObject} key the publisher's private Ed25519 key
 */

const FEED = 'OPENCLAW_SYNC_UPDATE_FEED';
const KEY = 'OPENCLAW_SYNC_UPDATE_KEY';

/**
 * What the environment says about updates: null when it says nothing, and then the build has none.
 * @param {Environment} environment
 * @returns {UpdateSigning | null}
 */
export function updateSigning(environment) {
  const { [FEED]: feed, [KEY]: file } = environment;
  if (!feed && !file) return null;
  if (!feed || !URL.canParse(feed) || new URL(feed).protocol !== 'https:')
    throw new Error(`${FEED} must be the HTTPS address of the folder with the update feed.`);
  return { feed, key: signingKey(file) };
}

/**
 * Why a release cannot be made with what the environment says about updates; empty when it can.
 * @param {Environment} environment
 * @returns {string[]}
 */
export function updateProblems(environment) {
  try {
    updateSigning(environment);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/**
 * The private key that the environment names, for signing a feed again.
 * @param {string | undefined} file
 */
export function signingKey(file) {
  const key = file && existsSync(file) ? createPrivateKey(readFileSync(file)) : null;
  if (key?.asymmetricKeyType !== 'ed25519')
    throw new Error(`${KEY} must name the file of an Ed25519 private key.`);
  return key;
}

/**
 * What electron-builder is told: where the feed is, and the file that makes a build one with updates
 * (electron/updates/update-source.ts). Packages of distributions are never in the feed.
 * @param {UpdateSigning} signing
 * @param {string} file where `updates.json` is written for electron-builder to take
 * @returns {import('electron-builder').Configuration}
 */
export function updateConfig({ feed, key }, file) {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ feed, key: String(publicKey) })}\n`);
  return {
    publish: { provider: 'generic', url: feed, useMultipleRangeRequest: false },
    extraResources: [{ from: file, to: 'updates.json' }],
    deb: { publish: null },
    rpm: { publish: null },
    msi: { publish: null },
    pkg: { publish: null },
  };
}

/**
 * Signs every feed of a folder, for so many per cent of the computers where that is said. Answers the feeds' names.
 * @param {string} folder
 * @param {import('node:crypto').KeyObject} key
 * @param {number} [percent]
 */
export function signFeeds(folder, key, percent) {
  const names = readdirSync(folder).filter((name) => /^latest[a-z0-9-]*\.yml$/.test(name));
  if (names.length === 0) throw new Error(`There is no update feed in ${folder}.`);
  for (const name of names) {
    const file = join(folder, name);
    if (percent !== undefined) writeFileSync(file, staged(readFileSync(file, 'utf8'), percent));
    writeFileSync(`${file}.sig`, `${sign(null, readFileSync(file), key).toString('base64')}\n`);
  }
  return names;
}

/**
 * @param {string} feed
 * @param {number} percent
 */
function staged(feed, percent) {
  if (!Number.isInteger(percent) || percent < 0 || percent > 100)
    throw new Error('Give whole per cent, 0 to 100.');
  return `${feed.replace(/^stagingPercentage:.*\n/m, '').trimEnd()}\nstagingPercentage: ${percent}\n`;
}
