import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { followPolicyToken } from '../../../electron/policy/follow-policy-token.ts';
import { policyToken } from '../../../electron/policy/policy-token.ts';
import { DEFAULT_MACHINE_RULES, type MachinePolicy, NO_POLICY } from '../../../shared/model/policy.ts';
import { DEFAULT_SETTINGS } from '../../../shared/model/settings.ts';
import { temporaryFolder } from '../../contract/state-makers.ts';

const API = 'https://giip.example.com/api';
const ENVIRONMENT = { PATH: process.env.PATH, OPENCLAW_SYNC_TOKEN: 'of-the-user', NODE_OPTIONS: '--x' };

function policyWith(rules: Partial<MachinePolicy['rules']>, apiUrl: string | null = API): MachinePolicy {
  const settings = apiUrl === null ? {} : { apiUrl };
  return { ...NO_POLICY, settings, rules: { ...DEFAULT_MACHINE_RULES, ...rules } };
}

async function token(rules: Partial<MachinePolicy['rules']>, apiUrl = API) {
  return policyToken(policyWith(rules), apiUrl, ENVIRONMENT)?.();
}

function file(text: string, mode = 0o600): string {
  const path = join(temporaryFolder(), 'token');
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

function program(...lines: readonly string[]): string {
  return file(['#!/bin/sh', ...lines, ''].join('\n'), 0o755);
}

describe('a token that the policy provides', () => {
  it('comes from the first line of a file, and is read anew each time', async () => {
    const tokenFile = file('sk-first\nsomething else\n');
    const source = policyToken(policyWith({ tokenFile }), API, ENVIRONMENT);
    expect(await source?.()).toEqual({ ok: true, value: 'sk-first' });
    writeFileSync(tokenFile, '\uFEFFsk-second\r\n');
    expect(await source?.()).toEqual({ ok: true, value: 'sk-second' });
  });

  it.each(['', 'giip', 'https://', 'giip.example.com/api'])('is for no typing error such as %j', (typed) => {
    expect(policyToken(policyWith({ tokenFile: '/etc/token' }), typed, ENVIRONMENT)).toBeNull();
    expect(policyToken(NO_POLICY, typed, ENVIRONMENT)).toBeNull();
  });

  it.each([0o604, 0o606, 0o644, 0o601, 0o620, 0o660])('is not read with the rights %o', async (mode) => {
    const tokenFile = file('sk-secret\n', mode);
    expect(await token({ tokenFile })).toMatchObject({ ok: false, error: { code: 'token-not-provided' } });
    expect(JSON.stringify(await token({ tokenFile }))).not.toContain('sk-secret');
  });

  it.each([0o400, 0o600, 0o640, 0o440])('is read with the rights %o', async (mode) => {
    expect(await token({ tokenFile: file('sk-good\n', mode) })).toEqual({ ok: true, value: 'sk-good' });
  });

  it('is an error that says what is wrong when the file is not there, a folder, or holds a sample', async () => {
    expect(await token({ tokenFile: '/nowhere/token' })).toEqual({
      ok: false,
      error: { code: 'token-not-provided', detail: '/nowhere/token: it is not there' },
    });
    expect(await token({ tokenFile: temporaryFolder() })).toMatchObject({
      error: { code: 'token-not-provided' },
    });
    expect(await token({ tokenFile: file('your-token\n') })).toMatchObject({
      error: { code: 'token-invalid' },
    });
    expect(await token({ tokenFile: file('') })).toMatchObject({ error: { code: 'token-invalid' } });
  });

  it('comes from what a program prints, with its arguments as they are and instead of a file', async () => {
    const tokenCommand = [program('echo "sk-$1"; echo more'), 'a b; $(touch x)'];
    expect(await token({ tokenCommand: [tokenCommand[0] ?? '', 'ab'], tokenFile: '/nowhere' })).toEqual({
      ok: true,
      value: 'sk-ab',
    });
    // White space in a token is refused, which shows that the argument came through whole and unread.
    expect(await token({ tokenCommand })).toMatchObject({ error: { code: 'token-invalid' } });
    expect(existsSync('x')).toBe(false);
  });

  it('runs the program once for a cycle, and again after a failure', async () => {
    const count = join(temporaryFolder(), 'count');
    const tokenCommand = [
      program(`echo x >> ${count}`, `test $(wc -l < ${count}) -gt 1 || exit 1`, 'echo sk-1'),
    ];
    const source = policyToken(policyWith({ tokenCommand }), API, ENVIRONMENT);
    expect(await source?.()).toMatchObject({ ok: false });
    for (let at = 0; at < 3; at += 1) expect(await source?.()).toEqual({ ok: true, value: 'sk-1' });
    expect(readFileSync(count, 'utf8')).toBe('x\nx\n');
  });

  it('runs the program once for a cycle beside connections to other addresses, and anew for another policy', async () => {
    const count = join(temporaryFolder(), 'count');
    const tokenCommand = [program(`echo x >> ${count}`, 'echo sk-1')];
    let policy = policyWith({ tokenCommand });
    const hidden: string[] = [];
    const token = followPolicyToken({ current: () => policy }, ENVIRONMENT, (text) => hidden.push(text));
    for (let at = 0; at < 3; at += 1) {
      expect(await token(API)?.()).toEqual({ ok: true, value: 'sk-1' });
      expect(token('https://other.example.com/api')).toBeNull();
    }
    expect(readFileSync(count, 'utf8')).toBe('x\n');
    expect(hidden).toEqual(['sk-1', 'sk-1', 'sk-1']);
    policy = policyWith({ tokenCommand });
    await token(API)?.();
    expect(readFileSync(count, 'utf8')).toBe('x\nx\n');
  });

  it('does not hand our own token on', async () => {
    const seen = join(temporaryFolder(), 'seen');
    await token({ tokenCommand: [program(`env > ${seen}`, 'echo sk-1')] });
    expect(readFileSync(seen, 'utf8')).not.toMatch(/of-the-user|NODE_OPTIONS/);
  });

  it.each([
    ['it ended with 3', 'echo sk-secret; exit 3'],
    ['it printed more than a token', 'yes sk-secret'],
    ['it ended with a signal', 'kill -9 $$'],
  ])('is an error that says: %s', async (why, line) => {
    const answer = await token({ tokenCommand: [program(line)] });
    expect(answer).toMatchObject({ ok: false, error: { code: 'token-not-provided' } });
    expect(JSON.stringify(answer)).toContain(why);
    expect(JSON.stringify(answer)).not.toContain('sk-secret');
  });

  it('is an error when there is no such program', async () => {
    expect(await token({ tokenCommand: ['/nowhere/program'] })).toMatchObject({
      error: { code: 'token-not-provided', detail: '/nowhere/program: it could not be started' },
    });
  });

  it('does not wait for what a program leaves behind', async () => {
    const start = Date.now();
    expect(await token({ tokenCommand: [program('sleep 60 &', 'echo sk-1')] })).toEqual({
      ok: true,
      value: 'sk-1',
    });
    expect(Date.now() - start).toBeLessThan(8_000);
  });

  it('ends a program that does not end, with its children, after ten seconds', async () => {
    const pid = join(temporaryFolder(), 'pid');
    const answer = await token({ tokenCommand: [program(`sleep 60 & echo $! > ${pid}`, 'wait')] });
    expect(answer).toMatchObject({ error: { detail: expect.stringContaining('10 seconds') } });
    const child = `/proc/${readFileSync(pid, 'utf8').trim()}/cwd`;
    await vi.waitFor(() => expect(existsSync(child)).toBe(false), 10_000);
  });
});

describe('the address that it goes to', () => {
  const rules = { tokenFile: '/etc/token' };

  it.each([
    ['the policy’s own', API, API, true],
    ['another path of it', API, 'https://giip.example.com/other', true],
    ['another host', API, 'https://evil.example.com/api', false],
    ['another port', API, 'https://giip.example.com:8443/api', false],
    ['the built-in one, where the policy names none', null, DEFAULT_SETTINGS.apiUrl, true],
    ['another one, where the policy names none', null, 'http://127.0.0.1:8080/api', false],
  ])('%s', (_, ofPolicy, apiUrl, isGiven) => {
    expect(policyToken(policyWith(rules, ofPolicy), apiUrl, ENVIRONMENT) !== null).toBe(isGiven);
  });

  it('nothing is given where the policy says nothing of a token', () => {
    expect(policyToken(policyWith({}), API, ENVIRONMENT)).toBeNull();
  });
});
