import { copyFileSync, existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { INSTALLED } from './support/machine-processes.ts';
import { packageFile } from './support/packages.ts';
import { noMachineBecause, ThrowAwayMachine } from './support/throw-away-machine.ts';

/** On a Debian: its rpm has no list of what is installed, so nothing can be said here about the dependencies. */
const INSTALL = ['--force-debian', '--nodeps', '--nosignature', '--upgrade'];

describe.skipIf(noMachineBecause() !== null)('the .rpm on a machine', () => {
  let machine: ThrowAwayMachine;
  const rpm = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await machine.run('rpm', args);
    return { code, said: `${stdout}${stderr}`.replaceAll(/^rpm: .*\n/gm, '') };
  };
  const version = async () => (await machine.run('openclaw-sync', ['--version'])).stdout.trim();

  beforeAll(async () => {
    machine = await ThrowAwayMachine.start();
    copyFileSync(packageFile('.rpm'), machine.path('/root/new.rpm'));
  });
  afterAll(() => machine?.end());

  test('rpm installs it, runs its scripts without a word, and the command is on PATH', async () => {
    expect(await rpm(...INSTALL, '/root/new.rpm')).toEqual({ code: 0, said: '' });
    expect(await version()).toMatch(/^\d+\.\d+\.\d+/);
    expect((await rpm('--verify', '--nodeps', 'openclaw-sync')).said).toBe('');
  });

  test('put over itself, as an upgrade does it, nothing is missing afterwards', async () => {
    expect((await rpm(...INSTALL, '--replacepkgs', '/root/new.rpm')).code).toBe(0);
    expect((await rpm('--verify', '--nodeps', 'openclaw-sync')).said).toBe('');
  });

  test('a removal leaves no file of the package', async () => {
    const listed = (await rpm('--query', '--list', 'openclaw-sync')).said.trim().split('\n');
    expect(listed).toContain(INSTALLED);
    expect(await rpm('--erase', '--nodeps', 'openclaw-sync')).toEqual({ code: 0, said: '' });
    expect(listed.filter((path) => existsSync(machine.path(path)))).toEqual([]);
  });
});
