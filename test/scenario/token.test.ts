import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { faults } from '../giip-server/giip-fault.ts';
import { type Machine, TOKEN } from './support/machine.ts';
import { readFiles } from './support/read-tree.ts';
import type { Ran } from './support/run-program.ts';
import { test } from './support/scenario-test.ts';

const SECRET = 'sk-5ecret-0123456789abcdef';

function base64(text: string): string {
  return Buffer.from(text).toString('base64').replaceAll('=', '');
}

function withoutToken(machine: Machine): { readonly env: { readonly HOME: string } } {
  return { env: { HOME: machine.home } };
}

/** Where a giipAgent.cfg is read from: the machine's root, outside the folder that is synced. */
function giipConfig(machine: Machine, text: string): string {
  const file = join(machine.root, 'giipAgent.cfg');
  writeFileSync(file, text);
  return file;
}

describe('giipAgent.cfg', () => {
  test.for([
    { name: 'as the agent writes it', text: `sk = "${TOKEN}"\nlssn = "71"\n` },
    {
      name: 'with a byte order mark, CRLF and comments',
      text: `\ufeff# GIIP agent\r\nsk = "${TOKEN}" # from the console\r\nlssn = "71"\r\n`,
    },
    { name: 'with single quotes and colons', text: `sk: '${TOKEN}'\nlssn: 71\n` },
  ])('$name gives token and server number', async ({ text }, { machine, giip }) => {
    machine.write('docs/a.md', 'a\n');
    const file = giipConfig(machine, text);
    const where = machine.connection.slice(0, machine.connection.indexOf('--lssn'));
    const { code } = await machine.runWith(
      withoutToken(machine),
      'sync',
      ...where,
      '--lssn',
      '71',
      '--giip-config',
      file,
    );
    expect(code).toBe(0);
    expect(giip.doc('docs/a.md')).toBe('a\n');
  });

  test.for([
    { text: 'sk = "YOUR_KVS_TOKEN"\nlssn = "71"\n', says: 'sk' },
    { text: 'lssn = "71"\n', says: 'sk' },
  ])('without a token of its own is refused: $text', async ({ text, says }, { machine, giip }) => {
    const file = giipConfig(machine, text);
    const { code, stdout } = await machine.runWith(
      withoutToken(machine),
      'sync',
      '--json',
      '--giip-config',
      file,
    );
    expect(code).toBe(2);
    const { error } = JSON.parse(stdout);
    expect(error.code).toBe('giip-config-incomplete');
    expect(error.message).toContain(says);
    expect(giip.requests).toEqual([]);
  });
});

test('the token comes from standard input', async ({ machine, giip }) => {
  machine.write('docs/a.md', 'a\n');
  const options = { ...withoutToken(machine), stdin: `${TOKEN}\n` };
  expect((await machine.runWith(options, 'sync', '--token-stdin')).code).toBe(0);
  expect(giip.doc('docs/a.md')).toBe('a\n');
});

describe('the token stays out of', () => {
  function expectSilent(machine: Machine, ran: Ran): void {
    expect(ran.stdout + ran.stderr).not.toContain(SECRET);
    const encoded = [Buffer.from(SECRET), Buffer.from(SECRET, 'utf16le'), Buffer.from(base64(SECRET))];
    for (const [path, bytes] of readFiles(machine.root))
      expect([path, encoded.some((secret) => bytes.includes(secret))]).toEqual([path, false]);
  }

  test('output, state folder and workspace, whatever happens', async ({ machine, giip }) => {
    giip.switches.token = SECRET;
    machine.write('docs/a.md', 'a\n');
    giip.setDoc('docs/b.md', 'b\n');
    const env = { HOME: machine.home, OPENCLAW_SYNC_TOKEN: SECRET, OPENCLAW_SYNC_LOG: 'debug' };
    expectSilent(machine, await machine.runWith({ env }, 'sync'));
    const echo = JSON.stringify({ RstVal: -1, RstMsg: `no such token ${SECRET}`, Data: null });
    for (const fault of [faults.answer(200, echo), faults.answer(500, `<p>${SECRET}</p>`), faults.html()]) {
      giip.fail('get', fault);
      const ran = await machine.runWith({ env }, 'sync', '--json');
      expect(ran.code).not.toBe(0);
      expectSilent(machine, ran);
    }
    expectSilent(machine, await machine.runWith({ env }, 'status', '--json'));
  });

  test('the log of a loop, wherever the token came from', async ({ machine, giip }) => {
    giip.switches.token = SECRET;
    giip.fail('get', faults.answer(500, `<p>${SECRET}</p>`));
    const env = { HOME: machine.home, OPENCLAW_SYNC_LOG: 'debug' };
    const running = machine.startWith({ env, stdin: SECRET }, 'watch', '--json', '--token-stdin');
    await running.said('"outcome":"offline"');
    machine.write('docs/a.md', 'a\n');
    await running.said('"pushed":["docs/a.md"]');
    running.child.kill('SIGTERM');
    const ran = await running.ended;
    expect(ran.code).toBe(0);
    expect(readFiles(machine.stateDir).some(([name]) => name.endsWith('.log'))).toBe(true);
    expectSilent(machine, ran);
  });

  test.runIf(process.platform === 'linux')('the words of the process', async ({ machine, giip }) => {
    const held = giip.hold('get');
    const running = machine.start('sync');
    await held.arrived;
    const words = readFileSync(`/proc/${running.child.pid}/cmdline`, 'utf8');
    expect(words).toContain('sync');
    expect(words).not.toContain(TOKEN);
    await held.release();
    expect((await running.ended).code).toBe(0);
  });
});
