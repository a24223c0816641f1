import type { ActivityKind, HistoryVersion } from '../../../../shared/model/change.ts';
import type { RestoreStep, RunDetails, SyncRun } from '../../../../shared/model/history.ts';
import { ok } from '../../../../shared/model/sync-error.ts';
import type { Answers } from '../fake-api.ts';
import { MINUTE, NOW } from '../snapshots.ts';

export function run(id: number, change: Partial<SyncRun> = {}): SyncRun {
  const time = NOW - (100 - id) * MINUTE;
  return { id, time, kind: 'sync', outcome: 'inSync', counts: { pulled: 1 }, canUndo: true, ...change };
}

export const NEWEST = run(99, { counts: { pulled: 3, conflict: 1 }, outcome: 'conflicts' });
export const OLDER = run(98, { kind: 'decision', outcome: null, counts: { resolved: 2 }, canUndo: false });

function entry(id: number, path: string, kind: ActivityKind): RunDetails['items'][number] {
  const reason = { code: 'changed-on-giip' } as const;
  return { id, time: NEWEST.time, kind, path, reason, run: NEWEST.id, hasEvidence: id === 1 };
}

export const DETAILS: RunDetails = {
  ...NEWEST,
  items: [entry(1, 'docs/a.md', 'pulled'), entry(2, 'configs/main.json', 'pulled')],
};

const STEPS: readonly RestoreStep[] = [
  { path: 'docs/a.md', change: 'replace' },
  { path: 'docs/b.md', change: 'replace' },
  { path: 'docs/c.md', change: 'create' },
  { path: 'docs/lost.md', change: 'unavailable' },
];

export function version(id: string, change: Partial<HistoryVersion> = {}): HistoryVersion {
  return { id, path: 'docs/a.md', time: NOW - 60 * MINUTE, origin: 'local', bytes: 2048, ...change };
}

/** A history with two runs and three files. */
export const HISTORY: Answers = {
  'history.runs': () => ok([NEWEST, OLDER]),
  'history.run': (id) => ok(id === NEWEST.id ? DETAILS : { ...OLDER, items: [] }),
  'history.undoPlan': () => ok({ run: NEWEST, steps: STEPS }),
  'history.restorePlan': () => ok(STEPS),
  'history.paths': () => ok(['configs/main.json', 'docs/a.md', 'docs/b.md']),
};
