import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { faults } from '../giip-server/giip-fault.ts';
import { type Machine, TOKEN } from './support/machine.ts';
import { readTree } from './support/read-tree.ts';
import { test } from './support/scenario-test.ts';

interface Monitored {
  readonly code: number | null;
  readonly outcome: string;
  readonly lastSuccess: string | null;
  readonly lastSuccessAgeSeconds: number | null;
  readonly lastAttempt: string | null;
  readonly lastOutcome: string | null;
  readonly consecutiveFailures: number;
  readonly running: boolean;
  readonly version: string;
}

async function status(machine: Machine, ...words: readonly string[]): Promise<Monitored> {
  return (await machine.json('status', ...words)) as unknown as Monitored;
}

const record = (machine: Machine) => JSON.parse(readFileSync(join(machine.stateDir, 'status.json'), 'utf8'));

describe('status --json for monitoring', () => {
  test('tells how the syncing has gone of late', async ({ machine, giip }) => {
    expect(await status(machine)).toMatchObject({
      code: 0,
      lastSuccess: null,
      lastSuccessAgeSeconds: null,
      lastAttempt: null,
      lastOutcome: null,
      consecutiveFailures: 0,
      running: false,
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
    machine.write('docs/a.md', 'a\n');
    await machine.sync();
    const good = await status(machine);
    expect(good).toMatchObject({ lastOutcome: 'inSync', consecutiveFailures: 0, running: false });
    expect(good.lastSuccessAgeSeconds).toBeGreaterThanOrEqual(0);
    expect(good.lastSuccessAgeSeconds).toBeLessThan(600);
    for (const failures of [1, 2]) {
      giip.fail('get', faults.html(500));
      expect((await machine.sync()).outcome).toBe('offline');
      expect(await status(machine)).toMatchObject({
        code: 0,
        lastSuccess: good.lastSuccess,
        lastOutcome: 'offline',
        consecutiveFailures: failures,
      });
    }
    await machine.sync();
    expect(await status(machine)).toMatchObject({ lastOutcome: 'inSync', consecutiveFailures: 0 });
  });

  test('also when the folder is gone: that is when somebody looks', async ({ machine }) => {
    machine.write('docs/a.md', 'a\n');
    await machine.sync();
    const { lastSuccess } = await status(machine);
    rmSync(machine.workspace, { recursive: true });
    expect((await machine.sync()).code).toBe(2);
    expect(await status(machine)).toMatchObject({
      code: 2,
      error: { code: 'workspace-missing' },
      lastSuccess,
      lastOutcome: 'usage',
      consecutiveFailures: 1,
      running: false,
    });
  });

  test('--max-age: 1 when the last success is older, or never was', async ({ machine }) => {
    expect((await status(machine, '--max-age', '600')).code).toBe(1);
    await machine.sync();
    const { lastSuccess } = await status(machine, '--max-age', '600');
    expect((await status(machine, '--max-age', '600')).code).toBe(0);
    const age = () => Math.floor((Date.now() - Date.parse(lastSuccess ?? '')) / 1000);
    await expect.poll(age, { timeout: 10_000, interval: 100 }).toBeGreaterThanOrEqual(2);
    expect(await status(machine, '--max-age', '1')).toMatchObject({ code: 1, outcome: 'inSync' });
    for (const words of [
      ['status', '--max-age', '0'],
      ['sync', '--max-age', '5'],
    ] as const)
      expect((await machine.run(words[0], ...words.slice(1))).code).toBe(2);
  });

  test('while a program is at work it is right, writes nothing and asks nobody', async ({
    machine,
    giip,
  }) => {
    machine.write('docs/a.md', 'a\n');
    const running = machine.start('watch', '--json');
    await running.said('"outcome":"inSync"');
    await expect
      .poll(() => existsSync(join(machine.stateDir, 'status.json')), { timeout: 20_000 })
      .toBe(true);
    giip.requests.length = 0;
    const before = [readTree(machine.workspace), record(machine)];
    expect(await status(machine)).toMatchObject({ code: 0, running: true, lastOutcome: 'inSync' });
    expect([readTree(machine.workspace), record(machine)]).toEqual(before);
    expect(giip.requests).toEqual([]);
    running.child.kill('SIGKILL');
    await running.ended;
    expect(await status(machine)).toMatchObject({ running: false });
  });
});

describe('status.json', () => {
  test('is for its owner only, and names no document and no token', async ({ machine, giip }) => {
    giip.setDoc('docs/secret plan.md', 'theirs\n');
    machine.write('docs/secret plan.md', 'mine\n');
    machine.write('docs/bad.md', Buffer.from([0xff, 0xfe, 0x00]));
    await machine.sync();
    const file = join(machine.stateDir, 'status.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, 'utf8');
    expect(text).not.toMatch(/secret|docs|bad\.md/);
    expect(text).not.toContain(TOKEN);
    expect(record(machine)).toMatchObject({
      format: 1,
      program: 'sync',
      workspace: machine.workspace,
      lastOutcome: 'conflicts',
      lastError: null,
      counts: { conflicts: 1, rejected: 1 },
    });
  });

  test('a dry run and a second instance leave it alone', async ({ machine }) => {
    await machine.sync('--dry-run');
    expect(existsSync(join(machine.stateDir, 'status.json'))).toBe(false);
    const running = machine.start('watch', '--json');
    await running.said('"outcome":"inSync"');
    await expect
      .poll(() => existsSync(join(machine.stateDir, 'status.json')), { timeout: 20_000 })
      .toBe(true);
    const before = record(machine);
    expect((await machine.sync()).code).toBe(75);
    expect(record(machine)).toEqual(before);
    expect(before).toMatchObject({ program: 'watch' });
  });
});
