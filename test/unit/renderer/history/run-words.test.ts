import { expect, test } from 'vitest';
import { runWords } from '../../../../renderer/views/history/run-words.ts';
import type { SyncRun } from '../../../../shared/model/history.ts';

type Row = readonly [SyncRun['kind'], SyncRun['counts'], string];

test.each<Row>([
  ['sync', { pulled: 3 }, "GIIP's changes to 3 files"],
  ['sync', { pushed: 1 }, 'Your changes to 1 file'],
  [
    'sync',
    { pushed: 2, pulled: 1, conflict: 1 },
    "GIIP's changes to 1 file, your changes to 2 files, 1 new conflict",
  ],
  ['sync', { merged: 1200 }, '1,200 files joined'],
  ['sync', { problem: 1, rejected: 1 }, '1 problem, 1 file not synced'],
  ['sync', {}, 'Nothing changed'],
  ['decision', { resolved: 2 }, 'You settled 2 conflicts'],
  ['restore', { restored: 1 }, 'You restored 1 file'],
  ['undo', { restored: 4 }, 'You undid the changes to 4 files'],
])('%s %o: %s', (kind, counts, words) => {
  expect(runWords({ kind, counts })).toBe(words);
});
