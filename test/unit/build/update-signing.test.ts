import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { releaseProblems } from '../../../build/release/release-problems.mjs';
import { signFeeds, updateConfig, updateSigning } from '../../../build/release/update-signing.mjs';
import { isSignedFeed } from '../../../electron/updates/feed-signature.ts';
import { builtSource } from '../../../electron/updates/update-source.ts';

const ADDRESS = 'https://updates.example.com/openclaw-sync';
const FEED = "version: 1.2.3\nfiles:\n  - url: a.AppImage\nreleaseDate: '2026-11-23'\n";

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
let folder = '';
const inFolder = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'openclaw-feed-'));
  writeFileSync(inFolder('key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(inFolder('latest-linux.yml'), FEED);
  writeFileSync(inFolder('other.yml'), FEED);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const environment = () => ({
  OPENCLAW_SYNC_UPDATE_FEED: ADDRESS,
  OPENCLAW_SYNC_UPDATE_KEY: inFolder('key.pem'),
});

function signedBy(name: string): boolean {
  const read = (file: string): string => readFileSync(inFolder(file), 'utf8');
  return isSignedFeed(read(name), read(`${name}.sig`), publicKey);
}

test('without a feed and a key a release has no updates, with half of it there is no release', () => {
  const { OPENCLAW_SYNC_UPDATE_FEED: feed, OPENCLAW_SYNC_UPDATE_KEY: key } = environment();
  const problems = (update: Record<string, string>) =>
    releaseProblems({
      platform: 'linux',
      runtime: { kind: 'official', version: '1' },
      pinned: '1',
      environment: { OPENCLAW_SYNC_SIGNING_KEY: 'x', ...update },
    });
  expect(updateSigning({})).toBeNull();
  expect(problems({})).toEqual([]);
  expect(problems(environment())).toEqual([]);
  expect(problems({ OPENCLAW_SYNC_UPDATE_FEED: feed })).toEqual([expect.stringContaining('UPDATE_KEY')]);
  expect(problems({ OPENCLAW_SYNC_UPDATE_KEY: key })).toEqual([expect.stringContaining('UPDATE_FEED')]);
  expect(problems({ ...environment(), OPENCLAW_SYNC_UPDATE_FEED: 'http://127.0.0.1/' })).toHaveLength(1);
  expect(problems({ ...environment(), OPENCLAW_SYNC_UPDATE_KEY: inFolder('other.yml') })).toHaveLength(1);
});

test('what a release leaves in the program is what the program takes for its source', () => {
  const signing = updateSigning(environment());
  if (!signing) throw new Error('no signing');
  const file = inFolder('made/updates.json');
  const config = updateConfig(signing, file);
  expect(config.publish).toMatchObject({ provider: 'generic', url: ADDRESS });
  expect(config.extraResources).toEqual([{ from: file, to: 'updates.json' }]);
  const written = readFileSync(file, 'utf8');
  expect(written).not.toContain('PRIVATE');
  const source = builtSource({ platform: 'linux', updatesJson: written, appUpdateYml: '' });
  expect(source?.feed.href).toBe(ADDRESS);
  expect(source?.key.equals(publicKey)).toBe(true);
});

test('every feed is signed, and nothing else', () => {
  expect(signFeeds(folder, privateKey)).toEqual(['latest-linux.yml']);
  expect(readFileSync(inFolder('latest-linux.yml'), 'utf8')).toBe(FEED);
  expect(signedBy('latest-linux.yml')).toBe(true);
});

test('a feed is signed anew for more computers', () => {
  for (const percent of [10, 50]) {
    signFeeds(folder, privateKey, percent);
    const feed = readFileSync(inFolder('latest-linux.yml'), 'utf8');
    expect(feed).toBe(`${FEED}stagingPercentage: ${percent}\n`);
    expect(signedBy('latest-linux.yml')).toBe(true);
  }
  expect(() => signFeeds(folder, privateKey, 101)).toThrow('per cent');
});

test('the command signs with the key of the environment', () => {
  const env = { ...process.env, ...environment() };
  const sign = (...args: string[]) =>
    spawnSync(process.execPath, ['build/release/sign-feed.mjs', ...args], { env, encoding: 'utf8' });
  expect(sign(folder, '25')).toMatchObject({ status: 0, stdout: 'Signed: latest-linux.yml\n' });
  expect(signedBy('latest-linux.yml')).toBe(true);
  expect(sign()).toMatchObject({ status: 1, stdout: '' });
});
