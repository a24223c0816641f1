import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../shared/model/settings.ts';
import { fail, ok } from '../../../shared/model/sync-error.ts';

vi.mock('electron', () => ({ app: {} }));
const { autostart } = await import('../../../electron/shell/autostart.ts');
const { autostartEntry, readDesktopEntry } = await import('../../../electron/shell/autostart-entry.ts');
const { followAutostart } = await import('../../../electron/shell/follow-autostart.ts');
const { withAutostart } = await import('../../../electron/shell/with-autostart.ts');
const { NO_POLICY } = await import('../../../shared/model/policy.ts');

let root: string;
const own = () => join(root, 'config/autostart/openclaw-sync.desktop');
const system = () => join(root, 'xdg/autostart/openclaw-sync.desktop');
const ours = (environment = {}) =>
  autostart('linux', {
    XDG_CONFIG_HOME: join(root, 'config'),
    XDG_CONFIG_DIRS: `${join(root, 'nothing')}:${join(root, 'xdg')}`,
    XDG_CURRENT_DESKTOP: 'ubuntu:GNOME',
    ...environment,
  });

function put(file: string, ...lines: readonly string[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, lines.length === 1 ? String(lines[0]) : `${lines.join('\n')}\n`);
}

/** An entry of this program with more lines. */
function entry(file: string, ...more: readonly string[]): void {
  put(file, autostartEntry(process.execPath) + more.map((line) => `${line}\n`).join(''));
}

function program(name: string, text = '#!/bin/sh\n'): string {
  const file = join(root, name);
  put(file, text);
  chmodSync(file, 0o755);
  return file;
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'autostart-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the entry', () => {
  test.each([
    ['/usr/bin/openclaw-sync', 'Exec="/usr/bin/openclaw-sync" --hidden'],
    ['/opt/Openclaw Sync/openclaw-sync', 'Exec="/opt/Openclaw Sync/openclaw-sync" --hidden'],
    ['/opt/100%/a', 'Exec="/opt/100%%/a" --hidden'],
    ['/opt/$x`y"z/a', 'Exec="/opt/\\\\$x\\\\`y\\\\"z/a" --hidden'],
    ['/opt/back\\slash', 'Exec="/opt/back\\\\\\\\slash" --hidden'],
  ])('%s is quoted, and read as it was meant', (file, line) => {
    const text = autostartEntry(file);
    expect(text.split('\n')).toContain(line);
    expect(readDesktopEntry(text)).toMatchObject({ program: file, tryExec: file, isApplication: true });
  });

  test('only its own group counts, comments and other languages do not', () => {
    const text =
      '# Hidden=true\n[Desktop Entry]\nType=Application\nName[de]=x\nExec=a b\n[Desktop Action x]\nHidden=true\nExec=c\n';
    expect(readDesktopEntry(text)).toMatchObject({ isHidden: false, program: 'a' });
  });
});

describe('what the desktop would do is what is said', () => {
  test('nothing there: off', () => expect(ours().state()).toEqual({ is: 'off' }));

  test.each([
    ['Hidden=true', 'off'],
    ['Hidden=false', 'on'],
    ['X-GNOME-Autostart-enabled=false', 'off'],
    ['NotShowIn=KDE;GNOME;', 'off'],
    ['NotShowIn=KDE;', 'on'],
    ['OnlyShowIn=KDE;XFCE;', 'off'],
    ['OnlyShowIn=GNOME;', 'on'],
    ['# Hidden=true', 'on'],
  ])('with %s it is %s', (line, is) => {
    // The first line of a key counts.
    put(own(), autostartEntry(process.execPath).replace('Type=', `${line}\nType=`));
    expect(ours().state()).toEqual({ is });
    expect(ours().isOn()).toBe(is === 'on');
  });

  test("the system's entry holds until a person has one of the same name", () => {
    entry(system());
    expect(ours().state()).toEqual({ is: 'on' });
    put(own(), '[Desktop Entry]\nHidden=true\n');
    expect(ours().state()).toEqual({ is: 'off' });
    rmSync(own());
    put(system(), '[Desktop Entry]\nHidden=true\n');
    expect(ours().state()).toEqual({ is: 'off' });
    entry(own());
    expect(ours().state()).toEqual({ is: 'on' });
  });

  test('an entry that starts another copy, one that is gone, or nothing, is broken', () => {
    const old = program('Openclaw-Sync-0.9.AppImage');
    put(own(), autostartEntry(old));
    expect(ours().state()).toEqual({ is: 'broken', program: old });
    rmSync(old);
    expect(ours().state()).toEqual({ is: 'broken', program: old });
    expect(ours().isOn()).toBe(false);
    put(own(), '[Desktop Entry]\nType=Application\n');
    expect(ours().state()).toEqual({ is: 'broken', program: '' });
    put(own(), `[Desktop Entry]\nType=Application\nTryExec=${old}\nExec="${process.execPath}"\n`);
    expect(ours().state()).toEqual({ is: 'broken', program: process.execPath });
  });

  test('a link to the program, a name from PATH and the launcher of a package are the program', () => {
    symlinkSync(process.execPath, join(root, 'link'));
    put(own(), autostartEntry(join(root, 'link')));
    expect(ours().state()).toEqual({ is: 'on' });
    program('bin/openclaw-sync', `#!/bin/sh\nexec '${process.execPath}' "$@"\n`);
    put(own(), '[Desktop Entry]\nType=Application\nExec=openclaw-sync --hidden\n');
    expect(ours({ PATH: `/nowhere:${join(root, 'bin')}` }).state()).toEqual({ is: 'on' });
    expect(ours({ PATH: '/nowhere' }).state()).toEqual({ is: 'broken', program: 'openclaw-sync' });
  });
});

describe('switching', () => {
  test('on, off and off again', () => {
    ours().set(true);
    expect(ours().state()).toEqual({ is: 'on' });
    expect(readFileSync(own(), 'utf8')).toContain(process.execPath);
    ours().set(false);
    expect(existsSync(own())).toBe(false);
    ours().set(false);
  });

  test('on mends what is broken, and brings back what a desktop has switched off', () => {
    put(own(), autostartEntry('/gone/Openclaw.AppImage'));
    ours().set(true);
    expect(ours().state()).toEqual({ is: 'on' });
    put(own(), '[Desktop Entry]\nHidden=true\n');
    ours().set(true);
    expect(ours().state()).toEqual({ is: 'on' });
  });

  test("off takes the system's entry back for this person only; on gives it back", () => {
    entry(system());
    const before = readFileSync(system(), 'utf8');
    ours().set(false);
    expect(ours().state()).toEqual({ is: 'off' });
    ours().set(true);
    expect(ours().state()).toEqual({ is: 'on' });
    expect(existsSync(own())).toBe(false);
    expect(readFileSync(system(), 'utf8')).toBe(before);
  });

  test('an AppImage names its own file', () => {
    const APPIMAGE = program('home/Openclaw.AppImage');
    ours({ APPIMAGE }).set(true);
    expect(readFileSync(own(), 'utf8')).toContain(`Exec="${APPIMAGE}" --hidden`);
    expect(ours({ APPIMAGE }).state()).toEqual({ is: 'on' });
    copyFileSync(APPIMAGE, join(root, 'moved'));
    rmSync(APPIMAGE);
    expect(ours({ APPIMAGE: join(root, 'moved') }).state()).toEqual({ is: 'broken', program: APPIMAGE });
  });

  test('a relative XDG_CONFIG_HOME is to be ignored', () => {
    entry(system());
    expect(() => ours({ XDG_CONFIG_HOME: 'relative' }).state()).not.toThrow();
    expect(existsSync('relative')).toBe(false);
  });
});

describe('the settings window', () => {
  const stored = { ...DEFAULT_SETTINGS, autostart: true };
  const handlers = {
    'settings.get': async () => ok(stored),
    'settings.update': async (change: object) => ok({ ...stored, ...change }),
  };
  const served = () => withAutostart(handlers as never, ours());

  test('what the desktop holds is the truth, not the setting', async () => {
    expect(await served()['settings.get'](null)).toEqual(ok({ ...stored, autostart: false }));
    expect(await served()['settings.update']({ autostart: true })).toEqual(ok(stored));
    expect(await served()['autostart.get'](null)).toEqual(ok({ is: 'on' }));
    put(own(), '[Desktop Entry]\nHidden=true\n');
    expect(await served()['settings.get'](null)).toEqual(ok({ ...stored, autostart: false }));
    expect(await served()['autostart.get'](null)).toEqual(ok({ is: 'off' }));
  });

  test('a setting that was refused changes nothing', async () => {
    const refusing = { 'settings.update': async () => fail('managed') };
    await withAutostart(refusing as never, ours())['settings.update']({ autostart: true });
    expect(ours().isOn()).toBe(false);
  });

  test('an entry that cannot be written is an error to see', async () => {
    put(join(root, 'config'), 'a file where the folder should be');
    expect(await served()['settings.update']({ autostart: true })).toMatchObject({
      ok: false,
      error: { code: 'write-failed' },
    });
  });
});

describe("the machine's policy", () => {
  /** An application whose policy changes when it is told to. */
  function governed(autostart: Parameters<typeof followAutostart>[1]) {
    let settings: { autostart?: boolean } = {};
    let tell: () => void = () => undefined;
    followAutostart(
      {
        policy: () => ({ ...NO_POLICY, settings }),
        onChange: (listener) => {
          tell = listener;
          return () => undefined;
        },
      },
      autostart,
    );
    return (value?: boolean) => {
      settings = value === undefined ? {} : { autostart: value };
      tell();
    };
  }

  test('always makes the entry and mends it, never takes it away, none leaves it', () => {
    const says = governed(ours());
    expect(ours().state()).toEqual({ is: 'off' });
    says(true);
    expect(ours().state()).toEqual({ is: 'on' });
    says(false);
    expect(existsSync(own())).toBe(false);
    put(own(), autostartEntry('/gone'));
    says(true);
    expect(ours().state()).toEqual({ is: 'on' });
    says();
    expect(ours().state()).toEqual({ is: 'on' });
  });

  test('a person who switches it off meanwhile is not fought over by the minute', () => {
    const says = governed(ours());
    says(true);
    ours().set(false);
    says(true);
    expect(ours().state()).toEqual({ is: 'off' });
  });

  test('what a person has switched off in Windows or macOS is not switched on again', () => {
    const asked: boolean[] = [];
    const says = governed({
      state: () => ({ is: 'switchedOff', where: 'windows' }),
      set: (on) => void asked.push(on),
    });
    says(true);
    expect(asked).toEqual([]);
    says(false);
    expect(asked).toEqual([false]);
  });

  test('a disk that refuses ends nothing', () => {
    put(join(root, 'config'), 'a file where the folder should be');
    expect(() => governed(ours())(true)).not.toThrow();
  });
});
