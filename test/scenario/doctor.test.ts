import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { DOCTOR_CHECKS, type DoctorCheckId } from '../../shared/model/doctor.ts';
import { Mounts } from '../faults/support/mounts.ts';
import { faults } from '../giip-server/giip-fault.ts';
import { startConnectProxy } from '../giip-server/start-connect-proxy.ts';
import { startSink } from '../giip-server/start-sink.ts';
import { startTlsFront, tlsFile } from '../giip-server/start-tls-front.ts';
import { type Machine, TOKEN } from './support/machine.ts';
import { mayMountHere } from './support/may-mount.ts';
import { readTree } from './support/read-tree.ts';
import type { RunOptions } from './support/run-program.ts';
import { test } from './support/scenario-test.ts';

interface Check {
  readonly id: DoctorCheckId;
  readonly name: string;
  readonly state: 'ok' | 'warn' | 'fail' | 'skip';
  readonly facts: Readonly<Record<string, unknown>>;
  readonly message: string;
  readonly help?: string;
  readonly code?: string;
}

interface Examined {
  readonly code: number | null;
  readonly outcome: string;
  readonly checks: readonly Check[];
  readonly failed: readonly Check[];
}

async function examine(
  machine: Machine,
  options: RunOptions,
  ...words: readonly string[]
): Promise<Examined> {
  const ran = await machine.runWith(options, 'doctor', '--json', ...words);
  expect(ran.stdout + ran.stderr).not.toContain(TOKEN);
  const { outcome, checks } = JSON.parse(ran.stdout) as Omit<Examined, 'code' | 'failed'>;
  const failed = checks.filter(({ state }) => state === 'fail');
  for (const { help } of failed) expect(help?.length).toBeGreaterThan(10);
  return { code: ran.code, outcome, checks, failed };
}

describe('doctor', () => {
  test('finds nothing wrong, writes nothing and pushes nothing', async ({ machine, giip }) => {
    giip.setDoc('docs/a.md', 'a\n');
    machine.write('docs/b.md', 'b\n');
    const before = readTree(machine.root);
    const { code, outcome, checks } = await examine(machine, {});
    expect([code, outcome]).toEqual([0, 'inSync']);
    expect(checks.map(({ id }) => id)).toEqual(DOCTOR_CHECKS);
    expect(checks.filter(({ state }) => state !== 'ok').map(({ id }) => id)).toEqual([
      'keyring',
      'tray',
      'autostart',
    ]);
    expect(checks.find(({ name }) => name === 'GetOpenclawSync')?.message).toContain('Items there: 1.');
    expect(readTree(machine.root)).toEqual(before);
    expect(giip.requests.map(({ call, text }) => [call, text.includes(TOKEN)])).toEqual([
      ['put', false],
      ['get', true],
    ]);
    expect(giip.requests[0]?.text).toBe('{}');
    const { stdout, code: plain } = await machine.run('doctor');
    expect(plain).toBe(0);
    expect(stdout).toContain('ok    Token:');
  });

  test('says where base, folder and GIIP came apart unseen, and the next sync mends it', async ({
    machine,
    giip,
  }) => {
    giip.setDoc('docs/a.md', 'a\n');
    machine.write('docs/b.md', 'bbbb\n');
    expect((await machine.run('sync')).code).toBe(0);
    const agreement = async () =>
      (await examine(machine, {})).checks.find(({ name }) => name === 'Agreement');
    giip.requests.length = 0;
    expect(await agreement()).toMatchObject({ state: 'ok', message: expect.stringContaining('2 items') });
    expect(giip.requests.map(({ call }) => call)).toEqual(['put', 'get']);

    // One answer brings the old text with the hash of the new one: from then on the hash says that nothing changes.
    giip.switches.skewedAnswers = 1;
    giip.setDoc('docs/a.md', 'moved behind its hash\n');
    expect((await machine.run('sync')).code).toBe(0);
    expect((await machine.run('sync')).code).toBe(0);
    expect(machine.read('docs/a.md')).toBe('a\n');
    expect(await agreement()).toMatchObject({
      state: 'warn',
      message: expect.stringContaining('docs/a.md'),
      help: expect.stringContaining('openclaw-sync sync'),
    });
    expect(machine.read('docs/a.md')).toBe('a\n');
    expect((await machine.run('sync')).code).toBe(0);
    expect(machine.read('docs/a.md')).toBe('moved behind its hash\n');
    expect(await agreement()).toMatchObject({ state: 'ok' });
  });

  test('names a refused token and server number', async ({ machine, giip }) => {
    giip.switches.token = 'sk-another';
    expect(await examine(machine, {})).toMatchObject({
      code: 3,
      outcome: 'unauthorized',
      failed: [{ id: 'token-accepted', code: 'token-refused' }],
    });
    giip.switches.token = TOKEN;
    giip.switches.lssns = [1];
    expect(await examine(machine, {})).toMatchObject({
      code: 1,
      failed: [{ id: 'lssn', code: 'parameter-refused' }],
    });
  });

  test('names settings that cannot be used', async ({ machine }) => {
    expect(await examine(machine, {}, '--lssn', 'x')).toMatchObject({
      code: 2,
      failed: [{ name: 'Settings', code: 'lssn-invalid' }],
    });
    expect(await examine(machine, { env: { HOME: machine.home } })).toMatchObject({
      code: 2,
      failed: [{ name: 'Token', code: 'token-missing' }],
    });
    expect(await examine(machine, {}, '--workspace', join(machine.root, 'no'))).toMatchObject({
      code: 2,
      failed: [{ name: 'Folder', code: 'workspace-missing' }],
    });
  });

  test('tells a name without an address from a host that does not answer', async ({ machine }) => {
    expect(await examine(machine, {}, '--api-url', 'https://giip.invalid/api')).toMatchObject({
      code: 5,
      failed: [{ name: 'DNS', code: 'server-unreachable' }],
    });
    const sink = await startSink();
    await sink.close();
    expect(await examine(machine, {}, '--api-url', `http://127.0.0.1:${sink.port}/api`)).toMatchObject({
      code: 5,
      failed: [{ name: 'Connection', code: 'server-unreachable' }],
    });
  });

  test('tells what answers instead of GIIP', async ({ machine, giip }) => {
    giip.fail('get', faults.html());
    expect(await examine(machine, {})).toMatchObject({
      code: 1,
      failed: [{ name: 'GetOpenclawSync', code: 'server-answer-invalid' }],
    });
  });

  test.for([
    [30, 'ok', 0],
    [120, 'warn', 0],
    [600, 'fail', 1],
  ] as const)('a clock that is %d s ahead', async ([seconds, state, code], { machine, giip }) => {
    const date = new Date(Date.now() - seconds * 1000).toUTCString();
    giip.fail('put', faults.answer(200, '{"RstVal":400,"RstMsg":"","Data":null}', { date }));
    const examined = await examine(machine, {});
    expect(examined.checks.find(({ id }) => id === 'clock')).toMatchObject({ state });
    expect(examined.code).toBe(code);
  });

  test('judges the certificate', async ({ machine, giip }) => {
    const front = await startTlsFront('giip', giip.url);
    const url = ['--api-url', `https://127.0.0.1:${front.port}/api`];
    expect(await examine(machine, {}, ...url)).toMatchObject({
      code: 5,
      failed: [{ id: 'tls', code: 'tls-failed' }],
    });
    const env = { ...machine.environment, NODE_EXTRA_CA_CERTS: tlsFile('authority') };
    const trusted = await examine(machine, { env }, '--api-url', `https://localhost:${front.port}/api`);
    expect(trusted).toMatchObject({ code: 0, failed: [] });
    expect(trusted.checks.find(({ id }) => id === 'tls')).toMatchObject({
      state: 'warn',
      message: expect.stringContaining('Openclaw Sync test CA, which is no public authority'),
    });
    await front.close();
  });

  test('names a proxy without its password', async ({ machine }) => {
    const proxy = await startConnectProxy(9, 407);
    const env = { ...machine.environment, HTTPS_PROXY: `http://user:5ecret@127.0.0.1:${proxy.port}` };
    const examined = await examine(machine, { env }, '--api-url', 'https://giip.example.com/api');
    expect(examined).toMatchObject({ code: 5, failed: [{ id: 'tls', code: 'proxy-auth-required' }] });
    expect(JSON.stringify(examined)).toContain(`127.0.0.1:${proxy.port}`);
    expect(JSON.stringify(examined)).not.toContain('5ecret');
    await proxy.close();
  });

  test.runIf(process.getuid?.() === 0)('names folders without rights', async ({ machine }) => {
    chmodSync(machine.root, 0o755);
    chmodSync(machine.home, 0o755);
    chmodSync(machine.workspace, 0o755);
    const nobody = { uid: 65534, gid: 65534, env: machine.environment };
    expect(await examine(machine, nobody)).toMatchObject({
      code: 1,
      failed: [
        { name: 'Folder', code: 'write-failed' },
        { name: 'State folder', code: 'state-unusable' },
      ],
    });
  });

  test.runIf(mayMountHere()).for([
    ['600m', 'ok', 0],
    ['200m', 'warn', 0],
    ['20m', 'fail', 1],
  ] as const)('a disk with room for %s', async ([size, state, code], { machine }) => {
    using mounts = new Mounts();
    mkdirSync(machine.stateDir);
    for (const folder of [machine.workspace, machine.stateDir]) mounts.tmpfs(folder, size);
    const examined = await examine(machine, {});
    const disks = examined.checks.filter(({ id }) => id === 'folder-disk' || id === 'state-disk');
    expect(disks.map((disk) => disk.state)).toEqual([state, state]);
    expect(examined.code).toBe(code);
  });

  test('tells where the token comes from, and repeats no word of a refusal that holds it', async ({
    machine,
    giip,
  }) => {
    giip.fail('get', faults.rstVal(500, { message: `cannot use ${TOKEN} and ${encodeURIComponent(TOKEN)}` }));
    const given = await examine(machine, { stdin: `${TOKEN}\n` }, '--token-stdin');
    expect(given.checks.find(({ id }) => id === 'token')?.facts).toEqual({ place: 'stdin' });
    expect(given).toMatchObject({ code: 5, failed: [{ id: 'pull', code: 'server-unavailable' }] });
    const { checks } = await examine(machine, {});
    expect(checks.find(({ id }) => id === 'token')?.facts).toEqual({ place: 'environment' });
  });
});
