import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMonitor } from '../../../electron/monitor/create-monitor.ts';
import { readStatusFile } from '../../../electron/monitor/status-file.ts';
import { fail, ok } from '../../../shared/model/sync-error.ts';
import { appIn, openEngine } from '../app/app-world.ts';
import { inStep } from '../sync/world.ts';

let stateDir: string;
beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'monitored-'));
});
afterEach(() => rmSync(stateDir, { recursive: true }));

/** The tray application of a pretend world, watched over as the real one is. */
async function monitored(connected: boolean) {
  const world = await inStep({ 'docs/a.md': 'a\n' });
  const said: string[] = [];
  const { clock } = world;
  const log = { write: () => undefined };
  const systemLog = { write: (_: string, line: string) => void said.push(line) };
  const monitor = createMonitor({ stateDir, program: 'tray', version: '1.0.0', clock, log, systemLog });
  const connection = { apiUrl: 'http://127.0.0.1:1/api', lssn: 71, workspace: '/memory' };
  const folder = { isThere: true };
  const made = appIn(world, connected, {
    monitor,
    engines: { open: async () => (folder.isThere ? ok(openEngine(world.m)) : fail('workspace-missing')) },
    rehearsal: { start: async () => ({ connection, token: 'sk-test' }), stop: async () => undefined },
  });
  return { ...made, said, folder };
}

test('the tray application keeps the status file, and its clock ends with it', async () => {
  const { app, until, clock } = await monitored(true);
  await app.start();
  await until(({ lastSuccess, progress }) => lastSuccess !== null && progress === null);
  expect(readStatusFile(stateDir)).toMatchObject({ program: 'tray', lastOutcome: 'inSync', lssn: 71 });
  await app.stop();
  // The last snapshot has its own short timer.
  clock.advance(1_000);
  expect(clock.untilNext()).toBeNull();
});

test('a folder that cannot be opened counts, and the administrator is told', async () => {
  const { app, until, said, folder } = await monitored(true);
  folder.isThere = false;
  await app.start();
  await until(({ error, failures }) => error !== null && failures > 1);
  expect(readStatusFile(stateDir)).toMatchObject({ lastError: 'workspace-missing', lastSuccess: null });
  expect(said.length).toBe(1);
  expect(said[0]).toContain('workspace-missing');
});

test('a rehearsal is no success that monitoring should count', async () => {
  const { app, until } = await monitored(false);
  await app.start();
  await app.handlers['rehearsal.start'](null);
  await until(({ lastSuccess, progress }) => lastSuccess !== null && progress === null);
  expect(readStatusFile(stateDir)).toBeNull();
});
