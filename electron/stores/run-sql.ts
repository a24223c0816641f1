/** A run can be undone while a text that it replaced is kept. */
const UNDOABLE = 'FROM replaced JOIN contents ON contents.id = before_id WHERE before_id IS NOT NULL';
const CAN_UNDO = `EXISTS (SELECT 1 ${UNDOABLE} AND run = runs.id)`;
const RUN = `json_array(id, time, kind, outcome, json(counts), ${CAN_UNDO})`;

/** What was agreed on, or what the run put there beyond that; only where the last snapshot says something else. */
const TAKE_SNAPSHOT = `
  INSERT OR REPLACE INTO snapshots (path, run, local_id, remote_id)
  SELECT path, ?, local_id, remote_id FROM (
    SELECT moved.path AS path, coalesce(here_id, base.local_id) AS local_id,
      CASE WHEN here_id IS NULL AND base.local_id IS NOT NULL THEN base.remote_id END AS remote_id
    FROM moved LEFT JOIN base ON base.path = moved.path
  ) AS now
  WHERE json_array(local_id, remote_id) IS NOT coalesce((
    SELECT json_array(last.local_id, last.remote_id) FROM snapshots AS last
    WHERE last.path = now.path ORDER BY last.run DESC LIMIT 1
  ), '[null,null]')`;

const FOLDER_AT = `
  SELECT json_group_array(json_array(path, local_id, remote_id)) FROM snapshots AS one
  WHERE local_id IS NOT NULL
    AND run = (SELECT max(run) FROM snapshots WHERE path = one.path AND run <= ?)`;

/** The statements of the time line. */
export const RUN_SQL = {
  queries: {
    nextId: `SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'runs'`,
    get: `SELECT ${RUN} FROM runs WHERE id = ?`,
    list: `SELECT json_group_array(${RUN}) FROM (SELECT * FROM runs WHERE id < ? ORDER BY id DESC LIMIT ?) AS runs`,
    lastUndoable: `SELECT ${RUN} FROM runs WHERE id = (SELECT run ${UNDOABLE} ORDER BY run DESC LIMIT 1)`,
    replaced: 'SELECT json_group_array(json_array(path, before_id, after_id)) FROM replaced WHERE run = ?',
    folderAt: FOLDER_AT,
  },
  commands: {
    keep: `INSERT INTO runs (id, time, kind, counts) VALUES (?, ?, ?, '{}')
      ON CONFLICT (id) DO UPDATE SET time = excluded.time`,
    count:
      'UPDATE runs SET counts = json_set(counts, ?1, coalesce(json_extract(counts, ?1), 0) + ?2) WHERE id = ?3',
    replace: `INSERT INTO replaced (run, path, before_id, after_id) VALUES (?, ?, ?, ?)
      ON CONFLICT (run, path) DO UPDATE SET after_id = excluded.after_id`,
    move: 'INSERT OR REPLACE INTO moved (path, here_id) VALUES (?, ?)',
    moveReplaced: 'INSERT OR REPLACE INTO moved SELECT path, after_id FROM replaced WHERE run = ?',
    end: 'UPDATE runs SET time = ?, outcome = ? WHERE id = ?',
    takeSnapshot: TAKE_SNAPSHOT,
    forgetMoved: 'DELETE FROM moved',
  },
} as const;
