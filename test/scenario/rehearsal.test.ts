import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { createRehearsal } from '../../electron/rehearsal/rehearsal.ts';
import { syncInProcess } from './support/run-in-process.ts';
import { runProgram } from './support/run-program.ts';
import { test } from './support/scenario-test.ts';

describe('rehearse', () => {
  test('plays a pull, a push, a merge and a conflict, and leaves nothing behind', async ({ machine }) => {
    const temporary = join(machine.root, 'tmp');
    mkdirSync(temporary);
    // No proxy and no token of the person has a part in it.
    const env = { HOME: machine.home, TMPDIR: temporary, HTTPS_PROXY: 'http://127.0.0.1:9' };
    const { code, stdout, stderr } = await runProgram(['rehearse'], { env });
    expect([code, stderr]).toEqual([0, '']);
    for (const words of [
      'A pull:',
      'A push:',
      'A merge:',
      'A conflict:',
      'Changed on GIIP, unchanged on this computer',
      'Changed on both sides in different places',
      'Changed on both sides in the same place.',
      'on this computer (BOM, CRLF):',
      'Every act ended as told.',
    ])
      expect(stdout).toContain(words);
    expect(stdout).not.toContain('NOT AS TOLD');
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(machine.home)).toEqual(['.openclaw']);
  });

  test('tells the same as one object with --json', async ({ machine }) => {
    const { code, stdout } = await runProgram(['rehearse', '--json'], { env: { HOME: machine.home } });
    expect(code).toBe(0);
    const { outcome, acts } = JSON.parse(stdout);
    expect(outcome).toBe('inSync');
    expect(acts.length).toBeGreaterThanOrEqual(5);
    for (const { differences } of acts) expect(differences).toEqual([]);
  });
});

test('the rehearsal of the window stands once, shows one conflict, and is gone afterwards', async ({
  machine,
}) => {
  const rehearsal = createRehearsal();
  await rehearsal.stop();
  const first = await rehearsal.start();
  expect(await rehearsal.start()).toEqual(first);
  const { connection, token } = first;
  const at = {
    connection: [
      ...['--workspace', connection.workspace, '--state-dir', machine.stateDir],
      ...['--api-url', connection.apiUrl, '--lssn', String(connection.lssn)],
    ],
    environment: { OPENCLAW_SYNC_TOKEN: token },
  };
  expect(await syncInProcess(at)).toMatchObject({
    code: 4,
    conflicts: [{ path: 'docs/house-rules.md' }],
    verified: true,
  });
  await rehearsal.stop();
  expect(existsSync(connection.workspace)).toBe(false);
  const again = await rehearsal.start();
  expect(again.connection.workspace).not.toBe(connection.workspace);
  await rehearsal.stop();
});
