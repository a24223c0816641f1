import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import { createSecretScanner, RULE_SET } from '../../../electron/secrets/secret-scanner.ts';
import type { SecretFinding } from '../../../electron/sync/secret-ports.ts';
import { SECRET_KINDS } from '../../../shared/model/secret.ts';
import { placeWords } from '../../../shared/secret-words.ts';

const TOKEN = 'giip-0123456789abcdef';
const KEY = `-----BEGIN RSA PRIVATE KEY-----\n${`${'MIIEpAIBAAKCAQEA7bq5'.repeat(3)}\n`.repeat(12)}-----END RSA PRIVATE KEY-----`;
// Put together here, so that this file itself holds nothing that looks like one.
const GITHUB = `ghp_${'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'}`;
const SLACK = ['xoxb', '123456789012', '1234567890123', 'abcdefABCDEFabcdefABCDEF'].join('-');

async function scan(
  text: string,
  path = 'docs/a.md',
  token: string | null = TOKEN,
): Promise<readonly SecretFinding[]> {
  const scanner = createSecretScanner({ isOn: () => true, token: async () => token });
  await scanner.rules();
  return scanner.scan(path, text);
}

function places(found: readonly SecretFinding[]): readonly (readonly [string, number])[] {
  return found.map(({ kind, line }) => [kind, line] as const);
}

describe('what is found', () => {
  test.each([
    ['a private key', `first\n\n${KEY}\n`, 'private-key', 3],
    ['a token', `a\nuse ${GITHUB} here\n`, 'github', 2],
    ['another token', `${SLACK}\n`, 'slack', 1],
    ['a password in an address', 'see\r\nhttps://peter:wolf4711x@example.net/x\r\n', 'password-in-url', 2],
    ['a database', 'postgres://peter:wolf4711x@db.example.net:5432/x', 'database-password', 1],
    ['the Agent Token', `{\n  "sk": "${TOKEN}"\n}\n`, 'giip-token', 2],
  ])('%s, with its line and itself', async (_what, text, kind, line) => {
    const found = await scan(text);
    expect(places(found)).toContainEqual([kind, line]);
    for (const { secret } of found) expect(text).toContain(secret);
  });

  test('a private key on one line of a config', async () => {
    const text = JSON.stringify({ name: 'x', key: KEY }, null, 2);
    expect(places(await scan(text, 'configs/a.json'))).toEqual([['private-key', 3]]);
  });

  test.each([
    ['a slash', '{\n  "u": "https:\\/\\/peter:wolf4711x@example.net\\/x"\n}', 'password-in-url'],
    ['a letter', `{\n  "u": "gh\\u0070${GITHUB.slice(3)}"\n}`, 'github'],
    ['what the Agent Token has in it', '{\n  "u": "giip\\"0123\\\\456\\/7\\u0026"\n}', 'giip-token'],
  ])('a secret of a JSON file that escapes %s', async (_what, text, kind) => {
    expect(places(await scan(text, 'configs/a.json', 'giip"0123\\456/7&'))).toContainEqual([kind, 2]);
    expect(places(await scan(text, 'docs/b.JSON', 'giip"0123\\456/7&'))).toContainEqual([kind, 2]);
  });

  test('a secret that is longer than what two pieces share', async () => {
    const long = `${'x'.repeat(100 * 1024)} xoxb-1-${`${'a'.repeat(40)}-`.repeat(1000)}abc `;
    expect(places(await scan(`${long}${'y'.repeat(100 * 1024)}`))).toContainEqual(['slack', 1]);
  });

  test('each secret once, all of them in order', async () => {
    const found = await scan(`${SLACK}\n${GITHUB}\n${GITHUB}\n${SLACK}\n`);
    expect(places(found)).toEqual([
      ['slack', 1],
      ['github', 2],
    ]);
  });

  test('a comment in the document opens no gate', async () => {
    const found = await scan(`<!-- secretlint-disable -->\n${GITHUB}\n<!-- secretlint-enable -->\n`);
    expect(places(found)).toEqual([['github', 2]]);
  });

  test.each([
    ['prose', 'The key to the token is a password: choose one with 12 letters.\n'],
    [
      'placeholders',
      'sk: <your Agent Token>\nAPI_KEY=xxxxxxxxxxxxxxxx\nAWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n',
    ],
    ['a hash', `sha256 ${'0123456789abcdef'.repeat(4)}\n`],
    ['an address without a password', 'https://example.net/a?b=c#d user@example.net\n'],
    [
      'a public key',
      '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA\n-----END PUBLIC KEY-----\n',
    ],
    ['nothing', ''],
  ])('no alarm for %s', async (_what, text) => {
    expect(await scan(text)).toEqual([]);
  });

  test('a token that is too short to be told from words, or not known, is not looked for', async () => {
    expect(await scan('the word is in here\n', 'docs/a.md', 'word')).toEqual([]);
    expect(await scan(`${TOKEN}\n`, 'docs/a.md', null)).toEqual([]);
  });
});

describe('large and hostile texts', () => {
  const LINE = 'lorem ipsum dolor sit amet token key value consetetur sadipscing elitr\n';

  test('a secret is found wherever a text of 5 MB is cut into pieces', async () => {
    const filler = LINE.repeat(4_000);
    for (const before of [131_072, 131_060, 114_688, 114_700, 2_000_000]) {
      const text = `${filler.repeat(8).slice(0, before - 20)} ${GITHUB} ${filler}`;
      const found = await scan(text);
      expect(found.map(({ secret }) => secret)).toEqual([GITHUB]);
      expect(found[0]?.line).toBe(text.slice(0, text.indexOf(GITHUB)).split('\n').length);
    }
  });

  test.each([
    ['one line of one letter', 'a'],
    ['base64', 'QUJDx+/9'],
    ['line ends', '\n'],
    ['beginnings of keys', '-----BEGIN RSA PRIVATE KEY-----\n'],
    ['addresses', 'https://a:'],
    ['ats', 'a:b@'],
    ['prefixes', 'sk-AKIAghp_xoxb-1'],
    ['quotes', '{"private_key":"'],
    ['blanks', '                '],
  ])('5 MB of %s are scanned in bounded time, in slices', async (_what, piece) => {
    const text = piece.repeat(Math.ceil((5 * 1024 * 1024) / piece.length));
    await scan('load');
    let worst = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      worst = Math.max(worst, performance.now() - last);
      last = performance.now();
    }, 1);
    const start = performance.now();
    await scan(text);
    clearInterval(timer);
    // Measured: 0.1 to 0.7 s whole, 5 to 25 ms at a stretch; the bounds allow for a busy machine.
    expect(performance.now() - start).toBeLessThan(15_000);
    expect(worst).toBeLessThan(1_000);
  });

  test('a text full of secrets ends early, and what is left is not taken as clean', async () => {
    const many = Array.from({ length: 300 }, (_, i) => `https://peter:wolf${1000 + i}x@example.net/`).join(
      '\n',
    );
    const found = await scan(many);
    expect(found).toHaveLength(101);
    expect(found.at(-1)).toMatchObject({ kind: 'not-scanned', line: 101 });
  });
});

test('rules name the installed rule set and tell tokens apart without telling them; off is null', async () => {
  const rules = (token: string | null, isOn = true): Promise<string | null> =>
    createSecretScanner({ isOn: () => isOn, token: async () => token }).rules();
  const { version } = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('@secretlint/core/package.json'), 'utf8'),
  );
  expect(RULE_SET).toBe(`secretlint ${version}`);
  expect(await rules(TOKEN)).not.toBe(await rules(`${TOKEN}0`));
  expect(await rules(TOKEN)).not.toContain(TOKEN.slice(5));
  expect(await rules(TOKEN, false)).toBeNull();
});

test('every kind has words', () => {
  for (const kind of SECRET_KINDS) expect(placeWords({ line: 3, kind })).toMatch(/^Line 3: \S/);
});
