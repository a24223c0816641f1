/**
 * The database's history, one step per version: `MIGRATIONS[n]` leads from version n to n + 1. Steps are only ever
 * added, never edited, because databases of every version are out there.
 *
 * No foreign keys: a text may be stored before or after what speaks of it, and `prune` sweeps what nobody speaks of.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE base (
    path TEXT PRIMARY KEY, local_id TEXT, local_meaning TEXT, remote_id TEXT, remote_meaning TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE remote (
    path TEXT PRIMARY KEY, wire TEXT NOT NULL, id TEXT, meaning TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE scans (
    path TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, id TEXT NOT NULL, meaning TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE conflicts (
    path TEXT PRIMARY KEY, kind TEXT NOT NULL, reason_code TEXT NOT NULL, reason_detail TEXT, since INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE intents (
    path TEXT PRIMARY KEY, item TEXT NOT NULL, id TEXT NOT NULL, meaning TEXT NOT NULL,
    time INTEGER NOT NULL, acknowledged INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE refusals (
    path TEXT PRIMARY KEY, id TEXT NOT NULL, error_code TEXT NOT NULL, error_detail TEXT, retry_after_ms INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE approvals (path TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE contents (id TEXT PRIMARY KEY, deflated INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
  CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL, content_id TEXT NOT NULL, origin TEXT NOT NULL,
    time INTEGER NOT NULL, bytes INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX history_path ON history (path, id);
  CREATE TABLE activity (
    id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, kind TEXT NOT NULL, path TEXT,
    reason_code TEXT, reason_detail TEXT, code TEXT
  ) STRICT;
  `,
];
