/** The order of versions is the order of their recording: the clock may jump. */
const VERSIONS = `
  DELETE FROM history WHERE time < ? AND id NOT IN (
    SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY path ORDER BY id DESC) AS place FROM history)
    WHERE place <= ?
  )`;

/** What was done stays in the list of activities; the texts that it was decided on go with the run. */
const EVIDENCE = `
  UPDATE activity SET run = NULL, has_evidence = 0, base_id = NULL, local_id = NULL, remote_id = NULL
  WHERE run IS NOT NULL AND run NOT IN (SELECT id FROM runs)`;

/** Of what no kept run can show any more only the newest of each path stays: the kept runs build on it. */
const SNAPSHOTS = `
  DELETE FROM snapshots WHERE EXISTS (
    SELECT 1 FROM snapshots AS newer
    WHERE newer.path = snapshots.path AND newer.run > snapshots.run
      AND newer.run <= coalesce((SELECT min(id) FROM runs), newer.run)
  )`;

const SPOKEN_OF = [
  ['base', 'local_id', 'remote_id'],
  ['remote', 'id'],
  ['intents', 'id'],
  ['conflicts', 'seen_local', 'seen_remote'],
  ['history', 'content_id'],
  ['activity', 'base_id', 'local_id', 'remote_id'],
  ['replaced', 'before_id', 'after_id'],
  ['snapshots', 'local_id', 'remote_id'],
].flatMap(([table, ...columns]) =>
  columns.map((column) => `SELECT ${column} FROM ${table} WHERE ${column} IS NOT NULL`),
);

/** Retention, step by step. The first takes the time and the number to keep, the second the time. */
export const PRUNE_SQL = {
  versions: VERSIONS,
  runs: 'DELETE FROM runs WHERE time < ?',
  replaced: 'DELETE FROM replaced WHERE run NOT IN (SELECT id FROM runs)',
  evidence: EVIDENCE,
  snapshots: SNAPSHOTS,
  contents: `DELETE FROM contents WHERE id NOT IN (${SPOKEN_OF.join(' UNION ')})`,
} as const;
