import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { macPolicyFiles, readPlutil } from '../../../electron/policy/mac-policy.ts';
import { readPolicyFile } from '../../../electron/policy/policy-file.ts';
import { machinePolicySource } from '../../../electron/policy/policy-source.ts';
import { readPolicy } from '../../../electron/policy/read-policy.ts';
import type { RunProgram } from '../../../electron/policy/run-program.ts';
import { readRegQuery, readWindowsPolicy } from '../../../electron/policy/windows-policy.ts';
import { temporaryFolder } from '../../contract/state-makers.ts';

const ME = process.getuid?.() ?? 0;

describe('the file of a Linux computer', () => {
  let folder = '';
  let file = '';

  beforeEach(() => {
    folder = join(temporaryFolder(), 'openclaw-sync');
    file = join(folder, 'policy.json');
    mkdirSync(folder, { mode: 0o755 });
  });

  function write(text: string | Uint8Array, mode = 0o644): void {
    writeFileSync(file, text);
    chmodSync(file, mode);
  }

  it('is read when it belongs to root, which is this user here', async () => {
    write('{"lssn": 5}');
    expect(await readPolicyFile(file, ME)).toEqual([{ source: file, values: { lssn: 5 } }]);
  });

  it('may begin with a byte-order mark', async () => {
    write('\uFEFF{"lssn": 5}');
    expect(await readPolicyFile(file, ME)).toEqual([{ source: file, values: { lssn: 5 } }]);
  });

  it('is no policy when it is not there, nor its folder', async () => {
    expect(await readPolicyFile(file, ME)).toEqual([]);
    expect(await readPolicyFile(join(file, 'policy.json'), ME)).toEqual([]);
  });

  it.each([0o646, 0o664, 0o666, 0o602])('is not believed with the rights %o', async (mode) => {
    write('{"lssn": 5}', mode);
    expect(await readPolicyFile(file, ME)).toEqual([
      { source: file, fault: 'untrusted', expected: expect.stringContaining('root') },
    ]);
  });

  it('is not believed when it belongs to somebody else', async () => {
    write('{"lssn": 5}');
    expect(await readPolicyFile(file, ME + 1)).toMatchObject([{ fault: 'untrusted' }]);
  });

  it('is not believed in a folder in which others may write', async () => {
    write('{"lssn": 5}');
    chmodSync(folder, 0o777);
    expect(await readPolicyFile(file, ME)).toMatchObject([
      { fault: 'untrusted', expected: expect.stringContaining('folder') },
    ]);
  });

  it('is judged by what a link leads to', async () => {
    const elsewhere = join(temporaryFolder(), 'mine.json');
    writeFileSync(elsewhere, '{"lssn": 5}');
    chmodSync(elsewhere, 0o666);
    symlinkSync(elsewhere, file);
    expect(await readPolicyFile(file, ME)).toMatchObject([{ fault: 'untrusted' }]);
  });

  it.each(['', '{', '[]', '5', 'null', '{"lssn": 5', '{"lssn": 5} x'])('is of no use as %j', async (text) => {
    write(text);
    expect(await readPolicyFile(file, ME)).toMatchObject([{ source: file, fault: 'unreadable' }]);
  });

  it('is of no use when it is not UTF-8, endless, a folder or a pipe', async () => {
    write(Buffer.from([0x7b, 0xff, 0x7d]));
    expect(await readPolicyFile(file, ME)).toMatchObject([{ fault: 'unreadable' }]);
    write('{}'.padEnd(1024 * 1024 + 1));
    expect(await readPolicyFile(file, ME)).toMatchObject([{ fault: 'unreadable' }]);
    expect(await readPolicyFile(folder, ME)).toMatchObject([{ fault: 'unreadable' }]);
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await readPolicyFile(pipe, ME)).toMatchObject([{ fault: 'unreadable' }]);
  });

  it.runIf(ME !== 0)('is named when this user may not read it', async () => {
    write('{"lssn": 5}', 0o000);
    expect(await readPolicyFile(file, ME)).toMatchObject([{ fault: 'unreadable' }]);
  });

  it('lies where no variable and no option leads', async () => {
    const before = { ...process.env };
    Object.assign(process.env, { HOME: folder, XDG_CONFIG_DIRS: folder, OPENCLAW_SYNC_POLICY: file });
    write('{"lssn": 5}');
    try {
      const found = await machinePolicySource('linux').read();
      expect(
        found.map(({ source }) => source).filter((source) => source !== '/etc/openclaw-sync/policy.json'),
      ).toEqual([]);
    } finally {
      process.env = before;
    }
  });
});

/** Recorded: `reg query "HKLM\SOFTWARE\Policies\Openclaw Sync" /reg:64`. */
const REG_QUERY = [
  '',
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Openclaw Sync',
  '    apiUrl    REG_SZ    https://giip.example.com/api',
  '    LSSN    REG_DWORD    0x11574',
  '    workspace    REG_EXPAND_SZ    %USERPROFILE%\\My Files\\.openclaw',
  '    tokenCommand    REG_MULTI_SZ    C:\\Program Files\\Giip\\token.exe\\0--for\\0a  b',
  '    autostart    REG_SZ    always',
  '    proxy    REG_SZ    ',
  '    logLevel    REG_BINARY    00FF',
  '    (Default)    REG_SZ    ',
  '',
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Openclaw Sync\\Other',
  '',
].join('\r\n');

describe('the registry of a Windows computer', () => {
  const place = { platform: 'win32' as const, home: 'C:\\Users\\Ann', environment: {} };

  it('is read out of what reg query prints', () => {
    expect(readRegQuery('HKLM', REG_QUERY)).toEqual({
      source: 'HKLM',
      values: {
        apiUrl: 'https://giip.example.com/api',
        lssn: 71_028,
        workspace: '%USERPROFILE%\\My Files\\.openclaw',
        tokenCommand: ['C:\\Program Files\\Giip\\token.exe', '--for', 'a  b'],
        autostart: 'always',
        proxy: '',
        logLevel: null,
        '(Default)': '',
      },
    });
  });

  it('names what cannot be used and takes the rest', () => {
    const policy = readPolicy([readRegQuery('HKLM', REG_QUERY)], place);
    expect(policy.problems.map(({ key }) => key).sort()).toEqual(['(Default)', 'logLevel', 'proxy']);
    expect(policy.settings).toEqual({
      apiUrl: 'https://giip.example.com/api',
      lssn: 71_028,
      workspace: 'C:\\Users\\Ann\\My Files\\.openclaw',
      autostart: true,
    });
  });

  it('is no policy when the key is not there, and named when it cannot be asked', async () => {
    const ended = { state: 'ended' as const, stdout: Buffer.from(REG_QUERY) };
    const policies =
      (below: string): RunProgram =>
      async (_program, [, key]) => {
        const isAbove = key === 'HKLM\\SOFTWARE\\Policies';
        return { state: 'ended', code: isAbove ? 0 : 1, stdout: Buffer.from(isAbove ? below : '') };
      };
    const others = '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\r\n';
    expect(await readWindowsPolicy(policies(others))).toEqual([]);
    // It is there and may not be read, or an administrator has forbidden reg.exe: then nobody knows.
    const ours = `${others}HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\openclaw sync\r\n`;
    expect(await readWindowsPolicy(policies(ours))).toMatchObject([{ fault: 'unreadable' }]);
    expect(await readWindowsPolicy(async () => ({ ...ended, code: 1 }))).toMatchObject([
      { fault: 'unreadable' },
    ]);
    expect(await readWindowsPolicy(async () => ({ state: 'too-slow' }))).toMatchObject([
      { fault: 'unreadable' },
    ]);
    expect(await readWindowsPolicy(async () => ({ ...ended, code: 0 }))).toMatchObject([
      { source: 'HKLM\\SOFTWARE\\Policies\\Openclaw Sync', values: { lssn: 71_028 } },
    ]);
  });

  it('asks the whole path of reg.exe, without a shell and without the user’s variables', async () => {
    const asked: unknown[] = [];
    await readWindowsPolicy(async (program, args, _limits, environment) => {
      asked.push(program, args, Object.keys(environment));
      return { state: 'not-started' };
    });
    expect(asked).toEqual([
      expect.stringMatching(/\\System32\\reg\.exe$/),
      ['query', 'HKLM\\SOFTWARE\\Policies\\Openclaw Sync', '/reg:64'],
      ['SystemRoot'],
    ]);
  });
});

describe('the managed preferences of a Mac', () => {
  it('are the user’s first, then the computer’s', () => {
    expect(macPolicyFiles('ann')).toEqual([
      '/Library/Managed Preferences/ann/net.netbako.openclaw-sync.plist',
      '/Library/Managed Preferences/net.netbako.openclaw-sync.plist',
    ]);
  });

  it('are read out of what plutil prints, without what the system adds', () => {
    // Recorded: `plutil -convert json -o - net.netbako.openclaw-sync.plist`.
    const printed =
      '{"lssn":71028,"updates":"never","tokenCommand":["\\/usr\\/local\\/bin\\/token"],"PayloadUUID":"B5A0","_manualProfile":true}';
    expect(readPlutil('plist', Buffer.from(printed))).toEqual({
      source: 'plist',
      values: { lssn: 71_028, updates: 'never', tokenCommand: ['/usr/local/bin/token'] },
    });
  });

  it('are named when they cannot be converted', () => {
    expect(readPlutil('plist', Buffer.alloc(0))).toMatchObject({ source: 'plist', fault: 'unreadable' });
  });
});
