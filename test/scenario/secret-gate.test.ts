import { describe, expect } from 'vitest';
import type { Machine } from './support/machine.ts';
import { readFiles } from './support/read-tree.ts';
import { test } from './support/scenario-test.ts';

// Put together here, so that this file itself holds nothing that looks like one.
const GITHUB = `ghp_${'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'}`;
const KEY = `-----BEGIN RSA PRIVATE KEY-----\n${`${'MIIEpAIBAAKCAQEA7bq5'.repeat(3)}\n`.repeat(12)}-----END RSA PRIVATE KEY-----\n`;

/** Everything that the program has put down on this computer, as one text of bytes. */
function everythingIn(machine: Machine): string {
  return readFiles(machine.stateDir)
    .map(([, bytes]) => bytes.toString('latin1'))
    .join('\n');
}

describe('a document with a private key', () => {
  test('is held with its place, nothing else waits, and the key stands in no output and no file of ours', async ({
    machine,
    giip,
  }) => {
    machine.write('docs/key.md', `# My server\n\n${KEY}`);
    machine.write('docs/plain.md', 'plain\n');
    const held = await machine.sync();
    expect(held).toMatchObject({ code: 6, outcome: 'held', pushed: ['docs/plain.md'], verified: true });
    expect(held.held).toMatchObject([{ path: 'docs/key.md', secrets: [{ line: 3, kind: 'private-key' }] }]);
    expect([...giip.content().docs.keys()]).toEqual(['docs/plain.md']);
    const status = await machine.run('status');
    expect(status.code).toBe(6);
    expect(status.stdout).toContain('Line 3: a private key');
    const seen = [JSON.stringify(held), status.stdout, status.stderr, everythingIn(machine)].join('\n');
    expect(seen).not.toContain('MIIEpAIBAAKCAQEA7bq5');
  });

  test('is not let go by --approve, and goes once when that is said', async ({ machine, giip }) => {
    machine.write('docs/key.md', KEY);
    expect((await machine.sync()).code).toBe(6);
    expect(await machine.sync('--approve')).toMatchObject({ code: 6, pushed: [] });
    const said = await machine.json('resolve', 'docs/key.md', '--secret', 'once');
    expect(said).toMatchObject({ code: 0, resolved: ['docs/key.md'] });
    expect(await machine.sync()).toMatchObject({ code: 0, pushed: ['docs/key.md'], held: [] });
    expect(giip.doc('docs/key.md')).toBe(KEY);
    // What GIIP has is no secret to it any more.
    machine.write('docs/key.md', `${KEY}\nmore\n`);
    expect(await machine.sync()).toMatchObject({ code: 0, pushed: ['docs/key.md'] });
  });

  test('stays on this computer when that is said, and is asked about again when it is taken back', async ({
    machine,
    giip,
  }) => {
    machine.write('docs/key.md', KEY);
    await machine.sync();
    await machine.json('resolve', '--all', '--secret', 'keep');
    const kept = await machine.sync();
    expect(kept).toMatchObject({ code: 0, held: [], rejected: [{ path: 'docs/key.md', kept: true }] });
    expect(giip.content().docs.size).toBe(0);
    await machine.json('resolve', '--all', '--secret', 'ask');
    expect(await machine.sync()).toMatchObject({ code: 6, rejected: [] });
  });
});

test('a key that GIIP has in this config already holds nothing; another one does until it is allowed', async ({
  machine,
  giip,
}) => {
  giip.setConfig('agent.json', JSON.stringify({ key: GITHUB, n: 1 }));
  expect((await machine.sync()).code).toBe(0);
  machine.write('configs/agent.json', JSON.stringify({ key: GITHUB, n: 2 }));
  expect(await machine.sync()).toMatchObject({ code: 0, pushed: ['configs/agent.json'] });
  const other = GITHUB.replace('wWPw', 'xXQx');
  machine.write('configs/agent.json', JSON.stringify({ key: other, n: 2 }));
  expect(await machine.sync()).toMatchObject({ code: 6, pushed: [] });
  await machine.json('resolve', 'configs/agent.json', '--secret', 'always');
  expect(await machine.sync()).toMatchObject({ code: 0, pushed: ['configs/agent.json'] });
});

test('the Agent Token itself in a document is a secret', async ({ machine, giip }) => {
  const token = 'k7Qm2vX9pL4sT8wZ';
  machine.write('docs/setup.md', `sk = ${token}\n`);
  giip.switches.token = token;
  const env = { ...machine.environment, OPENCLAW_SYNC_TOKEN: token };
  const ran = await machine.runWith({ env }, 'sync', '--json');
  expect(ran.code).toBe(6);
  expect(JSON.parse(ran.stdout).held).toMatchObject([{ secrets: [{ line: 1, kind: 'giip-token' }] }]);
  expect(giip.content().docs.size).toBe(0);
});

test('a decision that cannot be meant is refused', async ({ machine }) => {
  expect(await machine.json('resolve', 'docs/a.md', '--secret', 'yes')).toMatchObject({ code: 2 });
  expect(await machine.json('resolve', '--secret', 'once')).toMatchObject({ code: 2 });
  expect(await machine.json('resolve', 'docs/a.md', '--secret', 'once', '--take', 'mine')).toMatchObject({
    code: 2,
  });
  expect(await machine.json('resolve', 'docs/a.md', '--secret', 'once')).toMatchObject({ code: 1 });
  expect(await machine.json('resolve', '--all', '--secret', 'once')).toMatchObject({ code: 0, resolved: [] });
});
