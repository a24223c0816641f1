import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SettingsStore } from '../../../electron/stores/settings-store.ts';
import { DEFAULT_SETTINGS } from '../../../shared/model/settings.ts';
import { temporaryFolder } from '../../contract/state-makers.ts';
import { openConfStore } from './conf-backend.ts';

function setUp(text?: string) {
  const folder = join(temporaryFolder(), 'state');
  const open = () => new SettingsStore(folder, openConfStore);
  const file = join(folder, 'settings.json');
  if (text !== undefined) {
    open().update({});
    writeFileSync(file, text);
  }
  return { folder, file, open, store: open() };
}

describe('SettingsStore', () => {
  it('starts with the defaults and makes nothing on disk', () => {
    const { store, folder } = setUp();
    expect(store.get()).toEqual(DEFAULT_SETTINGS);
    expect(store.problems()).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  });

  it('keeps what was set over a restart, in a file for the owner only', () => {
    const { store, open, file, folder } = setUp();
    const changes = { lssn: 42, workspace: '/home/a/.openclaw', intervalSeconds: 60 };
    expect(store.update(changes)).toEqual({ ok: true, value: { ...DEFAULT_SETTINGS, ...changes } });
    expect(open().get()).toEqual({ ...DEFAULT_SETTINGS, ...changes });
    expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([
      0o600, 0o600,
    ]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(changes);
  });

  it('sees what another process wrote', () => {
    const { store, open } = setUp();
    open().update({ lssn: 5 });
    expect(store.get().lssn).toBe(5);
  });

  it.each([
    [{ lssn: 0 }, 'lssn-invalid'],
    [{ lssn: 1.5 }, 'lssn-invalid'],
    [{ lssn: 2_147_483_648 }, 'lssn-invalid'],
    [{ apiUrl: 'ftp://a' }, 'api-url-invalid'],
    [{ apiUrl: 'https://user:secret@a.example/api' }, 'api-url-invalid'],
    [{ apiUrl: 'https://a.example/#part' }, 'api-url-invalid'],
    [{ workspace: '' }, 'workspace-not-set'],
    [{ intervalSeconds: 14 }, 'usage'],
    [{ intervalSeconds: 3601 }, 'usage'],
    [{ intervalSeconds: Number.NaN }, 'usage'],
    [{ autostart: 'yes' as never }, 'usage'],
    [{ historyDays: 0 }, 'usage'],
    [{ historyDays: 3651 }, 'usage'],
    [{ historyVersions: 0 }, 'usage'],
    [{ historyVersions: 1.5 }, 'usage'],
    [{ unknown: 1 } as never, 'usage'],
  ])('refuses %j as a whole and does not repeat it', (changes, code) => {
    const { store } = setUp();
    store.update({ lssn: 1 });
    const result = store.update({ ...(changes as object), trayHintSeen: true });
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(result)).not.toContain('secret');
    expect(store.get()).toEqual({ ...DEFAULT_SETTINGS, lssn: 1 });
  });

  it('tells who listens, until they stop', () => {
    const { store } = setUp();
    const seen: (number | null)[] = [];
    const stop = store.onChange((settings) => seen.push(settings.lssn));
    store.update({ lssn: 1 });
    store.update({ lssn: -1 });
    stop();
    store.update({ lssn: 3 });
    expect(seen).toEqual([1]);
  });

  it('loses one bad key only, names it, and keeps everything else', () => {
    const { store } = setUp('{"lssn": 7, "intervalSeconds": "often", "fromTheFuture": {"a": 1}}');
    expect(store.get()).toEqual({ ...DEFAULT_SETTINGS, lssn: 7 });
    expect(store.problems()).toEqual(['intervalSeconds']);
  });

  it('keeps unknown keys and the broken file when it writes', () => {
    const text = '{"lssn": 7, "intervalSeconds": "often", "fromTheFuture": {"a": 1}}';
    const { store, file, folder } = setUp(text);
    expect(store.update({ trayHintSeen: true }).ok).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      lssn: 7,
      fromTheFuture: { a: 1 },
      trayHintSeen: true,
    });
    expect(readFileSync(join(folder, 'settings.damaged.json'), 'utf8')).toBe(text);
    expect(store.problems()).toEqual([]);
  });

  it.each(['', '{"lssn": 7', '[]', 'null', '\0\0\0', '"text"'])(
    'goes on with the last good copy when the file is %j',
    (text) => {
      const { open, file } = setUp();
      open().update({ lssn: 9 });
      writeFileSync(file, text);
      const store = open();
      expect(store.get().lssn).toBe(9);
      expect(store.problems()).toEqual(['file']);
      expect(store.update({ autostart: true })).toMatchObject({ value: { lssn: 9, autostart: true } });
    },
  );

  it('has the defaults when the file is broken and there is no copy', () => {
    const { store } = setUp('not json');
    expect(store.get()).toEqual(DEFAULT_SETTINGS);
  });

  it('says when the file can neither be read nor written, and changes nothing', () => {
    const { store, file } = setUp();
    mkdirSync(file, { recursive: true });
    expect(store.get()).toEqual(DEFAULT_SETTINGS);
    expect(store.problems()).toEqual(['file']);
    expect(store.update({ lssn: 1 })).toMatchObject({ ok: false, error: { code: 'write-failed' } });
    expect(store.get()).toEqual(DEFAULT_SETTINGS);
  });

  it('accepts a byte-order mark that an editor left', () => {
    expect(setUp('\uFEFF{"lssn": 3}').store.get().lssn).toBe(3);
  });

  it('is not led astray by names of the language itself', () => {
    const { store } = setUp('{"__proto__": {"lssn": 5}, "constructor": 1, "lssn": 3}');
    expect(store.get()).toEqual({ ...DEFAULT_SETTINGS, lssn: 3 });
  });
});

describe('several connections', () => {
  const two = { id: 'two', apiUrl: 'https://b.example/api', lssn: 2, workspace: '/b' };

  it('keeps those of a settings file from before there could be several', () => {
    const { store } = setUp('{"lssn": 1, "workspace": "/a"}');
    expect(store.get()).toMatchObject({ lssn: 1, workspace: '/a', connectionId: 'first', connections: [] });
  });

  it('loses only the entries that cannot be used, and keeps what it does not know of the others', () => {
    const wrong = [
      { ...two, id: '../x' },
      { ...two, lssn: 0 },
      { ...two, apiUrl: 'ftp://a' },
      { id: 'four' },
      null,
      7,
    ];
    const { store, file } = setUp(JSON.stringify({ lssn: 1, connections: [{ ...two, later: 1 }, ...wrong] }));
    expect(store.get().connections).toEqual([{ ...two, later: 1 }]);
    expect(store.problems()).toEqual(['connections']);
    expect(store.update({ intervalSeconds: 60 }).ok).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8')).connections).toEqual([{ ...two, later: 1 }]);
  });

  it('refuses to write one that cannot be used', () => {
    const { store } = setUp();
    expect(store.update({ connections: [{ ...two, lssn: -1 }] })).toMatchObject({ ok: false });
    expect(store.update({ connections: [two] })).toMatchObject({ ok: true });
  });
});
