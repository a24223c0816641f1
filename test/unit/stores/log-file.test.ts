import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLog, type LogOptions, logLevelFrom } from '../../../electron/stores/log-file.ts';
import { redactSecrets } from '../../../electron/stores/redact-secrets.ts';
import { temporaryFolder } from '../../contract/state-makers.ts';

const TOKEN = 'SECRET/token+0123 "quoted" ä';

function setUp(options: Partial<LogOptions> = {}) {
  const folder = join(temporaryFolder(), 'logs');
  const shown: string[] = [];
  const log = createLog({
    folder,
    name: 'test',
    level: 'info',
    secrets: () => [TOKEN],
    console: (line) => shown.push(line),
    ...options,
  });
  return { folder, log, shown, file: join(folder, 'test.log') };
}

describe('createLog', () => {
  it('writes one line per event into a file for the owner only', () => {
    const { log, file, folder } = setUp();
    log.write('info', 'cycle ended', { outcome: 'inSync', ms: 41, verified: true });
    log.write('error', 'failed');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines[0]).toMatch(/^\d{4}-.*Z INFO cycle ended \{"outcome":"inSync","ms":41,"verified":true\}$/);
    expect(lines[1]).toMatch(/Z ERROR failed$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('shows the same on the console, and there alone without a folder', () => {
    const { log, shown, folder } = setUp({ folder: null });
    log.write('warn', 'seen', { path: 'docs/a.md' });
    expect(shown).toEqual([expect.stringContaining('WARN seen {"path":"docs/a.md"}')]);
    expect(() => readdirSync(folder)).toThrow();
  });

  it('leaves out what is below its level', () => {
    const { log, shown } = setUp({ level: 'warn' });
    for (const level of ['error', 'warn', 'info', 'debug'] as const) {
      log.write(level, level);
    }
    expect(shown).toHaveLength(2);
  });

  it('lets only strings, numbers and booleans through, and cuts long ones', () => {
    const { log, shown } = setUp();
    const request = { body: { sk: 'some other secret' } };
    log.write('info', 'odd', {
      request,
      error: new Error('x'),
      list: [1],
      none: undefined,
      long: 'y'.repeat(999),
    } as never);
    expect(shown[0]).toMatch(/odd \{"long":"y{300}"\}$/);
  });

  it('keeps one event on one line whatever is in it', () => {
    const { log, file } = setUp();
    log.write('info', 'a\nb\u001b[31m', { path: 'docs/x\r\n2026-01-01 ERROR forged' });
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(2);
  });

  it('hides every form of a secret, wherever it stands, also where it would be cut', () => {
    const { log, shown } = setUp();
    const forms = [TOKEN, JSON.stringify({ sk: TOKEN }), encodeURIComponent(TOKEN)];
    const inBase64 = ['', 'x', 'xy'].map((before) => Buffer.from(`${before}${TOKEN}`).toString('base64'));
    for (const form of [...forms, ...inBase64, Buffer.from(TOKEN).toString('hex')]) {
      log.write('info', form, { field: form, [form]: 1, cut: `${'x'.repeat(285)}${form}` });
    }
    const secretParts = /SECRET|token\+0123|U0VDUkVUL3Rva2Vu|VDUkVUL3Rva2Vu|TRUNSRVQvdG9rZW4|534543524554/;
    expect(shown).toHaveLength(7);
    expect(shown.filter((line) => secretParts.test(line))).toEqual([]);
  });

  it('asks for the secrets with every line', () => {
    const secrets: string[] = [];
    const { log, shown } = setUp({ secrets: () => secrets });
    log.write('info', 'before-later-secret');
    secrets.push('later-secret');
    log.write('info', 'after later-secret');
    expect(shown[1]).toContain('after [hidden]');
  });

  it('keeps five files of one megabyte', () => {
    const { log, folder } = setUp();
    const fields = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`field${n}`, 'z'.repeat(300)]));
    for (let line = 0; line < 420; line += 1) {
      log.write('info', `line ${line}`, fields);
    }
    const files = readdirSync(folder).sort();
    expect(files).toEqual(['test.1.log', 'test.2.log', 'test.3.log', 'test.4.log', 'test.log']);
    expect(files.every((name) => statSync(join(folder, name)).size < 1.1 * 1024 * 1024)).toBe(true);
    expect(readFileSync(join(folder, 'test.log'), 'utf8')).toContain('line 419');
  });

  it('stops nothing when it cannot be written', () => {
    const file = join(temporaryFolder(), 'a-file');
    writeFileSync(file, '');
    const { log, shown } = setUp({ folder: join(file, 'logs') });
    expect(() => log.write('info', 'still here')).not.toThrow();
    expect(shown).toHaveLength(1);
  });
});

describe('logLevelFrom', () => {
  it.each([
    [{}, 'info'],
    [{ OPENCLAW_SYNC_LOG: 'debug' }, 'debug'],
    [{ OPENCLAW_SYNC_LOG: ' WARN ' }, 'warn'],
    [{ OPENCLAW_SYNC_LOG: 'everything' }, 'info'],
  ] as const)('%j is %s', (env, level) => {
    expect(logLevelFrom(env)).toBe(level);
  });
});

describe('redactSecrets', () => {
  it('leaves no secret standing in any text that holds it', () => {
    const secret = fc.string({ minLength: 8, unit: fc.constantFrom(...'abcXYZ019+/="\\ %ä🦄') });
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (token, before, after) => {
        for (const form of [token, JSON.stringify(token), encodeURIComponent(token)]) {
          expect(redactSecrets(`${before}${form}${after}`, [token])).not.toContain(token);
        }
      }),
    );
  });

  it('leaves text without secrets as it is', () => {
    expect(redactSecrets('nothing to hide', ['', 'abc', 'not in there'])).toBe('nothing to hide');
  });
});
