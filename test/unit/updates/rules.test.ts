import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { feedAddress } from '../../../electron/updates/feed-address.ts';
import { feedKey, isSignedFeed } from '../../../electron/updates/feed-signature.ts';
import { feedFault, isNewer } from '../../../electron/updates/judge-feed.ts';
import { firstLookDelay, nextLookDelay } from '../../../electron/updates/look-delay.ts';
import { FeedRefused, problemOf } from '../../../electron/updates/update-failure.ts';
import { builtSource } from '../../../electron/updates/update-source.ts';
import { type UpdateFacts, whyOff } from '../../../electron/updates/why-off.ts';

const GOOD: UpdateFacts = {
  on: true,
  isManaged: false,
  installedAs: 'own',
  isSignedBuild: true,
  isPlaceWritable: true,
};

test.each<[Partial<UpdateFacts>, ReturnType<typeof whyOff>]>([
  [{}, null],
  [{ isManaged: true }, null],
  [{ on: false }, 'switchedOff'],
  [{ on: false, isManaged: true }, 'managed'],
  [{ installedAs: 'package' }, 'package'],
  [{ installedAs: 'package', isSignedBuild: false }, 'package'],
  [{ installedAs: 'unknown' }, 'unsigned'],
  [{ isSignedBuild: false }, 'unsigned'],
  [{ isSignedBuild: false, on: false }, 'unsigned'],
  [{ isPlaceWritable: false }, 'place'],
])('%j leads to %j', (change, reason) => {
  expect(whyOff({ ...GOOD, ...change })).toBe(reason);
});

test.each([
  'https://updates.example.com/openclaw-sync',
  'https://updates.example.com:8443/',
  'http://127.0.0.1:4000/feed',
  'http://localhost/feed',
])('%s may be a feed', (text) => {
  expect(feedAddress(text)?.href).toBe(new URL(text).href);
});

test.each([
  'http://updates.example.com/',
  'http://127.0.0.1.example.com/',
  'ftp://updates.example.com/',
  'file:///srv/updates',
  'https://name:secret@updates.example.com/',
  'https://updates.example.com/?token=1',
  'https://updates.example.com/#x',
  'updates.example.com',
  '',
])('%j is no feed', (text) => {
  expect(feedAddress(text)).toBeNull();
});

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const pem = String(publicKey.export({ type: 'spki', format: 'pem' }));

test('a feed is believed with the signature of exactly its bytes, by exactly this key', () => {
  const feed = 'version: 1.2.3\n';
  const signature = sign(null, Buffer.from(feed), privateKey).toString('base64');
  const other = generateKeyPairSync('ed25519');
  expect(isSignedFeed(feed, `${signature}\n`, publicKey)).toBe(true);
  expect(isSignedFeed(`${feed} `, signature, publicKey)).toBe(false);
  expect(isSignedFeed(feed, signature, other.publicKey)).toBe(false);
  for (const broken of ['', 'AAAA', signature.slice(4), '<html></html>'])
    expect(isSignedFeed(feed, broken, publicKey)).toBe(false);
});

test('only an Ed25519 key is a key', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
  expect(feedKey(pem)?.asymmetricKeyType).toBe('ed25519');
  expect(feedKey(String(rsa.export({ type: 'spki', format: 'pem' })))).toBeNull();
  expect(feedKey('-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----')).toBeNull();
});

const FEED_URL = 'https://updates.example.com/';
const sourceOf = (updatesJson: string, platform: NodeJS.Platform = 'linux', appUpdateYml = '') =>
  builtSource({ platform, updatesJson, appUpdateYml });

test('a build has a source of updates with a usable feed and a usable key, and not otherwise', () => {
  expect(sourceOf(JSON.stringify({ feed: FEED_URL, key: pem }))?.feed.href).toBe(FEED_URL);
  const halves = [
    { feed: FEED_URL },
    { feed: FEED_URL, key: 'x' },
    { feed: 'http://updates.example.com/', key: pem },
  ];
  for (const text of ['', '{', '[]', '{}', ...halves.map((half) => JSON.stringify(half))])
    expect(sourceOf(text)).toBeNull();
});

// Windows is judged here by the files that lie beside its program.
test.each([
  ['provider: generic\npublisherName:\n  - CN=Example\nurl: https://a/\n', true],
  ['publisherName: Example\n', true],
  ['publisherName:\nupdaterCacheDirName: x\n', false],
  ['publisherName:\n  - \n', false],
  ['provider: generic\n', false],
  ['', false],
])('on Windows a build with %j has updates: %j', (appUpdateYml, has) => {
  const updatesJson = JSON.stringify({ feed: FEED_URL, key: pem });
  expect(sourceOf(updatesJson, 'win32', appUpdateYml) !== null).toBe(has);
  expect(sourceOf('', 'win32', appUpdateYml)).toBeNull();
});

const FILE = { url: 'openclaw-sync-1.2.3.AppImage', sha512: `${'A'.repeat(86)}==`, size: 10 };
const FEED = { version: '1.2.3', files: [FILE], path: FILE.url, releaseDate: '2026-11-23' };

test('a feed as electron-builder writes it is used', () => {
  expect(feedFault(FEED, 'linux')).toBeNull();
  expect(feedFault({ ...FEED, stagingPercentage: 10 }, 'linux')).toBeNull();
  expect(feedFault({ ...FEED, files: [{ ...FILE, url: 'Openclaw%20Sync-1.2.3.exe' }] }, 'win32')).toBeNull();
});

test.each<[string, unknown]>([
  ['version', { ...FEED, version: '1.2' }],
  ['version', { ...FEED, version: '1.2.3-beta.1' }],
  ['version', { ...FEED, version: 7 }],
  ['files', { ...FEED, files: [] }],
  ['stagingPercentage', { ...FEED, stagingPercentage: 'all' }],
  ['packages', { ...FEED, packages: { x64: { path: 'x.7z' } } }],
  ['files.0.sha512', { ...FEED, files: [{ ...FILE, sha512: 'abc' }] }],
  ['files.0.size', { ...FEED, files: [{ ...FILE, size: -1 }] }],
  ['files', { ...FEED, files: [{ ...FILE, url: 'openclaw-sync-1.2.3.exe' }] }],
  ...[
    'https://elsewhere.example.com/x.AppImage',
    '//elsewhere.example.com/x.AppImage',
    '../x.AppImage',
    '%2e%2e%2fx.AppImage',
    'a/b.AppImage',
    '.hidden.AppImage',
    "a'b.AppImage",
    'a"b.AppImage',
    'a`b.AppImage',
    'a$(b).AppImage',
    'a%25TEMP%25.AppImage',
    '%zz.AppImage',
    '',
  ].map((url): [string, unknown] => ['files.0.url', { ...FEED, files: [{ ...FILE, url }] }]),
  ['shape', null],
  ['shape', 'text'],
])('the fault %s is seen in %j', (fault, info) => {
  expect(feedFault(info, 'linux')).toBe(fault);
});

test.each([
  ['0.2.0', '0.1.0', true],
  ['0.10.0', '0.9.0', true],
  ['1.0.0', '0.99.99', true],
  ['0.1.0', '0.1.0', false],
  ['0.1.0', '0.2.0', false],
  ['0.9.0', '0.10.0', false],
  ['1.0.0', '1.0.0-beta.2', false],
])('%s comes after %s: %j', (version, than, is) => {
  expect(isNewer(version, than)).toBe(is);
});

test('looks are spread: the first within ten minutes, the others about a day apart', () => {
  const minutes = (ms: number): number => ms / 60_000;
  expect([0, 0.999].map((random) => Math.round(minutes(firstLookDelay(random))))).toEqual([2, 10]);
  expect([0, 0.999].map((random) => Math.round(minutes(nextLookDelay(random)) / 60))).toEqual([21, 27]);
});

test.each<[unknown, ReturnType<typeof problemOf>]>([
  [new FeedRefused('signature'), 'untrusted'],
  [Object.assign(new Error('sha512'), { code: 'ERR_CHECKSUM_MISMATCH' }), 'damaged'],
  [Object.assign(new Error('signer'), { code: 'ERR_UPDATER_INVALID_SIGNATURE' }), 'untrusted'],
  [new Error('net::ERR_BLOCKED_BY_CLIENT'), 'untrusted'],
  [new Error('net::ERR_NAME_NOT_RESOLVED'), 'unreachable'],
  [null, 'unreachable'],
])('%s is told as %s', (error, problem) => {
  expect(problemOf(error)).toBe(problem);
});
