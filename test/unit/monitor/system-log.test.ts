import { spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { type LogPlace, logCall, systemLog } from '../../../electron/monitor/system-log.ts';

const LINUX: LogPlace = {
  platform: 'linux',
  environment: {},
  loggers: ['/usr/bin/logger', '/bin/logger'],
  isThere: (file) => file === '/usr/bin/logger',
  standardError: '8:42',
};

describe('the journal', () => {
  const service = { ...LINUX, environment: { JOURNAL_STREAM: '8:42' } };
  test.each([
    ['error', '<3>'],
    ['warning', '<4>'],
    ['info', '<6>'],
  ] as const)('%s has the priority %s', (severity, prefix) => {
    expect(logCall(service, severity, 'a line')).toEqual({ standardError: `${prefix}a line\n` });
  });

  test('a stream that was inherited but leads elsewhere is not the journal', () => {
    const redirected = { ...service, standardError: '8:43' };
    expect(logCall(redirected, 'info', 'a line')).toMatchObject({ program: '/usr/bin/logger' });
    expect(logCall({ ...service, standardError: null }, 'info', 'x')).toHaveProperty('program');
  });
});

describe('logger', () => {
  test('is called by its full path, the text as one word that is no option', () => {
    expect(logCall(LINUX, 'error', '-f /etc/passwd')).toEqual({
      program: '/usr/bin/logger',
      args: ['-t', 'openclaw-sync', '-p', 'user.err', '--', '-f /etc/passwd'],
    });
    expect(logCall({ ...LINUX, platform: 'darwin' }, 'info', 'x')).toHaveProperty(
      'program',
      '/usr/bin/logger',
    );
  });

  test.skipIf(process.platform === 'win32')(
    'is started without our environment, which holds the token',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'logger-'));
      const program = join(folder, 'logger');
      const heard = join(folder, 'heard');
      writeFileSync(
        program,
        `#!/bin/sh\n{ echo "$6"; /usr/bin/env; } > '${heard}.part'\nmv '${heard}.part' '${heard}'\n`,
        {
          mode: 0o755,
        },
      );
      process.env.OPENCLAW_SYNC_TOKEN = 'sk-canary';
      try {
        const place = { ...LINUX, loggers: [program], isThere: existsSync };
        systemLog(place, process.stderr).write('info', 'a line');
        await vi.waitFor(() => expect(existsSync(heard)).toBe(true), { timeout: 20_000 });
        expect(readFileSync(heard, 'utf8')).toMatch(/^a line\n/);
        expect(readFileSync(heard, 'utf8')).not.toContain('canary');
      } finally {
        delete process.env.OPENCLAW_SYNC_TOKEN;
        rmSync(folder, { recursive: true });
      }
    },
  );

  test('where there is none, nothing is started', () => {
    expect(logCall({ ...LINUX, isThere: () => false }, 'error', 'x')).toBeNull();
  });

  test('a name with line ends and escapes stays one line', () => {
    const call = logCall(LINUX, 'info', 'Syncing /a\n<0>fake\u001b[2J\u2028b fails');
    expect(call).toMatchObject({ args: expect.arrayContaining(['Syncing /a <0>fake [2J b fails']) });
  });

  test.skipIf(process.platform !== 'linux' || !existsSync('/usr/bin/logger'))(
    'the real one takes these words',
    async () => {
      const call = logCall({ ...LINUX, isThere: existsSync }, 'warning', '--help is no option here');
      if (call === null || !('program' in call)) throw new Error('no logger');
      // There may be no system log on this machine: it sends to us instead.
      const receiver = createSocket('udp4').bind(0, '127.0.0.1');
      await once(receiver, 'listening');
      const heard = once(receiver, 'message');
      const here = ['--server', '127.0.0.1', '--port', String(receiver.address().port), '--udp'];
      const { status, stderr } = spawnSync(call.program, [...here, ...call.args], { encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      // 12 is "user" (1 × 8) and "warning" (4).
      expect(String((await heard)[0])).toMatch(/^<12>.*openclaw-sync.*--help is no option here$/s);
      receiver.close();
    },
  );
});

/** Windows is not here: what would be called is. */
describe('Event Log', () => {
  const windows: LogPlace = {
    platform: 'win32',
    environment: { SystemRoot: 'D:\\Windows' },
    loggers: [],
    isThere: (file) => file === 'D:\\Windows\\System32\\eventcreate.exe',
    standardError: null,
  };

  test('eventcreate is called by its full path in the system folder', () => {
    expect(logCall(windows, 'warning', 'Syncing C:\\a fails')).toEqual({
      program: 'D:\\Windows\\System32\\eventcreate.exe',
      args: [
        ...['/L', 'APPLICATION', '/SO', 'Openclaw Sync', '/T', 'WARNING', '/ID', '102'],
        ...['/D', 'Syncing C:\\a fails'],
      ],
    });
  });

  test('a system folder that is no whole path is not believed', () => {
    const tricked = { ...windows, environment: { SystemRoot: '.' }, isThere: () => true };
    expect(logCall(tricked, 'info', 'x')).toBeNull();
  });
});
