import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMonitor, type MonitorOptions } from '../../../electron/monitor/create-monitor.ts';
import { readStatusFile, statusFile } from '../../../electron/monitor/status-file.ts';
import type { SyncReport } from '../../../shared/model/sync-report.ts';
import { type ManualClock, manualClock } from '../sync/manual-clock.ts';
import { CONNECTION, failure, success } from './make-report.ts';

const HOUR = 60 * 60_000;
let stateDir: string;
let clock: ManualClock;
let said: string[];
let logged: string[];

beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'monitor-'));
  clock = manualClock();
  said = [];
  logged = [];
});
afterEach(() => rmSync(stateDir, { recursive: true }));

function monitor(options: Partial<MonitorOptions> = {}) {
  const made = createMonitor({
    stateDir,
    program: 'watch',
    version: '1.0.0',
    clock,
    log: { write: (_, event) => void logged.push(event) },
    systemLog: { write: (severity, line) => void said.push(`${severity}: ${line}`) },
    ...options,
  });
  const report = (connection: typeof CONNECTION, ended: SyncReport): void =>
    made.ended({ connection, report: ended });
  return { ...made, report, ended: (ended = success()) => report(CONNECTION, ended) };
}

test('it says in words what has changed, naming the folder and the code, and nothing of a document', () => {
  const { ended } = monitor();
  ended();
  clock.advance(HOUR);
  ended(failure());
  clock.advance(24 * HOUR);
  ended();
  expect(said).toEqual([
    'warning: Syncing /home/a/.openclaw fails (server-unreachable). It is tried again by itself. Last success: 2026-01-05T09:00:00.000Z.',
    'error: No success in syncing /home/a/.openclaw for 24 hours. Last success: 2026-01-05T09:00:00.000Z. "openclaw-sync doctor" says what to fix.',
    'info: Syncing /home/a/.openclaw works again.',
  ]);
});

test('a program that is started anew does not say it again', () => {
  monitor().ended(failure());
  for (let restart = 0; restart < 5; restart += 1) monitor().ended(failure());
  expect(said.length).toBe(1);
  expect(readStatusFile(stateDir)?.consecutiveFailures).toBe(6);
  monitor().ended();
  expect(said.length).toBe(2);
});

test('without a cycle the hours are counted all the same, until it is ended', () => {
  const { ended, end } = monitor();
  ended();
  clock.advance(50 * HOUR);
  expect(said.length).toBe(2);
  expect(readStatusFile(stateDir)?.told.noSuccess).not.toBeNull();
  end();
  expect(clock.untilNext()).toBeNull();
});

test('whoever finds the folder taken leaves the record to the one that has it', () => {
  monitor().ended();
  monitor().ended(failure('busy'));
  expect(readStatusFile(stateDir)).toMatchObject({ lastOutcome: 'inSync', consecutiveFailures: 0 });
});

test('a link to the folder is the folder', () => {
  const link = join(stateDir, 'link');
  symlinkSync(stateDir, link);
  for (const workspace of [stateDir, link, `${stateDir}/`])
    monitor().report({ ...CONNECTION, workspace }, failure());
  expect(readStatusFile(stateDir)?.consecutiveFailures).toBe(3);
  expect(said.length).toBe(1);
});

test('without a system log nobody is told, so the next one still tells', () => {
  monitor({ systemLog: null, program: 'sync' }).ended(failure());
  monitor().ended(failure());
  expect(said.length).toBe(1);
});

test('a file that cannot be written stops nothing and makes no line twice', () => {
  const { ended } = monitor({ stateDir: join(statusFile(stateDir), 'no-folder\0') });
  ended(failure());
  ended(failure());
  expect(said.length).toBe(1);
  expect(logged).toEqual(['status-file-not-written', 'status-file-not-written']);
});

test('of several connections each has a record; the worst stands on top, and what one was told the other does not lose', () => {
  const other = { ...CONNECTION, lssn: CONNECTION.lssn + 1 };
  const all = [CONNECTION, other];
  const { report } = monitor({ connections: () => all });
  const read = () => JSON.parse(readFileSync(statusFile(stateDir), 'utf8'));
  report(CONNECTION, success());
  expect(read().connections).toBeUndefined();
  report(other, failure());
  report(CONNECTION, success());
  report(other, failure());
  expect(read()).toMatchObject({ lssn: other.lssn, consecutiveFailures: 2 });
  expect(read().connections.map(({ lssn }: { lssn: number }) => lssn)).toEqual([CONNECTION.lssn, other.lssn]);
  expect(said.filter((line) => line.includes('fails'))).toHaveLength(1);
  all.pop();
  report(CONNECTION, success());
  expect(read()).toMatchObject({ lssn: CONNECTION.lssn, consecutiveFailures: 0 });
  expect(read().connections).toBeUndefined();
});
