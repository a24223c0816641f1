import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { parseCommandLine } from '../../../electron/cli/command-line.ts';
import { hidingStreams } from '../../../electron/cli/hiding-streams.ts';
import { resolveConnection } from '../../../electron/cli/resolve-connection.ts';
import { DEFAULT_MACHINE_RULES, type MachinePolicy, NO_POLICY } from '../../../shared/model/policy.ts';
import { ok } from '../../../shared/model/sync-error.ts';
import { temporaryFolder } from '../../contract/state-makers.ts';

const ARGV = ['watch', '--token-stdin', '--workspace', '/w', '--lssn', '71'];

/** A loop whose token comes on standard input, and what it resolves whenever it reads its settings again. */
function loop() {
  const line = parseCommandLine(ARGV);
  if (!line.ok) throw new Error('these words are no command');
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const streams = hidingStreams({ stdin: Readable.from(['sk-typed\n']), stdout, stderr });
  const stateDir = temporaryFolder();
  return async (policy: MachinePolicy) => {
    const inputs = {
      policy: () => policy,
      line: line.value,
      stateDir,
      environment: {},
      stdin: streams.input,
    };
    const resolved = resolveConnection(inputs);
    return resolved.ok ? resolved.value.token() : resolved;
  };
}

test('a token on standard input is still known when settings are read again', async () => {
  const token = loop();
  expect(await token(NO_POLICY)).toEqual(ok('sk-typed'));
  expect(await token(NO_POLICY)).toEqual(ok('sk-typed'));
});

test('the token of a policy that comes while the loop runs takes its place, and gives it back', async () => {
  const tokenFile = join(temporaryFolder(), 'token');
  writeFileSync(tokenFile, 'sk-policy\n', { mode: 0o600 });
  const policy = { ...NO_POLICY, rules: { ...DEFAULT_MACHINE_RULES, tokenFile } };
  const token = loop();
  expect(await token(NO_POLICY)).toEqual(ok('sk-typed'));
  expect(await token(policy)).toEqual(ok('sk-policy'));
  expect(await token(NO_POLICY)).toEqual(ok('sk-typed'));
});

/** What a command comes to where two connections are stored. */
function stored(argv: readonly string[], policy: Partial<MachinePolicy['settings']> = {}) {
  const [stateDir, one, two] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
  const second = { id: 'two', apiUrl: 'https://b.example/api', lssn: 2, workspace: two };
  const settings = { apiUrl: 'https://a.example/api', lssn: 1, workspace: one, connections: [second] };
  writeFileSync(join(stateDir, 'settings.json'), JSON.stringify(settings));
  writeFileSync(
    join(stateDir, 'credentials-two.json'),
    JSON.stringify({ origin: 'https://b.example', ciphertext: 'eA==' }),
  );
  const line = parseCommandLine(argv.map((word) => ({ ONE: one, TWO: `${two}/` })[word] ?? word));
  if (!line.ok) throw new Error('these words are no command');
  const resolved = resolveConnection({
    policy: () => ({ ...NO_POLICY, settings: policy }),
    line: line.value,
    stateDir,
    environment: {},
    stdin: async () => '',
  });
  if (!resolved.ok) throw new Error(resolved.error.code);
  return { one, two, ...resolved.value };
}

test('with several stored connections a command is about the first one', () => {
  const { connection, one } = stored(['sync']);
  expect(connection).toEqual({ apiUrl: 'https://a.example/api', lssn: 1, workspace: one });
});

test('a folder of another stored connection brings its number, its address and its token', async () => {
  const { connection, two, token } = stored(['sync', '--workspace', 'TWO']);
  expect(connection).toEqual({ apiUrl: 'https://b.example/api', lssn: 2, workspace: two });
  // There is one, which only the application can read.
  expect(await token()).toMatchObject({ error: { code: 'token-missing', detail: expect.any(String) } });
  expect(await stored(['sync', '--workspace', 'ONE']).token()).toEqual({
    ok: false,
    error: { code: 'token-missing' },
  });
});

test('what is typed still wins, and what IT fixed is the first one', () => {
  expect(stored(['sync', '--workspace', 'TWO', '--lssn', '9']).connection.lssn).toBe(9);
  expect(stored(['sync', '--workspace', 'TWO'], { lssn: 5 }).connection.lssn).toBe(2);
  expect(stored(['sync', '--workspace', 'ONE'], { lssn: 5 }).connection.lssn).toBe(5);
  expect(stored(['sync', '--workspace', 'TWO'], { workspace: '/it', lssn: 5 }).connection).toMatchObject({
    workspace: '/it',
    lssn: 5,
  });
});
