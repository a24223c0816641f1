import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedLogLevel, createLog, type LogOptions } from '../../../electron/stores/log-file.ts';
import { logFiles } from '../../../electron/stores/log-files.ts';
import { redactSecrets } from '../../../electron/stores/redact-secrets.ts';
import type { WriteLog } from '../../../shared/log-events.ts';
import type { LogLevel } from '../../../shared/model/settings.ts';
import { temporaryFolder } from '../../contract/state-makers.ts';

const TOKEN = 'SECRET/token+0123 "quoted" ä';

function setUp(options: Partial<LogOptions> = {}) {
  const folder = join(temporaryFolder(), 'logs');
  const shown: string[] = [];
  const log = createLog({
    files: options.files === undefined ? logFiles(folder, 'test') : options.files,
    level: options.level ?? (() => 'info'),
    writer: { pid: 42, version: '1.2.3' },
    console: (line) => shown.push(line),
  });
  log.hide(TOKEN);
  /** What a caller in JavaScript, or with a cast, could do. */
  const smuggle = log.write as (level: LogLevel, event: string, fields?: object) => void;
  const linesOf = (name: string): readonly string[] =>
    readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
  return { folder, log, shown, smuggle, linesOf, file: join(folder, 'test.log') };
}

describe('createLog', () => {
  it('writes one line per event for people and one for programs, for the owner only', () => {
    const { log, folder, linesOf } = setUp();
    log.write('info', 'cycle-ended', { outcome: 'inSync', ms: 41 });
    log.write('error', 'watcher-failed');
    const [first, second] = linesOf('test.log');
    expect(first).toMatch(/^\d{4}-.*Z INFO cycle-ended \{"outcome":"inSync","ms":41\}$/);
    expect(second).toMatch(/Z ERROR watcher-failed$/);
    expect(linesOf('test.jsonl').map((line) => JSON.parse(line))).toEqual([
      {
        time: first?.split(' ')[0],
        level: 'info',
        event: 'cycle-ended',
        pid: 42,
        version: '1.2.3',
        fields: { outcome: 'inSync', ms: 41 },
      },
      expect.objectContaining({ level: 'error', event: 'watcher-failed', fields: {} }),
    ]);
    for (const name of ['test.log', 'test.jsonl'])
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('shows the same on the console, and there alone without files', () => {
    const { log, shown, folder } = setUp({ files: null });
    log.write('warn', 'file-put-back', { path: 'docs/a.md' });
    expect(shown).toEqual([expect.stringContaining('WARN file-put-back {"path":"docs/a.md"}')]);
    expect(() => readdirSync(folder)).toThrow();
  });

  it('leaves out what is below its level, which may change at any time', () => {
    let level: LogLevel = 'warn';
    const { log, shown } = setUp({ level: () => level });
    const writeAll = (): void => {
      for (const each of ['error', 'warn', 'info', 'debug'] as const) log.write(each, 'watcher-failed');
    };
    writeAll();
    expect(shown).toHaveLength(2);
    level = 'debug';
    writeAll();
    expect(shown).toHaveLength(6);
  });

  it('drops what the catalogue does not name, and what is not of its kind', () => {
    const { smuggle, shown, linesOf } = setUp();
    smuggle('info', 'cycle-ended', {
      text: 'a document',
      toString: 'x',
      outcome: 'a whole sentence',
      code: { sk: 'some other secret' },
      requests: '2',
      ms: Number.NaN,
      held: 3,
    });
    smuggle('info', 'my document', { text: 'a document' });
    smuggle('info', '__proto__', { text: 'a document' });
    expect(shown[0]).toMatch(/cycle-ended \{"held":3\}$/);
    expect(shown.slice(1).map((line) => line.split(' ').slice(2).join(' '))).toEqual([
      'unknown-event',
      'unknown-event',
    ]);
    expect(linesOf('test.jsonl').join()).not.toContain('document');
  });

  it('is typed: an unknown event, field or kind does not compile', () => {
    const write: WriteLog = () => undefined;
    // @ts-expect-error there is no such event
    write('info', 'document-read');
    // @ts-expect-error the event has no such field
    write('info', 'cycle-ended', { text: 'a document' });
    // @ts-expect-error a count is no text
    write('info', 'cycle-ended', { requests: 'many' });
    write('info', 'cycle-ended', { requests: 2 });
  });

  it('says of an error what and where, never its message', () => {
    const { log, shown } = setUp();
    const inner = Object.assign(
      new SyntaxError('Unexpected token in "my document"\n    at mine (/x/my.ts:1:2)'),
      {
        code: 'E_INNER',
      },
    );
    log.write('error', 'promise-unhandled', { cause: new TypeError('my document', { cause: inner }) });
    log.write('error', 'promise-unhandled', { cause: 'my document' });
    expect(shown[0]).toMatch(/TypeError at .*log-file\.test\.ts:\d+:\d+.*; from SyntaxError E_INNER at /);
    expect(shown[1]).toContain('thrown string');
    expect(shown.join()).not.toMatch(/document|my\.ts|\/home|\/work|node_modules/);
  });

  it('keeps one event on one line whatever is in it', () => {
    const { log, file, linesOf } = setUp();
    log.write('info', 'file-put-back', { path: 'docs/x\r\n2026-01-01 ERROR forged\u001b[31m' });
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(2);
    expect(linesOf('test.jsonl')).toHaveLength(1);
  });

  it('hides every form of a secret, wherever it stands, also where it would be cut', () => {
    const { log, shown, linesOf } = setUp();
    const forms = [TOKEN, JSON.stringify({ sk: TOKEN }), encodeURIComponent(TOKEN)];
    const inBase64 = ['', 'x', 'xy'].map((before) => Buffer.from(`${before}${TOKEN}`).toString('base64'));
    for (const form of [...forms, ...inBase64, Buffer.from(TOKEN).toString('hex')]) {
      log.write('info', 'file-put-back', { path: form });
      log.write('info', 'file-put-back', { path: `${'x'.repeat(285)}${form}` });
    }
    const secretParts = /SECRET|token\+0123|U0VDUkVUL3Rva2Vu|VDUkVUL3Rva2Vu|TRUNSRVQvdG9rZW4|534543524554/;
    expect(shown).toHaveLength(14);
    expect([...shown, ...linesOf('test.jsonl')].filter((line) => secretParts.test(line))).toEqual([]);
  });

  it('hides what it is told of later', () => {
    const { log, shown } = setUp();
    log.hide('later-secret');
    log.write('info', 'file-put-back', { path: 'docs/later-secret.md' });
    expect(shown[0]).toContain('docs/[hidden].md');
  });

  it('keeps five files of one megabyte of each kind', () => {
    const { log, folder } = setUp();
    const path = 'z'.repeat(300);
    for (let line = 0; line < 16_000; line += 1) log.write('info', 'file-put-back', { path });
    log.write('info', 'file-put-back', { path: 'the last one' });
    const names = (kind: string): readonly string[] => [
      `test.1.${kind}`,
      `test.2.${kind}`,
      `test.3.${kind}`,
      `test.4.${kind}`,
      `test.${kind}`,
    ];
    expect(readdirSync(folder).sort()).toEqual([...names('log'), ...names('jsonl')].sort());
    for (const name of readdirSync(folder)) {
      expect(statSync(join(folder, name)).size).toBeLessThan(1.1 * 1024 * 1024);
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }
    expect(readFileSync(join(folder, 'test.log'), 'utf8')).toContain('the last one');
    expect(readFileSync(join(folder, 'test.jsonl'), 'utf8')).toContain('the last one');
  });

  it('stops nothing when it cannot be written', () => {
    const file = join(temporaryFolder(), 'a-file');
    writeFileSync(file, '');
    const { log, shown } = setUp({ files: logFiles(join(file, 'logs'), 'test') });
    expect(() => log.write('info', 'watcher-failed')).not.toThrow();
    expect(shown).toHaveLength(1);
  });
});

describe('askedLogLevel', () => {
  it.each([
    [{}, null],
    [{ OPENCLAW_SYNC_LOG: 'debug' }, 'debug'],
    [{ OPENCLAW_SYNC_LOG: ' WARN ' }, 'warn'],
    [{ OPENCLAW_SYNC_LOG: 'everything' }, null],
  ] as const)('%j is %s', (env, level) => {
    expect(askedLogLevel(env)).toBe(level);
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
