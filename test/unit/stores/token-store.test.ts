import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../electron/stores/log-file.ts';
import { logFiles } from '../../../electron/stores/log-files.ts';
import { SettingsStore } from '../../../electron/stores/settings-store.ts';
import { openSqliteState } from '../../../electron/stores/sqlite-state.ts';
import { TokenStore } from '../../../electron/stores/token-store.ts';
import { temporaryFolder } from '../../contract/state-makers.ts';
import { AesCipher } from './aes-cipher.ts';
import { openConfStore } from './conf-backend.ts';

const CANARY = 'CANARY+token/"0123456789"?ä';
const ORIGIN = 'https://api.example.com';

function setUp() {
  const folder = temporaryFolder();
  const cipher = new AesCipher();
  const restart = () => new TokenStore(folder, openConfStore, cipher);
  return { folder, cipher, restart, store: restart(), file: join(folder, 'credentials.json') };
}

function codeOf(result: { ok: boolean; error?: { code: string } }): string {
  return result.error?.code ?? 'ok';
}

/** Every form in which the token could lie in a file. */
function formsOfCanary(): readonly string[] {
  const bytes = Buffer.from(CANARY);
  const forms = [CANARY, JSON.stringify(CANARY).slice(1, -1), encodeURIComponent(CANARY)];
  return [
    ...forms,
    ...(['base64', 'base64url', 'hex'] as const).map((form) => bytes.toString(form).replace(/=+$/, '')),
  ];
}

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe('TokenStore', () => {
  it('gives back after a restart what was saved', async () => {
    const { store, restart } = setUp();
    expect(await store.save(CANARY, ORIGIN)).toEqual({ ok: true, value: 'stored' });
    expect(await restart().load(ORIGIN)).toEqual({ ok: true, value: { token: CANARY, state: 'stored' } });
    expect(await restart().state()).toBe('stored');
  });

  it('keeps the token in a file for the owner only, and in no readable form', async () => {
    const { store, file } = setUp();
    await store.save(CANARY, ORIGIN);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    for (const form of formsOfCanary()) {
      expect(readFileSync(file, 'utf8')).not.toContain(form);
    }
  });

  it('cleans what was pasted, and refuses sample text without touching what is stored', async () => {
    const { store, restart } = setUp();
    await store.save(` "${CANARY}"\n`, ORIGIN);
    expect(codeOf(await store.save('YOUR_KVS_TOKEN', ORIGIN))).toBe('token-invalid');
    expect(await restart().load(ORIGIN)).toMatchObject({ value: { token: CANARY } });
  });

  it('has no token before one was saved', async () => {
    const { store, folder } = setUp();
    expect(codeOf(await store.load(ORIGIN))).toBe('token-missing');
    expect(await store.state()).toBe('missing');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('gives the token to no other origin', async () => {
    const { store, restart } = setUp();
    await store.save(CANARY, ORIGIN);
    expect(codeOf(await restart().load('https://api.example.com:8443'))).toBe('token-other-origin');
    expect(codeOf(await restart().load('http://api.example.com'))).toBe('token-other-origin');
  });

  it('is not fooled by an edited file: the origin is inside the ciphertext too', async () => {
    const { store, restart, file } = setUp();
    await store.save(CANARY, ORIGIN);
    writeFileSync(file, readFileSync(file, 'utf8').replace(ORIGIN, 'https://evil.example'));
    expect(codeOf(await restart().load('https://evil.example'))).toBe('token-other-origin');
  });

  it('waits while the keyring is locked: the ciphertext stays and is good again later', async () => {
    const { store, restart, cipher, file } = setUp();
    await store.save(CANARY, ORIGIN);
    const before = readFileSync(file, 'utf8');
    cipher.become('locked');
    const later = restart();
    expect(codeOf(await later.load(ORIGIN))).toBe('token-locked');
    expect(codeOf(await later.save('another-token', ORIGIN))).toBe('token-locked');
    expect(await later.state()).toBe('locked');
    expect(readFileSync(file, 'utf8')).toBe(before);
    cipher.become('ready');
    expect(await later.load(ORIGIN)).toMatchObject({ ok: true, value: { token: CANARY } });
  });

  it.each(['basic', 'absent'] as const)(
    'keeps the token for this run only when the keyring is %s',
    async (state) => {
      const { store, restart, cipher, folder } = setUp();
      cipher.become(state);
      expect(await store.save(CANARY, ORIGIN)).toEqual({ ok: true, value: 'this-run-only' });
      expect(await store.load(ORIGIN)).toEqual({
        ok: true,
        value: { token: CANARY, state: 'this-run-only' },
      });
      expect(codeOf(await store.load('https://other.example'))).toBe('token-other-origin');
      expect(await store.state()).toBe('this-run-only');
      expect(filesBelow(folder)).toEqual([]);
      expect(codeOf(await restart().load(ORIGIN))).toBe('token-missing');
    },
  );

  it('does not come back to an older token that was replaced for one run', async () => {
    const { store, cipher, restart } = setUp();
    await store.save('the-old-token', ORIGIN);
    cipher.become('basic');
    await store.save(CANARY, ORIGIN);
    cipher.become('ready');
    expect(codeOf(await restart().load(ORIGIN))).toBe('token-missing');
  });

  it('says when the key is another one, and keeps the ciphertext until a new token comes', async () => {
    const { store, restart, cipher, file } = setUp();
    await store.save(CANARY, ORIGIN);
    const before = readFileSync(file, 'utf8');
    cipher.loseKey();
    expect(codeOf(await restart().load(ORIGIN))).toBe('token-undecryptable');
    expect(readFileSync(file, 'utf8')).toBe(before);
    await restart().save('a-new-token', ORIGIN);
    expect(await restart().load(ORIGIN)).toMatchObject({ value: { token: 'a-new-token' } });
  });

  it.each([
    ['absent', 'token-missing'],
    ['basic', 'token-undecryptable'],
  ] as const)('leaves a stored token alone while the keyring is %s', async (state, code) => {
    const { store, restart, cipher } = setUp();
    await store.save(CANARY, ORIGIN);
    cipher.become(state);
    expect(codeOf(await restart().load(ORIGIN))).toBe(code);
    cipher.become('ready');
    expect(await restart().load(ORIGIN)).toMatchObject({ value: { token: CANARY } });
  });

  it.each(['', '{', '[]', 'null', '{"origin":1}', `{"origin":"${ORIGIN}","ciphertext":"AAAA"}`])(
    'cannot read a damaged file %j, and leaves it',
    async (text) => {
      const { restart, file } = setUp();
      writeFileSync(file, text);
      expect(codeOf(await restart().load(ORIGIN))).toBe('token-undecryptable');
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );

  it('forgets everything', async () => {
    const { store, restart, folder } = setUp();
    await store.save(CANARY, ORIGIN);
    expect(await store.forget()).toEqual({ ok: true, value: undefined });
    expect(codeOf(await restart().load(ORIGIN))).toBe('token-missing');
    expect(filesBelow(folder)).toEqual([]);
  });

  it('says when the file cannot be written', async () => {
    const { cipher, folder } = setUp();
    mkdirSync(join(folder, 'credentials.json'));
    const store = new TokenStore(folder, openConfStore, cipher);
    expect(codeOf(await store.save(CANARY, ORIGIN))).toBe('write-failed');
    chmodSync(folder, 0o700);
  });

  it('shows the token in no error and in no picture of itself', async () => {
    const { store, cipher } = setUp();
    cipher.become('basic');
    await store.save(CANARY, ORIGIN);
    const shown = [JSON.stringify(store), inspect(store, { depth: 9, showHidden: true }), String(store)];
    cipher.encrypt = async (text) => Promise.reject(new Error(text));
    cipher.become('ready');
    shown.push(JSON.stringify(await store.save(CANARY, ORIGIN)));
    shown.push(JSON.stringify(await store.load('https://other.example')));
    for (const text of shown) {
      expect(text).not.toContain('CANARY');
    }
  });

  it('leaves no readable token anywhere in the state folder, whatever else is kept there', async () => {
    const { store, cipher, folder } = setUp();
    await store.save(CANARY, ORIGIN);
    cipher.become('basic');
    await store.save(CANARY, ORIGIN);
    cipher.become('ready');
    await store.save(CANARY, ORIGIN);
    new SettingsStore(folder, openConfStore).update({ lssn: 7 });
    const log = createLog({
      files: logFiles(join(folder, 'logs'), 'test'),
      level: () => 'debug',
      writer: { pid: 1, version: '0.0.0' },
    });
    log.hide(CANARY);
    for (const form of formsOfCanary()) {
      log.write('error', 'file-put-back', { path: form });
      log.write('error', 'file-put-back', { path: `${'x'.repeat(290)}${form}` });
    }
    const state = openSqliteState(join(folder, 'state', 'a.db'));
    expect(state.ok).toBe(true);
    const files = filesBelow(folder);
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const file of files) {
      for (const form of [...formsOfCanary(), 'CANARY']) {
        expect(readFileSync(file, 'latin1').includes(form), `${form} in ${file}`).toBe(false);
      }
    }
  });
});

describe('the tokens of several connections', () => {
  it('lie in files of their own; the first one where the only one lay before there could be several', async () => {
    const { folder, cipher, store } = setUp();
    await store.save('first-token', ORIGIN);
    const open = (id: string) => new TokenStore(folder, openConfStore, cipher, id);
    await open('two').save('second-token', 'https://b.example');
    expect(await open('first').load(ORIGIN)).toMatchObject({ value: { token: 'first-token' } });
    expect(await open('two').load('https://b.example')).toMatchObject({ value: { token: 'second-token' } });
    expect(codeOf(await open('two').load(ORIGIN))).toBe('token-other-origin');
    expect(codeOf(await open('three').load(ORIGIN))).toBe('token-missing');
    await open('two').forget();
    expect(readdirSync(folder)).toEqual(['credentials.json']);
  });
});
