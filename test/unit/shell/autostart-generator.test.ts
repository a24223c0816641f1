import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

vi.mock('electron', () => ({ app: {} }));
const { autostart } = await import('../../../electron/shell/autostart.ts');
const { autostartEntry } = await import('../../../electron/shell/autostart-entry.ts');

/** What starts these entries on GNOME and KDE today: systemd's own reader of them judges ours. */
const GENERATOR = '/usr/lib/systemd/user-generators/systemd-xdg-autostart-generator';
const UNIT = 'app-openclaw\\x2dsync@autostart.service';
const ELSEWHERE = '[Desktop Entry]\nType=Application\nName=x\nExec=/bin/true\n';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'autostart-'));
  for (const folder of ['config', 'xdg']) mkdirSync(join(root, folder, 'autostart'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const environment = () => ({
  HOME: root,
  XDG_CONFIG_HOME: join(root, 'config'),
  XDG_CONFIG_DIRS: join(root, 'xdg'),
  PATH: '/usr/bin:/bin',
});
const put = (folder: 'config' | 'xdg', text: string) =>
  writeFileSync(join(root, folder, 'autostart/openclaw-sync.desktop'), text);

/** The unit that systemd makes of the entry, or null when it would start nothing. */
function generated(): string | null {
  const out = join(root, 'units');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  spawnSync(GENERATOR, [out, out, out], { env: environment() });
  return readdirSync(out).includes(UNIT) ? readFileSync(join(out, UNIT), 'utf8') : null;
}

describe.skipIf(!existsSync(GENERATOR))('systemd and we agree', () => {
  test('on an entry that we switch on and off', () => {
    const ours = autostart('linux', environment());
    expect(generated()).toBeNull();
    ours.set(true);
    const unit = generated();
    expect(unit?.replaceAll('"', '')).toContain(`ExecStart=:${process.execPath} --hidden\n`);
    ours.set(false);
    expect(generated()).toBeNull();
  });

  test("on taking back the system's entry for one person, and giving it back", () => {
    put('xdg', autostartEntry(process.execPath));
    const ours = autostart('linux', environment());
    expect([generated() !== null, ours.isOn()]).toEqual([true, true]);
    ours.set(false);
    expect([generated() !== null, ours.isOn()]).toEqual([false, false]);
    ours.set(true);
    expect([generated() !== null, ours.isOn()]).toEqual([true, true]);
  });

  test.each([
    autostartEntry(process.execPath),
    '[Desktop Entry]\nHidden=true\n',
    autostartEntry(process.execPath).replace('[Desktop Entry]', '[Desktop Entry]\nHidden=true'),
    autostartEntry('/gone/program'),
    '[Desktop Entry]\nType=Application\nName=x\n',
    '',
  ])('on whether %j starts this program', (text) => {
    put('xdg', ELSEWHERE);
    put('config', text);
    const unit = generated();
    expect(autostart('linux', environment()).isOn()).toBe(unit?.includes(process.execPath) ?? false);
  });
});
