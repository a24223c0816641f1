import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../build/project-paths.mjs';
import { startTestGiip, type TestGiip } from '../giip-server/start-test-giip.ts';
import { packageFile } from './support/packages.ts';
import { noMachineBecause, ThrowAwayMachine } from './support/throw-away-machine.ts';
import { noUserManagerBecause, startUserManager, type UserManager } from './support/user-manager.ts';

const USER = 'anna';
const HOME = `/home/${USER}`;
const UNIT = 'openclaw-sync-watch.service';
const INSTALLED = `/usr/lib/systemd/user/${UNIT}`;
const STATE = `${HOME}/.local/share/openclaw-sync`;

const because = noMachineBecause() ?? noUserManagerBecause();
if (because !== null) process.stderr.write(`The service is not started here: ${because}.\n`);

/** The installed unit under a real systemd, as an ordinary user; each test goes on where the one before it ended. */
describe.skipIf(because !== null)('watch as a service of a user', () => {
  let machine: ThrowAwayMachine;
  let giip: TestGiip;
  let manager: UserManager;
  const managers: UserManager[] = [];

  const shell = (line: string) => machine.run('sh', ['-c', line], { user: USER });
  const write = (file: string, text: string, user = USER) =>
    machine.run('sh', ['-c', 'mkdir -p "$(dirname "$1")" && printf %s "$2" > "$1"', 'sh', file, text], {
      user,
    });
  const property = (name: string) => manager.property(UNIT, name);
  const status = () => JSON.parse(readFileSync(machine.path(`${STATE}/status.json`), 'utf8'));
  const settings = (lssn: number) =>
    write(
      `${STATE}/settings.json`,
      JSON.stringify({ apiUrl: giip.url, lssn, workspace: `${HOME}/.openclaw` }),
    );
  const dropIn = async (name: string, ...lines: readonly string[]) => {
    await write(`${HOME}/.config/systemd/user/${UNIT}.d/${name}.conf`, `[Service]\n${lines.join('\n')}\n`);
    await manager.systemctl('daemon-reload');
  };
  /** Of the running program, as the kernel tells. */
  const kernel = async (file: string, of = manager) =>
    readFileSync(machine.path(`/proc/${await of.property(UNIT, 'MainPID')}/${file}`), 'utf8');

  beforeAll(async () => {
    machine = await ThrowAwayMachine.start();
    giip = await startTestGiip();
    copyFileSync(packageFile('.deb'), machine.path('/root/new.deb'));
    await machine.run('useradd', ['--create-home', '--user-group', USER]);
    const installed = await machine.run('dpkg', ['--install', '/root/new.deb']);
    expect(installed.code).toBe(0);
    await shell('mkdir -p ~/.openclaw/docs && echo "written here" > ~/.openclaw/docs/a.md');
    manager = await startUserManager(machine, USER);
    managers.push(manager);
  });

  afterAll(async () => {
    await machine?.end();
    for (const each of managers) await each.tidy();
    await giip?.close();
  });

  test('systemd finds nothing to complain about, and it is switched on for nobody', async () => {
    const env = { XDG_RUNTIME_DIR: '/tmp' };
    const verified = await machine.run('systemd-analyze', ['verify', '--user', INSTALLED], {
      user: USER,
      env,
    });
    expect(verified).toMatchObject({ code: 0, stderr: '' });
    expect((await manager.systemctl('is-enabled', UNIT)).stdout).toBe('disabled\n');
    expect(await property('ActiveState')).toBe('inactive');
  });

  test('without settings it ends with 2 and is not started again', async () => {
    await manager.systemctl('start', UNIT);
    await expect.poll(() => property('ActiveState'), { timeout: 20_000 }).toBe('failed');
    expect([await property('ExecMainStatus'), await property('NRestarts')]).toEqual(['2', '0']);
  });

  test('with settings and a token of its own it syncs', async () => {
    await settings(71);
    await write(`${HOME}/.config/openclaw-sync/watch.env`, 'OPENCLAW_SYNC_TOKEN=sk-test\n');
    await manager.systemctl('reset-failed', UNIT);
    expect(await manager.systemctl('start', UNIT)).toMatchObject({ code: 0 });
    await expect.poll(() => giip.doc('docs/a.md'), { timeout: 30_000 }).toBe('written here\n');
    await expect.poll(() => existsSync(machine.path(`${STATE}/status.json`)), { timeout: 20_000 }).toBe(true);
    expect(status()).toMatchObject({ program: 'watch', lastOutcome: 'inSync', consecutiveFailures: 0 });
  });

  test('the rules hold: no new rights, a filter of system calls, and the kernel agrees', async () => {
    const facts = await kernel('status');
    expect(facts).toMatch(/^NoNewPrivs:\s*1$/m);
    expect(facts).toMatch(/^Seccomp:\s*2$/m);
  });

  test('no token is in the unit, in an argument or in the journal', async () => {
    expect(await kernel('cmdline')).not.toContain('sk-test');
    expect((await manager.systemctl('cat', UNIT)).stdout).not.toContain('sk-test');
  });

  test('reload reads the settings again without a restart', async () => {
    const before = await property('MainPID');
    await settings(72);
    expect(await manager.systemctl('reload', UNIT)).toMatchObject({ code: 0 });
    await expect.poll(() => status().lssn, { timeout: 30_000 }).toBe(72);
    expect([await property('MainPID'), await property('NRestarts')]).toEqual([before, '0']);
    await settings(71);
    await manager.systemctl('reload', UNIT);
    await expect.poll(() => status().lssn, { timeout: 30_000 }).toBe(71);
  });

  test('killed, it is started again and goes on', async () => {
    await dropIn('quick', 'RestartSec=100ms');
    const before = await property('MainPID');
    await machine.run('kill', ['-KILL', before]);
    await expect.poll(() => property('NRestarts'), { timeout: 30_000 }).toBe('1');
    await shell('echo "after the kill" > ~/.openclaw/docs/b.md');
    await expect.poll(() => giip.doc('docs/b.md'), { timeout: 30_000 }).toBe('after the kill\n');
  });

  test('stopped, it ends by itself within seconds', async () => {
    const asked = Date.now();
    expect(await manager.systemctl('stop', UNIT)).toMatchObject({ code: 0 });
    expect(Date.now() - asked).toBeLessThan(25_000);
    expect([await property('Result'), await property('ExecMainStatus')]).toEqual(['success', '0']);
  });

  test('where another program is at work it ends with 75 and does not come back', async () => {
    const words = ['--state-dir', `${HOME}/other`, '--workspace', `${HOME}/.openclaw`, '--api-url', giip.url];
    const line = `echo $$; exec openclaw-sync watch --lssn 71 --json ${words.join(' ')}`;
    const env = { OPENCLAW_SYNC_TOKEN: 'sk-test' };
    const other = machine.start('sh', ['-c', line], { user: USER, env });
    const said = createInterface(other.stdout as NodeJS.ReadableStream)[Symbol.asyncIterator]();
    const pid = (await said.next()).value ?? '';
    expect((await said.next()).value).toContain('"outcome":"inSync"');
    await manager.systemctl('start', UNIT);
    await expect.poll(() => property('ActiveState'), { timeout: 20_000 }).toBe('failed');
    expect(await property('ExecMainStatus')).toBe('75');
    const ended = once(other, 'close');
    await machine.run('kill', ['-TERM', pid]);
    await ended;
  });

  // An ordinary user's systemd may make namespaces on newer systems only; root's may everywhere.
  test('where systemd can make namespaces, everything but the home is read-only, and it still syncs', async () => {
    const roots = await startUserManager(machine, 'root');
    managers.push(roots);
    await machine.run('cp', ['-a', `${HOME}/.config`, `${HOME}/.local`, `${HOME}/.openclaw`, '/root/']);
    const settingsOfRoot = { apiUrl: giip.url, lssn: 71, workspace: '/root/.openclaw' };
    await write('/root/.local/share/openclaw-sync/settings.json', JSON.stringify(settingsOfRoot), 'root');
    await machine.run('sh', ['-c', 'echo "from inside" > /root/.openclaw/docs/c.md']);
    expect(await roots.systemctl('start', UNIT)).toMatchObject({ code: 0 });
    await expect.poll(() => giip.doc('docs/c.md'), { timeout: 30_000 }).toBe('from inside\n');
    const mounts = (await kernel('mountinfo', roots)).split('\n').map((line) => line.split(' '));
    const rightsOf = (place: string) => mounts.findLast(([, , , , at]) => at === place)?.[5]?.split(',')[0];
    expect([rightsOf('/'), rightsOf('/root')]).toEqual(['ro', 'rw']);
    await roots.systemctl('stop', UNIT);
  });
});

test('the unit holds nothing that a machine would have to fill in, and no token', () => {
  const unit = readFileSync(inProject('build', 'linux', 'systemd', UNIT), 'utf8');
  expect(unit).not.toMatch(/OPENCLAW_SYNC_TOKEN=\S*[a-z0-9]{4}/i);
  expect(unit).toMatch(/^RestartPreventExitStatus=2 3 75$/m);
  expect(unit).toMatch(/^WantedBy=default\.target$/m);
});
