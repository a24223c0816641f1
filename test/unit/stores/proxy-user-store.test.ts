import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ProxyUserStore } from '../../../electron/stores/proxy-user-store.ts';
import { AesCipher } from './aes-cipher.ts';
import { openConfStore } from './conf-backend.ts';

const PROXY = 'http://proxy.test:8080/';
const USER = { name: 'WORK\\me', password: 'pa:ss wörd' };
let folder: string;
let cipher: AesCipher;

beforeEach(() => {
  cipher = new AesCipher();
  folder = mkdtempSync(join(tmpdir(), 'openclaw-proxy-user-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (): ProxyUserStore => new ProxyUserStore(folder, openConfStore, cipher);
const file = (): string => join(folder, 'proxy-credentials.json');

test('kept encrypted for one proxy, and found again by the next run', async () => {
  const store = open();
  expect(await store.save(PROXY, USER)).toEqual({ ok: true, value: 'stored' });
  expect(readFileSync(file(), 'utf8')).not.toMatch(/WORK|pa:ss|wörd/);
  expect(inspect(store, { depth: 5, showHidden: true })).not.toMatch(/pa:ss/);
  expect(await open().load(PROXY)).toEqual(USER);
  expect(open().state(PROXY)).toBe('stored');
});

test('told to no other proxy, also when the file says otherwise', async () => {
  await open().save(PROXY, USER);
  const other = 'http://other.test:8080/';
  expect(await open().load(other)).toBeNull();
  expect(open().state(other)).toBe('none');
  const store = openConfStore({ folder, name: 'proxy-credentials', deserialize: JSON.parse });
  store.store = { ...store.store, origin: other };
  expect(await open().load(other)).toBeNull();
});

test.each(['basic', 'absent', 'locked'] as const)(
  'without a keyring (%s) for this run only',
  async (state) => {
    await open().save(PROXY, { name: 'old', password: 'old' });
    const store = open();
    cipher.become(state);
    expect(await store.save(PROXY, USER)).toEqual({ ok: true, value: 'this-run-only' });
    expect(existsSync(file())).toBe(false);
    expect(await store.load(PROXY)).toEqual(USER);
    expect(await open().load(PROXY)).toBeNull();
  },
);

test('forgotten here and on disk; what another key sealed is none', async () => {
  const store = open();
  await store.save(PROXY, USER);
  cipher.loseKey();
  expect(await store.load(PROXY)).toBeNull();
  expect(store.forget()).toEqual({ ok: true, value: null });
  expect(existsSync(file())).toBe(false);
  expect(await store.load(PROXY)).toBeNull();
});

test.each([
  { name: '', password: 's3cret' },
  { name: 'a:b', password: 's3cret' },
  { name: 'a', password: 'x\r\nProxy-Foo: y' },
  { name: 'a', password: 'x'.repeat(600) },
])('refused without repeating it: %j', async (user) => {
  const saved = await open().save(PROXY, user);
  expect(saved).toMatchObject({ ok: false, error: { code: 'proxy-auth-required' } });
  expect(JSON.stringify(saved)).not.toContain(user.password);
});
