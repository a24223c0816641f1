import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DesktopFacts } from '../../../electron/doctor/check.ts';
import { watchesFound } from '../../../electron/doctor/watcher-look.ts';
import { openSqliteState } from '../../../electron/stores/sqlite-state.ts';
import { stateFileFor } from '../../../electron/stores/state-key.ts';
import { NO_POLICY } from '../../../shared/model/policy.ts';
import { fail } from '../../../shared/model/sync-error.ts';
import { startTestGiip, type TestGiip } from '../../giip-server/start-test-giip.ts';
import { failedIn, lineOf, Patient, TOKEN } from './examine.ts';

let giip: TestGiip;
let patient: Patient;

beforeEach(async () => {
  patient = new Patient();
  giip = await startTestGiip({ token: TOKEN });
});
afterEach(async () => {
  patient[Symbol.dispose]();
  await giip.close();
});

const database = (): string =>
  stateFileFor(patient.stateDir, {
    apiOrigin: new URL(giip.url).origin,
    lssn: 71,
    realPath: realpathSync(patient.workspace),
  });

const write = (path: string): void => {
  mkdirSync(join(patient.workspace, path, '..'), { recursive: true });
  writeFileSync(join(patient.workspace, path), 'text\n');
};

describe('this computer', () => {
  test('settings that are missing stop what needs them, and nothing else', async () => {
    const subject = fail('workspace-not-set');
    const report = await patient.examine(giip.url, {}, { subject });
    expect(failedIn(report)).toEqual(['settings']);
    expect(lineOf(report, 'settings').fix).toBe('connection');
    expect(lineOf(report, 'lssn')).toMatchObject({ status: 'skipped', facts: { because: 'settings' } });
    expect(lineOf(report, 'state-folder').status).toBe('ok');
    expect(giip.requests).toEqual([]);
  });

  test('what the policy got wrong is said with its key and place', async () => {
    const problem = {
      fault: 'value',
      key: 'lssn',
      source: 'policy.json',
      expected: 'a whole number',
    } as const;
    const policy = { ...NO_POLICY, problems: [problem] };
    expect(lineOf(await patient.examine(giip.url, {}, { policy }), 'policy')).toMatchObject({
      status: 'warning',
      facts: { problems: ['lssn (policy.json): a whole number'] },
    });
  });

  test('a folder that is not there: GIIP is asked all the same', async () => {
    rmSync(patient.workspace, { recursive: true });
    const report = await patient.examine(giip.url);
    expect(failedIn(report)).toEqual(['folder']);
    expect(lineOf(report, 'folder')).toMatchObject({
      error: { code: 'workspace-missing' },
      fix: 'connection',
    });
    expect(lineOf(report, 'lssn').status).toBe('ok');
    expect(lineOf(report, 'agreement')).toMatchObject({ status: 'skipped', facts: { because: 'folder' } });
  });

  test('names that stay here are counted and named; temporary ones are passed over', async () => {
    write('docs/a.md');
    write('docs/.a.md.swp');
    expect(lineOf(await patient.examine(giip.url), 'file-names')).toMatchObject({
      finding: 'names-ok',
      facts: { items: 1, ignored: 1 },
    });
    symlinkSync('/etc/hostname', join(patient.workspace, 'docs/link.md'));
    expect(lineOf(await patient.examine(giip.url), 'file-names')).toMatchObject({
      status: 'warning',
      finding: 'names-left-out',
      facts: { paths: expect.arrayContaining(['docs/link.md']) },
      fix: 'folder',
    });
  });

  test.runIf(process.platform === 'linux')('two names that are one elsewhere', async () => {
    write('docs/Guide.md');
    write('docs/guide.md');
    expect(lineOf(await patient.examine(giip.url), 'file-names')).toMatchObject({
      finding: 'names-clash',
      facts: { count: 1, paths: ['docs/guide.md'] },
    });
  });

  test('before the first sync nothing is remembered, and none is made', async () => {
    const report = await patient.examine(giip.url);
    expect(lineOf(report, 'database')).toMatchObject({ status: 'ok', facts: { items: 0 } });
    expect(lineOf(report, 'same-folder').finding).toBe('first-folder');
    expect(lineOf(report, 'last-success').finding).toBe('success-none');
    expect(existsSync(patient.stateDir)).toBe(false);
  });

  test('a database that is none is named and left as it is; the way to GIIP is examined all the same', async () => {
    mkdirSync(dirname(database()), { recursive: true });
    writeFileSync(database(), 'no database'.repeat(1_000));
    const report = await patient.examine(giip.url);
    expect(failedIn(report)).toEqual(['database']);
    expect(lineOf(report, 'database').error?.code).toBe('state-unusable');
    expect(lineOf(report, 'last-success')).toMatchObject({
      status: 'skipped',
      facts: { because: 'database' },
    });
    expect(lineOf(report, 'lssn').status).toBe('ok');
    expect(readFileSync(database(), 'utf8')).toBe('no database'.repeat(1_000));
  });

  test('another folder in the place of the synced one, a success long ago, a server that drops what a push leaves out', async () => {
    const state = openSqliteState(database());
    if (!state.ok) throw new Error(state.error.code);
    const identity = { realPath: realpathSync(patient.workspace), device: '1', inode: '1' };
    state.value.facts.set('identity', identity);
    state.value.facts.set('lastSuccess', Date.now() - 3.5 * 24 * 60 * 60_000);
    state.value.facts.set('pushUnsafe', true);
    state.value.close();
    const report = await patient.examine(giip.url);
    expect(failedIn(report)).toEqual(['same-folder', 'push']);
    expect(lineOf(report, 'same-folder').error?.code).toBe('workspace-replaced');
    expect(lineOf(report, 'push').error?.code).toBe('push-replaces-everything');
    expect(lineOf(report, 'last-success')).toMatchObject({ status: 'warning', facts: { days: 3 } });
  });

  test.each(['win32', 'darwin'] as const)('%s limits no watches', async (platform) => {
    const report = await patient.examine(giip.url, {}, { platform });
    expect(lineOf(report, 'watcher').finding).toBe('skipped-on-system');
  });

  test.runIf(process.platform === 'linux')('folders are counted against what Linux allows', async () => {
    write('docs/a/b/c.md');
    expect(lineOf(await patient.examine(giip.url), 'watcher')).toMatchObject({
      finding: 'watcher-ok',
      facts: { folders: 4, limit: expect.any(Number) },
    });
    expect(watchesFound(5_000, 8_192)).toMatchObject({ status: 'warning', finding: 'watcher-short' });
  });
});

describe('the desktop', () => {
  const desktop = (change: Partial<DesktopFacts>): DesktopFacts => ({
    keyring: async () => ({ state: 'ready', backend: 'gnome_libsecret' }),
    trayHost: () => true,
    autostart: () => ({ isWanted: true, state: { is: 'on' } }),
    ...change,
  });

  test('a command has none, which is no fault', async () => {
    const report = await patient.examine(giip.url);
    for (const id of ['keyring', 'tray', 'autostart'] as const)
      expect(lineOf(report, id)).toMatchObject({ status: 'skipped', finding: 'skipped-in-command' });
  });

  test.each([
    ['ready', 'ok', 'keyring-ok'],
    ['locked', 'warning', 'keyring-locked'],
    ['basic', 'warning', 'keyring-none'],
    ['absent', 'warning', 'keyring-none'],
  ] as const)('a keyring that is %s', async (state, status, finding) => {
    const keyring = async () => ({ state, backend: 'kwallet6' });
    const report = await patient.examine(giip.url, {}, { desktop: desktop({ keyring }) });
    expect(lineOf(report, 'keyring')).toMatchObject({ status, finding, facts: { backend: 'kwallet6' } });
  });

  test.each([
    [true, { is: 'on' }, 'autostart-on'],
    [false, { is: 'onForEverybody' }, 'autostart-for-all'],
    [true, { is: 'off' }, 'autostart-overruled'],
    [true, { is: 'switchedOff', where: 'windows' }, 'autostart-overruled'],
    [false, { is: 'off' }, 'autostart-off'],
    [true, { is: 'broken', program: '/opt/old' }, 'autostart-broken'],
  ] as const)('wanted %s, as the system says %o', async (isWanted, state, finding) => {
    const autostart = () => ({ isWanted, state });
    const report = await patient.examine(giip.url, {}, { desktop: desktop({ autostart }) });
    expect(lineOf(report, 'autostart').finding).toBe(finding);
  });

  test('no tray host', async () => {
    const report = await patient.examine(giip.url, {}, { desktop: desktop({ trayHost: () => false }) });
    expect(lineOf(report, 'tray')).toMatchObject({ status: 'warning', finding: 'tray-none' });
  });
});
