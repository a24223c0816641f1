import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../shared/model/settings.ts';
import { fail, ok } from '../../../shared/model/sync-error.ts';

vi.mock('electron', () => ({ app: {} }));
const { autostart } = await import('../../../electron/shell/autostart.ts');
const { autostartEntry, isAutostartEntryOn } = await import('../../../electron/shell/autostart-entry.ts');
const { withAutostart } = await import('../../../electron/shell/with-autostart.ts');

let config: string;
const file = () => join(config, 'autostart/openclaw-sync.desktop');
const ours = (environment = {}) => autostart('linux', { XDG_CONFIG_HOME: config, ...environment });

beforeEach(() => {
  config = mkdtempSync(join(tmpdir(), 'autostart-'));
});
afterEach(() => rmSync(config, { recursive: true }));

describe('the entry', () => {
  test.each([
    ['/usr/bin/openclaw-sync', 'Exec="/usr/bin/openclaw-sync" --hidden'],
    ['/opt/Openclaw Sync/openclaw-sync', 'Exec="/opt/Openclaw Sync/openclaw-sync" --hidden'],
    ['/opt/100%/a', 'Exec="/opt/100%%/a" --hidden'],
    ['/opt/$x`y"z/a', 'Exec="/opt/\\\\$x\\\\`y\\\\"z/a" --hidden'],
    ['/opt/back\\slash', 'Exec="/opt/back\\\\\\\\slash" --hidden'],
  ])('%s is quoted', (program, line) => {
    expect(autostartEntry(program).split('\n')).toContain(line);
  });

  test.each([
    [null, false],
    ['[Desktop Entry]\nHidden=true\n', false],
    ['[Desktop Entry]\nHidden = TRUE\n', false],
    ['[Desktop Entry]\nX-GNOME-Autostart-enabled=false\n', false],
    ['[Desktop Entry]\nHidden=false\n', true],
    [autostartEntry('/a'), true],
  ])('%j is on: %s', (entry, on) => {
    expect(isAutostartEntryOn(entry)).toBe(on);
  });
});

test('it is written, read and removed', () => {
  expect(ours().isOn()).toBe(false);
  ours().set(true);
  expect(ours().isOn()).toBe(true);
  expect(readFileSync(file(), 'utf8')).toContain(process.execPath);
  ours().set(false);
  expect(existsSync(file())).toBe(false);
  ours().set(false);
});

test('an AppImage names its own file', () => {
  ours({ APPIMAGE: '/home/me/Openclaw.AppImage' }).set(true);
  expect(readFileSync(file(), 'utf8')).toContain('Exec="/home/me/Openclaw.AppImage" --hidden');
});

test('what the desktop holds is the truth, not the setting', async () => {
  const stored = { ...DEFAULT_SETTINGS, autostart: true };
  const handlers = {
    'settings.get': async () => ok(stored),
    'settings.update': async (change: object) => ok({ ...stored, ...change }),
  };
  const served = withAutostart(handlers as never, ours());
  expect(await served['settings.get'](null)).toEqual(ok({ ...stored, autostart: false }));
  expect(await served['settings.update']({ autostart: true })).toEqual(ok(stored));
  mkdirSync(join(config, 'autostart'), { recursive: true });
  writeFileSync(file(), 'Hidden=true');
  expect(await served['settings.get'](null)).toEqual(ok({ ...stored, autostart: false }));
});

test('a setting that was refused changes nothing', async () => {
  const handlers = { 'settings.update': async () => fail('write-failed') };
  await withAutostart(handlers as never, ours())['settings.update']({ autostart: true });
  expect(ours().isOn()).toBe(false);
});
