import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Database } from '../../../electron/stores/database.ts';
import { databaseError } from '../../../electron/stores/database-error.ts';
import { migrate } from '../../../electron/stores/migrations.ts';
import { MIGRATIONS } from '../../../electron/stores/schema.ts';
import { StateWriteError } from '../../../electron/sync/state-write-error.ts';
import { openedState, temporaryFolder } from '../../contract/state-makers.ts';

function newDatabase(): Database {
  return new Database(join(temporaryFolder(), 'a.db'));
}

describe('Database', () => {
  it('names a full disk, keeps what was committed and works on when there is room', () => {
    const database = newDatabase();
    database.exec('CREATE TABLE t (a BLOB)');
    const put = database.command('INSERT INTO t VALUES (?)');
    database.exec('PRAGMA max_page_count = 20');
    const fill = () =>
      database.transaction(() => {
        for (let row = 0; row < 100; row += 1) {
          put.run(new Uint8Array(2000));
        }
      });
    put.run(new Uint8Array(10));
    expect(fill).toThrow(
      expect.objectContaining({
        name: 'StateWriteError',
        error: expect.objectContaining({ code: 'disk-full' }),
      }),
    );
    expect(database.query('SELECT count(*) FROM t').row()).toEqual([1]);
    database.exec('PRAGMA max_page_count = 100000');
    fill();
    expect(database.query('SELECT count(*) FROM t').row()).toEqual([101]);
  });

  it('leaves our own mistakes as they are', () => {
    const database = newDatabase();
    expect(() => database.query('SELECT nonsense')).toThrow(/nonsense/);
    expect(() => database.query('SELECT nonsense')).not.toThrow(StateWriteError);
  });

  it('cannot open in a folder that is not there', () => {
    expect(() => new Database(join(temporaryFolder(), 'none', 'a.db'))).toThrow(StateWriteError);
  });
});

describe('databaseError', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
    ['SQLITE_BUSY_SNAPSHOT', 'busy'],
    ['SQLITE_READONLY_DIRECTORY', 'state-unusable'],
    ['SQLITE_IOERR_FSYNC', 'state-unusable'],
    ['SQLITE_CORRUPT', 'state-unusable'],
  ])('%s is %s', (code, expected) => {
    const error = databaseError(Object.assign(new Error('said'), { code }));
    expect(error).toMatchObject({ error: { code: expected, detail: `${code} said` } });
  });

  it.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', 'EACCES'])('%s comes back unchanged', (code) => {
    const error = Object.assign(new Error('said'), { code });
    expect(databaseError(error)).toBe(error);
  });
});

describe('migrate', () => {
  const next = 'ALTER TABLE approvals ADD COLUMN note TEXT';

  /** A database of version 1 with one record in it. */
  function versionOne(): string {
    const file = join(temporaryFolder(), 'a.db');
    const database = new Database(file);
    expect(migrate(database, MIGRATIONS.slice(0, 1)).ok).toBe(true);
    database.exec("INSERT INTO approvals (path) VALUES ('kept')");
    database.close();
    return file;
  }

  it('brings version 1 forwards to today with everything in it', () => {
    const state = openedState(versionOne());
    expect(state.approvals.all()).toEqual([{ path: 'kept' }]);
  });

  it('knows what version 1 remembered: the first run shows the whole folder, old entries have no run', () => {
    const file = versionOne();
    const database = new Database(file);
    const reason = "'edit/edit', 'changed-on-both-overlap', NULL, 5";
    database.exec(`
      INSERT INTO base VALUES ('docs/a.md', 'a', 'a', 'b', 'a');
      INSERT INTO remote VALUES ('docs/a.md', 'a.md', 'b', 'a');
      INSERT INTO conflicts VALUES ('docs/b.md', ${reason});
      INSERT INTO activity (time, kind, path) VALUES (3, 'pulled', 'docs/a.md');
    `);
    database.close();
    const state = openedState(file);
    expect(state.conflicts.all()).toMatchObject([{ since: 5, seen: { local: null, remote: null } }]);
    expect(state.remote.get('docs/a.md')).toStrictEqual({
      path: 'docs/a.md',
      wire: 'a.md',
      version: { id: 'b', meaning: 'a' },
    });
    expect(state.activity.latest(1)).toMatchObject([{ time: 3, run: null, hasEvidence: false }]);
    state.runs.begin('sync');
    state.runs.note('pulled', 6);
    const run = state.runs.end(6, 'inSync');
    expect(state.runs.folderAt(run ?? 0)).toEqual([{ path: 'docs/a.md', id: 'a', twin: 'b' }]);
  });

  it('runs only the steps that are missing', () => {
    const database = new Database(versionOne());
    migrate(database, [...MIGRATIONS.slice(0, 1), next]);
    migrate(database, [...MIGRATIONS.slice(0, 1), next]);
    expect(database.version()).toBe(2);
    expect(database.query('SELECT path, note FROM approvals').row()).toEqual(['kept', null]);
  });

  it('takes a step back as a whole when a part of it fails, and keeps the steps before', () => {
    const database = new Database(versionOne());
    const steps = [...MIGRATIONS.slice(0, 1), next, 'DROP TABLE history; ALTER TABLE none ADD COLUMN x TEXT'];
    expect(() => migrate(database, steps)).toThrow(/none/);
    expect(database.version()).toBe(2);
    expect(database.query('SELECT count(*) FROM history').row()).toEqual([0]);
  });
});
