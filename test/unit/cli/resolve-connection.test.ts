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
