import { expect, test } from 'vitest';
import { dueNotices } from '../../../electron/monitor/notices.ts';
import { recordAfter, type StatusRecord } from '../../../electron/monitor/status-record.ts';
import type { SyncReport } from '../../../shared/model/sync-report.ts';
import { CONNECTION, failure, success } from './make-report.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-11-23T08:00:00Z');
const BY = { program: 'watch', version: '1.0.0' } as const;

/** Plays cycles (a report) and moments without one (null) at these hours; answers what was told, each with its hour. */
function told(story: readonly (readonly [hour: number, report: SyncReport | null])[], limit = DAY) {
  let record: StatusRecord | null = null;
  const said: string[] = [];
  for (const [hour, report] of story) {
    const at = START + hour * HOUR;
    if (report) record = recordAfter(record, { connection: CONNECTION, report, at }, BY);
    if (!record) continue;
    const due = dueNotices(record, limit, at);
    said.push(...due.notices.map(({ kind }) => `${hour} ${kind}`));
    record = { ...record, told: due.told };
  }
  return said;
}

const [good, bad] = [success(), failure()];

test('what goes well is not talked about', () => {
  expect(told([0, 1, 2, 30].map((hour) => [hour, good] as const))).toEqual([]);
});

test('the first failure is told, and the end of it; what lies between is not', () => {
  expect(
    told([
      [0, good],
      [1, bad],
      [1.1, bad],
      [5, failure('token-refused')],
      [6, good],
      [7, good],
    ]),
  ).toEqual(['1 failing', '6 well']);
});

test('a network that comes and goes is told of once an hour at most', () => {
  const flapping = Array.from({ length: 24 }, (_, n) => [n / 12, n % 2 ? bad : good] as const);
  const said = told(flapping);
  expect(said.filter((line) => line.endsWith('failing')).length).toBe(2);
  expect(said.length).toBeLessThanOrEqual(4);
});

test('failures that were not told because they began too soon are told when the hour is over', () => {
  expect(
    told([
      [0, bad],
      [0.1, good],
      [0.2, bad],
      [0.9, bad],
      [1.1, bad],
    ]),
  ).toEqual(['0 failing', '0.1 well', '1.1 failing']);
});

test('no success for a day is told once a day, also when no cycle comes at all', () => {
  const quiet = [20, 24.5, 30, 47, 49, 73].map((hour) => [hour, null] as const);
  expect(told([[0, good], [1, bad], ...quiet, [80, good], [81, null]])).toEqual([
    '1 failing',
    '24.5 noSuccess',
    '49 noSuccess',
    '73 noSuccess',
    '80 well',
  ]);
});

test('a pause that lasts for days is told as well, and ends with the first success', () => {
  expect(
    told([
      [0, good],
      [25, null],
      [26, null],
      [27, good],
    ]),
  ).toEqual(['25 noSuccess', '27 well']);
});

test('what never worked counts from its first attempt', () => {
  expect(
    told(
      [
        [0, bad],
        [23, bad],
        [24, bad],
      ],
      DAY,
    ),
  ).toEqual(['0 failing', '24 noSuccess']);
});

test('the limit is as it was set', () => {
  expect(
    told(
      [
        [0, good],
        [3, null],
      ],
      2 * HOUR,
    ),
  ).toEqual(['3 noSuccess']);
});

test('conflicts are no failure, and a cycle that was stopped half way is neither a failure nor a success', () => {
  const stopped = success({ verified: false });
  expect(told([[0, success({ outcome: 'conflicts' })]])).toEqual([]);
  expect(
    told([
      [0, bad],
      [1, stopped],
      [2, good],
    ]),
  ).toEqual(['0 failing', '2 well']);
});
