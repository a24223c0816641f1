import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Database } from '../../../electron/stores/database.ts';
import { lookIntoSqliteState, openSqliteState } from '../../../electron/stores/sqlite-state.ts';
import { digest, openedState, temporaryFolder, versionOf } from '../../contract/state-makers.ts';
import { Child } from './child-process.ts';

const NOBODY = 65534;

function newFile(): string {
  return join(temporaryFolder(), 'state', 'state.db');
}

/** A database with enough in it to have many pages, closed well. */
function filledFile(): string {
  const file = newFile();
  const state = openedState(file);
  state.transaction(() => {
    for (let item = 0; item < 1000; item += 1) {
      const version = versionOf(`text ${item}`);
      state.base.put({ path: `docs/${item}.md`, local: version, remote: version });
      state.contents.put(version.id, `text ${item}`);
    }
  });
  state.close();
  return copied(file);
}

/** A copy that no connection of this process holds open. */
function copied(file: string): string {
  const copy = join(temporaryFolder(), 'state.db');
  copyFileSync(file, copy);
  return copy;
}

function overwrite(file: string, from: number, bytes: Uint8Array): void {
  const content = readFileSync(file);
  content.set(bytes, from);
  writeFileSync(file, content);
}

function codeOf(file: string): string {
  const opened = openSqliteState(file);
  return opened.ok ? 'opened' : opened.error.code;
}

describe('all records of a table', () => {
  it.each([1_999, 2_000, 2_001, 6_000])(
    '%i of them, each once and in order, whatever is in a name',
    (count) => {
      const state = openedState(newFile());
      // A NUL and a letter beyond U+FFFF where one page ends and the next begins.
      const names = Array.from({ length: count }, (_, i) => `docs/${String(i).padStart(5, '0')}\0\u{1f600}`);
      state.transaction(() => {
        for (const path of names.toReversed()) state.approvals.put({ path });
      });
      expect(state.approvals.all().map(({ path }) => path)).toEqual(names);
      state.close();
    },
  );
});

describe('openSqliteState', () => {
  it('makes file and folder for the owner only, the log files too', () => {
    const file = newFile();
    openedState(file).approvals.put({ path: 'a' });
    const modes = ['', '-wal', '-shm'].map((end) => statSync(`${file}${end}`).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600, 0o600]);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
  });

  it('narrows a file that everybody could read, and leaves a folder that exists as it is', () => {
    const file = newFile();
    mkdirSync(dirname(file), { mode: 0o755 });
    writeFileSync(file, '', { mode: 0o644 });
    openedState(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o755);
  });

  it('finds again what was written, with and without a close', () => {
    const file = newFile();
    const first = openedState(file);
    first.approvals.put({ path: 'a' });
    expect(openedState(file).approvals.all()).toHaveLength(1);
    first.close();
    expect(openedState(file).approvals.all()).toHaveLength(1);
  });

  it('leaves an empty log when it is closed, and may be closed twice', () => {
    const file = newFile();
    const state = openedState(file);
    state.approvals.put({ path: 'a' });
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    state.close();
    state.close();
    expect(existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0).toBe(0);
  });

  it('says how much room it takes, the log included', () => {
    const state = openedState(newFile());
    const before = state.history.size().bytes;
    const text = randomBytes(100_000).toString('base64');
    state.contents.put(digest(text), text);
    expect(state.history.size().bytes - before).toBeGreaterThan(90_000);
  });

  it('is durable: full synchronisation and a write-ahead log', () => {
    const file = newFile();
    openedState(file);
    const database = new Database(file);
    expect(database.query('PRAGMA journal_mode').row()).toEqual(['wal']);
    expect(database.query('PRAGMA synchronous').row()).toEqual([2]);
  });

  it('waits for no disk only where that was asked for, outside of a transaction, and not after a fault either', () => {
    const database = new Database(join(temporaryFolder(), 'state.db'));
    const level = (): unknown => database.query('PRAGMA synchronous').row()?.[0];
    const seen: unknown[] = [];
    database.unflushed(() => void seen.push(level()));
    database.transaction(() => database.unflushed(() => void seen.push(level())));
    const fail = (): never => {
      throw new Error('a fault');
    };
    expect(() => database.unflushed(fail)).toThrow('a fault');
    expect([...seen, level()]).toEqual([1, 2, 2]);
  });

  it('shows the last success to others at once', () => {
    const file = newFile();
    const state = openedState(file);
    state.facts.set('lastSuccess', 5);
    expect(openedState(file).facts.get('lastSuccess')).toBe(5);
  });

  it('compresses long texts', () => {
    const state = openedState(newFile());
    const text = 'a line that is written often\n'.repeat(20_000);
    state.contents.put(digest(text), text);
    expect(state.history.size().bytes).toBeLessThan(text.length / 2);
    expect(state.contents.get(digest(text))).toBe(text);
  });
});

describe('lookIntoSqliteState', () => {
  it('makes nothing where there is nothing', () => {
    const file = newFile();
    const looked = lookIntoSqliteState(file);
    expect(looked.ok && looked.value.transaction(() => looked.value.base.all())).toEqual([]);
    expect(existsSync(dirname(file))).toBe(false);
  });

  it('sees what is there, while another one writes', () => {
    const file = newFile();
    openedState(file).approvals.put({ path: 'a' });
    const looked = lookIntoSqliteState(file);
    expect(looked.ok && looked.value.approvals.all()).toEqual([{ path: 'a' }]);
  });

  it('is refused like everybody else by a damaged one', () => {
    const file = filledFile();
    truncateSync(file, 5000);
    expect(lookIntoSqliteState(file)).toMatchObject({ ok: false, error: { code: 'state-unusable' } });
  });
});

describe('a damaged database', () => {
  it.each([
    ['no database at all', (file: string) => writeFileSync(file, 'this is a text file\n'.repeat(500))],
    ['a damaged header', (file: string) => overwrite(file, 0, randomBytes(100))],
    ['a damaged page', (file: string) => overwrite(file, 4096 * 5, new Uint8Array(4096).fill(0xa5))],
    ['a zeroed page', (file: string) => overwrite(file, 4096 * 9, new Uint8Array(4096))],
    ['cut in half', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ['cut to a few bytes', (file: string) => truncateSync(file, 60)],
  ])('%s: says so and leaves the file as it is', (_what, damage) => {
    const file = filledFile();
    damage(file);
    const before = readFileSync(file);
    expect(codeOf(file)).toBe('state-unusable');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('cut to nothing is a new one: the next sync is a first sync, which overwrites nothing', () => {
    const file = filledFile();
    truncateSync(file, 0);
    expect(openedState(file).base.all()).toEqual([]);
  });

  it('a damaged log loses whole transactions from its end, never parts', () => {
    const file = newFile();
    const state = openedState(file);
    state.approvals.put({ path: 'folded in' });
    state.close();
    const writer = openedState(file);
    for (const path of ['first', 'second', 'third']) {
      writer.transaction(() => {
        writer.approvals.put({ path });
        writer.refusals.put({ path, id: path, error: { code: 'parameter-refused' } });
      });
    }
    const copy = copied(file);
    copyFileSync(`${file}-wal`, `${copy}-wal`);
    overwrite(`${copy}-wal`, statSync(`${copy}-wal`).size - 2000, randomBytes(64));
    const reopened = openedState(copy);
    expect(reopened.approvals.all().map(({ path }) => path)).toEqual(['first', 'folded in', 'second']);
    expect(reopened.refusals.all().map(({ path }) => path)).toEqual(['first', 'second']);
  });

  it('a text that the disk has changed counts as not there, and the next put heals it', () => {
    const file = newFile();
    const text = 'the text that goes bad';
    const state = openedState(file);
    state.contents.put(digest(text), text);
    state.close();
    const copy = copied(file);
    overwrite(copy, readFileSync(copy).indexOf(text), Buffer.from('T'));
    const reopened = openedState(copy);
    expect(reopened.contents.get(digest(text))).toBeUndefined();
    reopened.contents.put(digest(text), text);
    expect(reopened.contents.get(digest(text))).toBe(text);
  });

  it('so it does where the disk loses a text that this very connection has written', () => {
    const file = newFile();
    const text = 'the text that goes bad';
    const state = openedState(file);
    state.contents.put(digest(text), text);
    const other = new Database(file);
    other.command('UPDATE contents SET body = ? WHERE id = ?').run(randomBytes(22), digest(text));
    other.close();
    expect(state.contents.get(digest(text))).toBeUndefined();
    state.contents.put(digest(text), text);
    expect(state.contents.get(digest(text))).toBe(text);
  });

  it('is looked for in a large file only after a run that did not end well', () => {
    const file = filledFile();
    const database = new Database(file);
    database.command('INSERT INTO contents VALUES (?, 0, ?)').run('large', new Uint8Array(33 * 1024 * 1024));
    database.close();
    const copy = copied(file);
    damageOneLeafOf(copy);
    const unaware = openedState(copy);
    unaware.approvals.put({ path: 'not folded in' });
    expect(codeOf(copy)).toBe('state-unusable');
  });
});

/** Breaks the page that holds a path in the middle of the list. */
function damageOneLeafOf(file: string): void {
  const at = readFileSync(file).indexOf('docs/500.md');
  overwrite(file, at - (at % 4096), new Uint8Array(64).fill(0xff));
}

describe('a database of another version', () => {
  it('newer: refuses and leaves the file as it is', () => {
    const file = filledFile();
    const database = new Database(file);
    database.exec('PRAGMA user_version = 999');
    database.close();
    const before = readFileSync(file);
    const opened = openSqliteState(file);
    expect(opened).toEqual({
      ok: false,
      error: { code: 'state-newer', detail: expect.stringContaining('999') },
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('a folder without rights', () => {
  it('read-only, seen by another user: state-unusable', async () => {
    const folder = join(temporaryFolder(), 'state');
    mkdirSync(folder, { mode: 0o555 });
    chmodSync(dirname(folder), 0o755);
    const child = new Child('state-opener.ts', [join(folder, 'state.db')], NOBODY);
    expect(await child.line()).toBe('state-unusable');
  });

  it('a database of another user: state-unusable, nothing changed', async () => {
    const file = filledFile();
    chmodSync(dirname(file), 0o755);
    const before = readFileSync(file);
    const child = new Child('state-opener.ts', [file], NOBODY);
    expect(await child.line()).toBe('state-unusable');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('a folder of its own: written', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o777);
    const child = new Child('state-opener.ts', [join(folder, 'state.db')], NOBODY);
    expect(await child.line()).toBe('written');
  });

  it('a file where the folder should be: state-unusable', () => {
    const folder = join(temporaryFolder(), 'state');
    writeFileSync(folder, '');
    expect(codeOf(join(folder, 'state.db'))).toBe('state-unusable');
    expect(codeOf(dirname(folder))).toBe('state-unusable');
  });
});
