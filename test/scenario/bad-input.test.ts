import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { startSink } from '../giip-server/start-sink.ts';
import { LSSN, TOKEN } from './support/machine.ts';
import { runProgram } from './support/run-program.ts';
import { test } from './support/scenario-test.ts';

/** A user without any rights of its own. */
const NOBODY = 65534;

describe('an unusable setting ends with 2, a sentence and no request', () => {
  test.for([
    { words: ['--lssn', 'seventy-one'], code: 'lssn-invalid' },
    { words: ['--lssn', '0'], code: 'lssn-invalid' },
    { words: ['--lssn', '7.5'], code: 'lssn-invalid' },
    { words: ['--lssn', '99999999999'], code: 'lssn-invalid' },
    { words: ['--workspace', '/does/not/exist'], code: 'workspace-missing' },
    { words: ['--api-url', 'http://giip.example.com/api'], code: 'api-url-invalid' },
    { words: ['--api-url', 'https://user:pass@giip.example.com/api'], code: 'api-url-invalid' },
    { words: ['--api-url', 'ftp://127.0.0.1/api'], code: 'api-url-invalid' },
    { words: ['--api-url', 'not a url'], code: 'api-url-invalid' },
    { words: ['--giip-config', '/does/not/exist.cfg'], code: 'giip-config-unreadable' },
  ])('$words', async ({ words: [option = '', value = ''], code }, { machine, giip }) => {
    const { stdout, stderr, ...ended } = await machine.run('sync', '--json', option, value);
    expect(ended.code).toBe(2);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ outcome: 'usage', error: { code }, requests: 0 });
    expect(stderr).toContain(report.error.message);
    expect(stderr).toContain(report.error.help);
    expect(stdout + stderr).not.toContain('pass@');
    expect(giip.requests).toEqual([]);
  });

  test('no token anywhere', async ({ machine, giip }) => {
    const { code, stdout } = await machine.runWith({ env: { HOME: machine.home } }, 'sync', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'token-missing' } });
    expect(giip.requests).toEqual([]);
  });

  test('no server number and no folder', async ({ machine }) => {
    const state = ['--state-dir', machine.stateDir];
    const env = machine.environment;
    const noNumber = await runProgram(['sync', '--json', ...state, '--workspace', machine.workspace], {
      env,
    });
    expect(noNumber.code).toBe(2);
    expect(JSON.parse(noNumber.stdout)).toMatchObject({ error: { code: 'lssn-invalid' } });
    const noFolder = await runProgram(['sync', '--json', ...state, '--lssn', '7'], { env });
    expect(noFolder.code).toBe(2);
    expect(JSON.parse(noFolder.stdout)).toMatchObject({ error: { code: 'workspace-not-set' } });
  });
});

test('a file where the folder should be ends with 1 and says so', async ({ machine, giip }) => {
  const file = join(machine.root, 'a-file');
  writeFileSync(file, '');
  const report = await machine.sync('--workspace', file);
  expect(report).toMatchObject({ code: 1, error: { code: 'workspace-unreadable' } });
  expect(report.error?.message).toContain('is not a folder');
  expect(giip.requests).toEqual([]);
});

test('a host that is not there ends with 5', async ({ machine }) => {
  const sink = await startSink();
  await sink.close();
  machine.write('docs/a.md', 'a\n');
  const report = await machine.sync('--api-url', `http://127.0.0.1:${sink.port}/api`);
  expect(report).toMatchObject({ code: 5, outcome: 'offline', error: { code: 'server-unreachable' } });
  expect(machine.read('docs/a.md')).toBe('a\n');
});

test('a name that no DNS knows ends with 5', async ({ machine }) => {
  const report = await machine.sync('--api-url', 'https://giip.invalid/api');
  expect(report).toMatchObject({ code: 5, error: { code: 'server-unreachable' } });
});

describe.runIf(process.getuid?.() === 0)('as a user without rights', () => {
  test('a folder that cannot be read ends with 1 and nothing is taken for deleted', async ({
    machine,
    giip,
  }) => {
    machine.write('docs/a.md', 'a\n');
    expect((await machine.sync()).code).toBe(0);
    for (const folder of [machine.root, machine.home]) chmodSync(folder, 0o755);
    chmodSync(machine.workspace, 0o700);
    const state = join(machine.root, 'other-state');
    mkdirSync(state);
    chmodSync(state, 0o777);
    giip.requests.length = 0;
    const as = { uid: NOBODY, gid: NOBODY, env: machine.environment };
    const { code, stdout } = await machine.runWith(as, 'sync', '--json', '--state-dir', state);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'failed', error: { code: 'workspace-unreadable' } });
    expect(giip.requests.filter(({ call }) => call === 'put')).toEqual([]);
  });

  test('a folder that cannot be written ends with 1 and the pull is made good later', async ({
    machine,
    giip,
  }) => {
    giip.setDoc('docs/b.md', 'theirs\n');
    const state = join(machine.root, 'other-state');
    mkdirSync(state);
    chmodSync(state, 0o777);
    for (const folder of [machine.root, machine.home, machine.workspace, join(machine.workspace, 'docs')])
      chmodSync(folder, 0o755);
    const as = { uid: NOBODY, gid: NOBODY, env: machine.environment };
    const refused = await machine.runWith(as, 'sync', '--json', '--state-dir', state);
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({ outcome: 'failed', error: { code: 'write-failed' } });
    for (const folder of [machine.workspace, join(machine.workspace, 'docs')]) chmodSync(folder, 0o777);
    const { code } = await machine.runWith(as, 'sync', '--json', '--state-dir', state);
    expect(code).toBe(0);
    expect(machine.read('docs/b.md')).toBe('theirs\n');
  });

  test('a state folder that cannot be written ends with 1', async ({ machine }) => {
    chmodSync(machine.root, 0o755);
    const as = { uid: NOBODY, gid: NOBODY, env: machine.environment };
    const { code, stdout } = await machine.runWith(
      as,
      'sync',
      '--json',
      '--state-dir',
      join(machine.root, 'no'),
    );
    expect(code).toBe(1);
    expect(JSON.parse(stdout).error.code).toMatch(/^(state-unusable|workspace-unreadable)$/);
  });
});

test('a folder that vanishes between two syncs is not a deletion', async ({ machine, giip }) => {
  machine.write('docs/a.md', 'a\n');
  await machine.sync();
  rmSync(machine.workspace, { recursive: true });
  expect(await machine.sync()).toMatchObject({ code: 2, error: { code: 'workspace-missing' } });
  expect(giip.doc('docs/a.md')).toBe('a\n');
});

describe('words that are not understood', () => {
  test.for([
    { words: ['snyc'], says: 'snyc' },
    { words: ['sync', '--fast'], says: '--fast' },
    { words: ['sync', 'docs/a.md'], says: 'docs/a.md' },
    { words: ['sync', '--lssn'], says: '--lssn' },
    { words: ['sync', '--token', 'sk-test'], says: '--token' },
  ])('$words end with 2', async ({ words, says }) => {
    const { code, stdout, stderr } = await runProgram(words);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
    expect(stdout).toBe('');
    const json = await runProgram([...words, '--json']);
    expect(json.code).toBe(2);
    expect(JSON.parse(json.stdout)).toMatchObject({ outcome: 'usage', error: { code: 'usage' } });
  });
});

test('--help and --version say so on standard output and end with 0', async () => {
  for (const words of [['--help'], ['sync', '--help'], ['help']]) {
    const { code, stdout, stderr } = await runProgram(words);
    expect([code, stderr]).toEqual([0, '']);
    for (const command of ['sync', 'watch', 'status', 'resolve', 'history', 'restore', 'doctor'])
      expect(stdout).toContain(`openclaw-sync ${command}`);
    expect(stdout).toContain('OPENCLAW_SYNC_TOKEN');
  }
  const version = await runProgram(['--version']);
  expect(version).toMatchObject({ code: 0, stderr: '' });
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('settings that the application saved are used, and options win over them', async ({ machine, giip }) => {
  mkdirSync(machine.stateDir, { recursive: true });
  const settings = { apiUrl: giip.url, lssn: LSSN, workspace: machine.workspace };
  writeFileSync(join(machine.stateDir, 'settings.json'), JSON.stringify(settings));
  machine.write('docs/a.md', 'a\n');
  const env = { HOME: machine.home, OPENCLAW_SYNC_TOKEN: TOKEN };
  const words = ['sync', '--json', '--state-dir', machine.stateDir];
  expect((await runProgram(words, { env })).code).toBe(0);
  expect(giip.doc('docs/a.md')).toBe('a\n');
  expect((await runProgram([...words, '--lssn', '72'], { env })).code).toBe(0);
  expect(giip.doc('docs/a.md', 72)).toBe('a\n');
});

describe('a state folder', () => {
  test('that is a file ends with 1', async ({ machine }) => {
    const file = join(machine.root, 'a-file');
    writeFileSync(file, 'x');
    expect(await machine.sync('--state-dir', file)).toMatchObject({
      code: 1,
      error: { code: 'state-unusable' },
    });
  });

  test.for(['not json', '[]', '{"lssn":"x","workspace":7,"intervalSeconds":-1}'])(
    'with the settings %j still works with options',
    async (settings, { machine, giip }) => {
      mkdirSync(machine.stateDir, { recursive: true });
      writeFileSync(join(machine.stateDir, 'settings.json'), settings);
      machine.write('docs/a.md', 'a\n');
      expect((await machine.sync()).code).toBe(0);
      expect(giip.doc('docs/a.md')).toBe('a\n');
    },
  );
});
