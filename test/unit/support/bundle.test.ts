import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUNDLE_BYTES, type Bundle, makeBundle } from '../../../electron/support/bundle.ts';
import { itemAlias } from '../../../electron/support/item-alias.ts';
import type { SupportPorts } from '../../../electron/support/ports.ts';
import { createSupportDesk } from '../../../electron/support/support-desk.ts';
import { fail, ok } from '../../../shared/model/sync-error.ts';
import { temporaryFolder } from '../../contract/state-makers.ts';

const SECRET = 'sk-5ecret-0123456789';
const MIB = 1024 * 1024;

function setUp(ports: Partial<SupportPorts> = {}) {
  const logs = join(temporaryFolder(), 'logs');
  mkdirSync(logs);
  const failed: string[] = [];
  const log = (name: string, text: string, age = 0): void => {
    writeFileSync(join(logs, name), text);
    const when = new Date(Date.now() - age * 1000);
    utimesSync(join(logs, name), when, when);
  };
  const all: SupportPorts = {
    about: () => ({ version: '1.2.3', versions: { node: '24.0.0' }, system: { platform: 'linux' } }),
    settings: () => ({ workspace: '/home/mary/.openclaw', proxy: 'http://mary:hunter22@proxy:3128' }),
    policy: () => ({ managed: {} }),
    doctor: async () => ({
      checks: [{ id: 'file-names', message: 'docs/secret plan.md: too long. docs/other-plan.md: as well' }],
      folder: '/home/mary/.openclaw',
    }),
    items: async () =>
      ok({
        counts: { conflicts: 1 },
        bytes: { filesHere: 12 },
        lastSuccess: null,
        open: [{ path: 'docs/secret plan.md', state: 'rejected', reason: 'docs/secret plan.md is too long' }],
        recent: [{ time: '2026-11-23T00:00:00.000Z', path: 'configs/main.json', kind: 'pulled', code: '' }],
        names: ['docs/secret plan.md', 'configs/main.json'],
      }),
    logs,
    secrets: async () => [SECRET],
    home: '/home/mary',
    now: () => new Date(2026, 10, 23, 15, 30),
    failed: (part) => failed.push(part),
    ...ports,
  };
  return { ports: all, log, logs, failed };
}

function textOf(bundle: Bundle, name: string): string {
  return bundle.files.find((file) => file.name === name)?.text ?? '';
}

const LINE = '2026-11-23T15:00:00.000Z WARN file-put-back {"path":"docs/secret plan.md"}';
const JSON_LINE = JSON.stringify({
  time: '2026-11-23T15:00:00.000Z',
  level: 'warn',
  event: 'file-put-back',
  pid: 1,
  version: '1.2.3',
  fields: { path: 'docs/secret plan.md', text: 'SMUGGLED' },
});

describe('a support bundle', () => {
  it('has a manifest that is true of every other file', async () => {
    const { ports, log } = setUp();
    log('application.log', `${LINE}\n`);
    const bundle = await makeBundle(ports, false);
    const manifest = JSON.parse(textOf(bundle, 'manifest.json'));
    expect(manifest).toMatchObject({
      version: '1.2.3',
      format: 1,
      leftOut: [],
      versions: { node: '24.0.0' },
    });
    expect(bundle.files.map(({ name }) => name)).toEqual([
      'manifest.json',
      'system.json',
      'settings.json',
      'policy.json',
      'doctor.json',
      'items.json',
      'logs/application.log',
    ]);
    expect(manifest.files).toEqual(
      bundle.files.slice(1).map(({ name, text }) => ({
        name,
        why: expect.stringMatching(/\w+ \w+/),
        bytes: Buffer.byteLength(text),
        isCut: false,
        sha256: createHash('sha256').update(text).digest('hex'),
      })),
    );
  });

  it('replaces names of files by aliases that are always the same, unless they are asked for', async () => {
    const { ports, log } = setUp();
    log('application.log', `${LINE}\n`);
    log('application.jsonl', `${JSON_LINE}\n`);
    const alias = itemAlias('docs/secret plan.md');
    expect(alias).toMatch(/^docs\/[0-9a-f]{8}\.md$/);
    const hidden = await makeBundle(ports, false);
    expect(hidden.files.map(({ text }) => text).join()).not.toMatch(/plan|main\.json/);
    for (const name of ['doctor.json', 'items.json', 'logs/application.log', 'logs/application.jsonl'])
      expect([name, textOf(hidden, name)]).toEqual([name, expect.stringContaining(alias)]);
    const shown = await makeBundle(ports, true);
    for (const name of ['doctor.json', 'items.json', 'logs/application.log', 'logs/application.jsonl'])
      expect([name, textOf(shown, name)]).toEqual([name, expect.stringContaining('docs/secret plan.md')]);
  });

  it('holds no secret, no password of a URL and not the home folder, wherever they come from', async () => {
    const { ports, log } = setUp({
      policy: () => ({ note: `Bearer ${SECRET}`, unknown: '"sk": "another-token-9876543210"' }),
      doctor: async () => ({ encoded: Buffer.from(`x${SECRET}`).toString('base64') }),
    });
    log('application.log', `2026-11-23T15:00:00.000Z INFO file-put-back {"path":"${SECRET}"}\n`);
    for (const showNames of [true, false]) {
      const all = (await makeBundle(ports, showNames)).files.map(({ text }) => text).join();
      expect(all).not.toMatch(/5ecret|NWVjcmV0|hunter22|another-token|\/home\/mary/);
      expect(all).toContain('~/.openclaw');
    }
  });

  it('leaves out log lines and fields that are not of today’s form, and says how many', async () => {
    const { ports, log } = setUp();
    log('command.log', `${LINE}\n2025-01-01T00:00:00.000Z INFO shell {"message":"SMUGGLED"}\nSMUGGLED\n`);
    log('command.jsonl', `${JSON_LINE}\n{"SMUGGLED\n`);
    log('notes.txt', 'SMUGGLED\n');
    const bundle = await makeBundle(ports, true);
    expect(bundle.files.map(({ text }) => text).join()).not.toContain('SMUGGLED');
    expect(textOf(bundle, 'logs/command.log').trimEnd().split('\n')).toEqual([
      LINE,
      '2025-01-01T00:00:00.000Z INFO shell {}',
      '{"leftOut":1,"why":"not a line of this version"}',
    ]);
    expect(textOf(bundle, 'logs/command.jsonl')).toContain('"leftOut":1');
  });

  it('keeps one megabyte of each file, its end, and ten in all, the newest', async () => {
    const { ports, log } = setUp();
    const long = `${LINE}\n`.repeat(Math.ceil((1.5 * MIB) / LINE.length));
    for (let at = 0; at < 9; at += 1)
      log(`${'abcdefghi'[at]}.log`, `${long}${LINE.replace('put', `put`)}\n`, at);
    log('z.log', `${long}\n`, 9);
    const bundle = await makeBundle(ports, true);
    const logs = bundle.files.filter(({ name }) => name.startsWith('logs/'));
    for (const { bytes, isCut, text } of logs) {
      expect(bytes).toBeLessThanOrEqual(MIB);
      expect(bytes).toBeGreaterThan(0.95 * MIB);
      expect(isCut).toBe(true);
      expect(text.startsWith('2026-')).toBe(true);
    }
    expect(bundle.files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(BUNDLE_BYTES);
    const { leftOut } = JSON.parse(textOf(bundle, 'manifest.json'));
    expect(logs.map(({ name }) => name)).not.toContain('logs/z.log');
    expect(leftOut).toContainEqual({
      name: 'logs/z.log',
      bytes: expect.any(Number),
      why: 'the bundle is full',
    });
  });

  it('is made when parts of it cannot be had', async () => {
    const { ports, failed } = setUp({
      doctor: () => Promise.reject(new Error('SMUGGLED')),
      items: async () => fail('state-unusable', 'docs/secret plan.md'),
      policy: () => {
        throw new Error('SMUGGLED');
      },
      logs: '/nowhere',
    });
    const bundle = await makeBundle(ports, false);
    expect(failed).toEqual(['policy.json', 'doctor.json']);
    expect(JSON.parse(textOf(bundle, 'items.json'))).toEqual({ error: 'state-unusable' });
    expect(bundle.files.map(({ text }) => text).join()).not.toMatch(/SMUGGLED|secret plan/);
  });
});

describe('the desk', () => {
  it('saves exactly what it has shown, for the owner only, and nothing that is no longer shown', async () => {
    const { ports, log, logs } = setUp();
    log('application.log', `${LINE}\n`);
    const desk = createSupportDesk(ports);
    const first = await desk.preview(false);
    log('application.log', `${LINE}\n${LINE}\n`);
    expect(desk.text(first.id, 'logs/application.log')).toEqual(ok(expect.stringMatching(/^[^\n]*\n$/)));
    expect(desk.nameOf(first.id)).toEqual(ok('openclaw-sync-support-2026-11-23-1530.zip'));
    const file = join(logs, '..', 'bundle.zip');
    writeFileSync(file, 'an older one');
    const saved = await desk.save(first.id, file);
    expect(saved).toEqual(ok(statSync(file).size));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
    expect(readdirSync(join(logs, '..')).sort()).toEqual(['bundle.zip', 'logs']);
    expect(desk.text(first.id, '../../etc/passwd')).toEqual(fail('changed-meanwhile'));
    await desk.preview(true);
    expect(await desk.save(first.id, file)).toEqual(fail('changed-meanwhile'));
  });

  it('a place that cannot be written is an expected failure, and leaves nothing', async () => {
    const { ports, logs } = setUp();
    const desk = createSupportDesk(ports);
    const { id } = await desk.preview(false);
    expect(await desk.save(id, join(logs, 'no', 'such', 'folder.zip'))).toMatchObject({
      ok: false,
      error: { code: 'write-failed' },
    });
    expect(await desk.save(id, logs)).toMatchObject({ ok: false });
    expect(readdirSync(join(logs, '..'))).toEqual(['logs']);
  });
});
