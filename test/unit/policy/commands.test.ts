import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect } from 'vitest';
import { runCli } from '../../../electron/cli/run-cli.ts';
import { policyFileSource } from '../../../electron/policy/policy-source.ts';
import { LSSN, type Machine, TOKEN } from '../../scenario/support/machine.ts';
import { test as scenario } from '../../scenario/support/scenario-test.ts';

const ME = process.getuid?.() ?? 0;

interface Told {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** One computer whose administrator wrote this policy; commands run in this process. */
class ManagedMachine {
  readonly file: string;
  readonly machine: Machine;

  constructor(machine: Machine) {
    this.machine = machine;
    this.file = join(machine.root, 'openclaw-sync', 'policy.json');
    mkdirSync(join(machine.root, 'openclaw-sync'), { mode: 0o755 });
  }

  policy(values: unknown): void {
    writeFileSync(this.file, typeof values === 'string' ? values : JSON.stringify(values));
    chmodSync(this.file, 0o644);
  }

  async run(argv: readonly string[], environment = this.machine.environment): Promise<Told> {
    const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
    stdin.end();
    const [out, err] = [text(stdout), text(stderr)];
    const code = await runCli(argv, environment, { stdin, stdout, stderr }, policyFileSource(this.file, ME));
    stdout.end();
    stderr.end();
    const printed = { stdout: await out, stderr: await err };
    return { code, ...printed, json: argv.includes('--json') ? JSON.parse(printed.stdout) : {} };
  }
}

const test = scenario.extend<{ managed: ManagedMachine }>({
  managed: async ({ machine }, use) => use(new ManagedMachine(machine)),
});

describe('a command under a policy', () => {
  test('works where the policy says, whatever the options say, and says so', async ({ managed, giip }) => {
    const { machine } = managed;
    machine.write('docs/a.md', 'a\n');
    managed.policy({ apiUrl: giip.url, lssn: LSSN, workspace: machine.workspace });
    const elsewhere = [
      '--api-url',
      'https://nowhere.example.com/api',
      '--lssn',
      '9',
      '--workspace',
      '/nowhere',
    ];
    const told = await managed.run(['sync', '--state-dir', machine.stateDir, '--json', ...elsewhere]);
    expect(told).toMatchObject({ code: 0, json: { outcome: 'inSync', pushed: ['docs/a.md'] } });
    expect(giip.doc('docs/a.md')).toBe('a\n');
    for (const option of ['--api-url', '--lssn', '--workspace'])
      expect(told.stderr).toContain(`${option} is not used: ${managed.file} sets`);
  });

  test('takes the token that the policy provides, and no other', async ({ managed, giip }) => {
    const { machine } = managed;
    const tokenFile = join(machine.root, 'token');
    writeFileSync(tokenFile, `${TOKEN}\n`, { mode: 0o600 });
    managed.policy({ apiUrl: giip.url, lssn: LSSN, workspace: machine.workspace, tokenFile });
    const argv = ['sync', '--state-dir', machine.stateDir, '--json'];
    const told = await managed.run(argv, { HOME: machine.home, OPENCLAW_SYNC_TOKEN: 'of-the-user' });
    expect(told).toMatchObject({ code: 0, json: { outcome: 'inSync' } });
    expect(told.stderr).toContain('OPENCLAW_SYNC_TOKEN is not used');
    chmodSync(tokenFile, 0o644);
    expect(await managed.run(argv, { HOME: machine.home, OPENCLAW_SYNC_TOKEN: TOKEN })).toMatchObject({
      code: 2,
      json: { error: { code: 'token-not-provided' }, requests: 0 },
    });
  });

  test('does not send the policy’s token to an address of the user’s', async ({ managed, giip }) => {
    const { machine } = managed;
    const tokenFile = join(machine.root, 'token');
    writeFileSync(tokenFile, 'sk-of-the-machine\n', { mode: 0o600 });
    managed.policy({ tokenFile });
    // The user's own server gets the user's own token, as without a policy.
    expect((await managed.run(['sync', ...machine.connection, '--json'])).code).toBe(0);
    expect(giip.requests.some((request) => JSON.stringify(request).includes('sk-of-the-machine'))).toBe(
      false,
    );
  });

  test('a first sync that would overwrite is still held for a look', async ({ managed, giip }) => {
    const { machine } = managed;
    for (let at = 0; at < 12; at += 1) {
      machine.write(`docs/${at}.md`, `mine ${at}\n`);
      giip.setDoc(`docs/${at}.md`, `theirs ${at}\n`);
    }
    managed.policy({
      apiUrl: giip.url,
      lssn: LSSN,
      workspace: machine.workspace,
      conflictDefault: 'server',
    });
    const told = await managed.run(['sync', '--state-dir', machine.stateDir, '--json']);
    expect(told.code).not.toBe(0);
    await managed.run(['sync', '--state-dir', machine.stateDir, '--json']);
    expect(machine.read('docs/0.md')).toBe('mine 0\n');
    expect(giip.doc('docs/0.md')).toBe('theirs 0\n');
  });
});

describe('policy', () => {
  test('tells every value that holds and who set it', async ({ managed }) => {
    managed.policy({ intervalSeconds: 60, updates: 'never', tokenCommand: ['/usr/bin/token', '--key', 'x'] });
    const argv = ['policy', '--state-dir', managed.machine.stateDir, '--lssn', '7'];
    const { code, json } = await managed.run([...argv, '--json']);
    expect(code).toBe(0);
    const keys = json.keys as readonly { readonly key: string }[];
    const of = (name: string) => keys.find(({ key }) => key === name);
    expect(keys).toHaveLength(20);
    expect(of('intervalSeconds')).toMatchObject({ value: 60, setBy: 'policy', source: managed.file });
    expect(of('updates')).toMatchObject({ value: false, setBy: 'policy' });
    expect(of('tokenCommand')).toMatchObject({ value: '/usr/bin/token …', setBy: 'policy' });
    expect(of('lssn')).toMatchObject({ value: 7, setBy: 'option', source: null });
    expect(of('massCount')).toMatchObject({ value: 10, setBy: 'default' });
    const words = await managed.run(argv);
    expect(words.stdout).toContain(`intervalSeconds  60   [policy: ${managed.file}]`);
  });

  test('tells what the person set', async ({ managed }) => {
    const { stateDir } = managed.machine;
    mkdirSync(stateDir);
    writeFileSync(join(stateDir, 'settings.json'), '{"historyDays": 7, "intervalSeconds": 900}');
    managed.policy({ intervalSeconds: 60 });
    const { stdout } = await managed.run(['policy', '--state-dir', stateDir]);
    expect(stdout).toMatch(/^historyDays +7 +\[settings\]$/m);
    expect(stdout).toMatch(/^intervalSeconds +60 +\[policy: /m);
  });

  test('names what is wrong, with what it may be, and ends with 2', async ({ managed }) => {
    managed.policy({ intervalSeconds: 5, updatez: 'never' });
    const told = await managed.run(['policy', '--state-dir', managed.machine.stateDir]);
    expect(told.code).toBe(2);
    expect(told.stdout).toContain('it must be a whole number from 15 to 3600');
    expect(told.stdout).toContain('updatez');
    managed.policy('{');
    const { json } = await managed.run(['policy', '--json', '--state-dir', managed.machine.stateDir]);
    expect(json).toMatchObject({ outcome: 'usage', problems: [{ fault: 'unreadable', key: '' }] });
  });

  test('explains each key', async ({ managed }) => {
    const { stdout } = await managed.run(['policy', '--explain', '--state-dir', managed.machine.stateDir]);
    expect(stdout).toContain('It may be one of always, never, user.');
    expect(stdout).toContain('No log ever holds a token or the text of a document.');
  });
});
