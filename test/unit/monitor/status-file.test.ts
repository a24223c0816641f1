import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { healthOf, isTooOld } from '../../../electron/monitor/health.ts';
import { readStatusFile, statusFile, writeStatusFile } from '../../../electron/monitor/status-file.ts';
import { recordAfter } from '../../../electron/monitor/status-record.ts';
import { CONNECTION, failure, success } from './make-report.ts';

const AT = Date.parse('2026-11-23T08:00:00Z');
const BY = { program: 'tray', version: '1.0.0' } as const;
let stateDir: string;

beforeEach(() => {
  stateDir = join(mkdtempSync(join(tmpdir(), 'status-')), 'state');
});
afterEach(() => rmSync(join(stateDir, '..'), { recursive: true }));

const after = (report = success(), known = readStatusFile(stateDir), at = AT, connection = CONNECTION) =>
  recordAfter(known, { connection, report, at }, BY);

test('what is written is read again; only its owner may', () => {
  const record = after();
  writeStatusFile(stateDir, record);
  expect(readStatusFile(stateDir)).toEqual(record);
  expect(readdirSync(stateDir)).toEqual(['status.json']);
  if (process.platform !== 'win32') expect(statSync(statusFile(stateDir)).mode & 0o777).toBe(0o600);
});

test('it counts failures in a row and keeps the last success', () => {
  writeStatusFile(stateDir, after());
  for (const minutes of [1, 2, 3])
    writeStatusFile(stateDir, after(failure(), readStatusFile(stateDir), AT + minutes * 60_000));
  expect(readStatusFile(stateDir)).toMatchObject({
    consecutiveFailures: 3,
    lastOutcome: 'offline',
    lastError: 'server-unreachable',
    lastSuccess: '2026-11-23T08:00:00.000Z',
    lastAttempt: '2026-11-23T08:03:00.000Z',
    since: '2026-11-23T08:00:00.000Z',
  });
  expect(after()).toMatchObject({ consecutiveFailures: 0, lastError: null });
});

test('a cycle that was stopped half way leaves the count as it was', () => {
  writeStatusFile(stateDir, after(failure()));
  expect(after(success({ verified: false }))).toMatchObject({ consecutiveFailures: 1, lastSuccess: null });
});

test('it holds numbers of documents, never their names', () => {
  const report = {
    ...failure(),
    pushed: ['docs/secret plan.md'],
    rejected: [{ path: 'docs/x.md', reason: 'r' }],
  };
  writeStatusFile(stateDir, after(report));
  const text = readFileSync(statusFile(stateDir), 'utf8');
  expect(text).not.toMatch(/secret|docs\//);
  expect(JSON.parse(text).counts).toMatchObject({ pushed: 1, rejected: 1, conflicts: 0 });
});

test('another folder begins anew', () => {
  writeStatusFile(stateDir, after(failure()));
  expect(after(failure(), readStatusFile(stateDir), AT, { ...CONNECTION, lssn: 72 })).toMatchObject({
    consecutiveFailures: 1,
    lastSuccess: null,
  });
});

test.each(['', '{', '[]', '{"format":2}', '{"format":1,"consecutiveFailures":-1}'])(
  'a file that says %j is no file',
  (text) => {
    mkdirSync(stateDir);
    writeFileSync(statusFile(stateDir), text);
    expect(readStatusFile(stateDir)).toBeNull();
    writeStatusFile(stateDir, after());
    expect(readStatusFile(stateDir)).not.toBeNull();
  },
);

test('a place that cannot be written leaves nothing half done', () => {
  mkdirSync(statusFile(stateDir), { recursive: true });
  expect(() => writeStatusFile(stateDir, after())).toThrow();
  expect(readdirSync(stateDir)).toEqual(['status.json']);
});

test('a link that somebody left where it is written first leads nowhere', () => {
  mkdirSync(stateDir);
  const theirs = join(stateDir, '..', 'theirs');
  writeFileSync(theirs, 'kept');
  symlinkSync(theirs, `${statusFile(stateDir)}.${process.pid}.new`);
  writeStatusFile(stateDir, after());
  expect(readFileSync(theirs, 'utf8')).toBe('kept');
  expect(readStatusFile(stateDir)).toEqual(after());
  expect(readdirSync(stateDir)).toEqual(['status.json']);
});

test('the folder is the same one by a link and with a slash at the end', () => {
  const workspace = join(stateDir, 'folder');
  mkdirSync(workspace, { recursive: true });
  symlinkSync(workspace, join(stateDir, 'link'));
  writeStatusFile(stateDir, after(failure(), null, AT, { ...CONNECTION, workspace }));
  for (const name of [workspace, `${workspace}/`, join(stateDir, 'link')])
    expect(healthOf(stateDir, { ...CONNECTION, workspace: name }, null, AT)).toMatchObject({
      consecutiveFailures: 1,
    });
});

test('health: of the database and the file, the one that knows of a later success is right', () => {
  writeStatusFile(stateDir, after());
  const health = healthOf(stateDir, CONNECTION, { lastSuccess: AT + 5_000 }, AT + 10_999);
  expect(health).toMatchObject({ lastSuccess: '2026-11-23T08:00:05.000Z', lastSuccessAgeSeconds: 5 });
  for (const known of [null, { lastSuccess: null }, { lastSuccess: AT - 5 }])
    expect(healthOf(stateDir, CONNECTION, known, AT + 10_999)).toMatchObject({ lastSuccessAgeSeconds: 10 });
});

test('health: too old is older than asked for, or never; a clock that went back makes nothing old', () => {
  const aged = (seconds: number) => healthOf(stateDir, CONNECTION, { lastSuccess: AT }, AT + seconds * 1000);
  expect([59, 60, 61].map((seconds) => isTooOld(aged(seconds), 60))).toEqual([false, false, true]);
  expect(isTooOld(aged(-500), 60)).toBe(false);
  expect(isTooOld(healthOf(stateDir, CONNECTION, { lastSuccess: null }, AT), 60)).toBe(true);
  expect(isTooOld(aged(1e9), undefined)).toBe(false);
});
