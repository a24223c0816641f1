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
  // `moved` names what the next snapshot has to look at: the base's triggers fill it, so that it costs what changed.
  `
  ALTER TABLE remote ADD COLUMN heard_at INTEGER;
  ALTER TABLE conflicts ADD COLUMN seen_local TEXT;
  ALTER TABLE conflicts ADD COLUMN seen_remote TEXT;
  ALTER TABLE activity ADD COLUMN run INTEGER;
  ALTER TABLE activity ADD COLUMN has_evidence INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE activity ADD COLUMN base_id TEXT;
  ALTER TABLE activity ADD COLUMN local_id TEXT;
  ALTER TABLE activity ADD COLUMN remote_id TEXT;
  CREATE INDEX activity_run ON activity (run, id);
  CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, kind TEXT NOT NULL, outcome TEXT, counts TEXT NOT NULL
  ) STRICT;
  CREATE TABLE replaced (
    run INTEGER NOT NULL, path TEXT NOT NULL, before_id TEXT, after_id TEXT, PRIMARY KEY (run, path)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX replaced_undoable ON replaced (run) WHERE before_id IS NOT NULL;
  CREATE TABLE snapshots (
    path TEXT NOT NULL, run INTEGER NOT NULL, local_id TEXT, remote_id TEXT, PRIMARY KEY (path, run)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE moved (path TEXT PRIMARY KEY, here_id TEXT) STRICT, WITHOUT ROWID;
  INSERT INTO moved (path) SELECT path FROM base;
  CREATE TRIGGER base_put AFTER INSERT ON base BEGIN
    INSERT OR REPLACE INTO moved (path, here_id) VALUES (new.path, NULL);
  END;
  CREATE TRIGGER base_deleted AFTER DELETE ON base BEGIN
    INSERT OR REPLACE INTO moved (path, here_id) VALUES (old.path, NULL);
  END;
  `,
];
