import type { ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestGiip, type TestGiip } from '../giip-server/start-test-giip.ts';
import { startDesktop } from './support/desktop.ts';
import { INSTALLED, programProcesses } from './support/machine-processes.ts';
import { GONE_LATER, writeOlderPackage } from './support/older-package.ts';
import { packageFile } from './support/packages.ts';
import { noMachineBecause, ThrowAwayMachine } from './support/throw-away-machine.ts';

const OLDER = '0.0.1';
const USER = 'anna';
const HOME = `/home/${USER}`;
const HELPER = '/opt/Openclaw Sync/chrome-sandbox';
const PROFILE = '/etc/apparmor.d/openclaw-sync';

const because = noMachineBecause();
if (because !== null) process.stderr.write(`The package is not installed here: ${because}.\n`);

/** One machine from the first installation to the purge: each test goes on where the one before it ended. */
describe.skipIf(because !== null)('the .deb on a machine', () => {
  let machine: ThrowAwayMachine;
  let giip: TestGiip;
  let tray: ChildProcess;
  let watch: ChildProcess;
  let desktop: Record<string, string>;

  beforeAll(async () => {
    machine = await ThrowAwayMachine.start();
    giip = await startTestGiip();
    copyFileSync(packageFile('.deb'), machine.path('/root/new.deb'));
    writeOlderPackage(packageFile('.deb'), OLDER, machine.path('/root/old.deb'));
    await machine.run('useradd', ['--create-home', '--user-group', USER]);
  });

  afterAll(async () => {
    await machine?.end();
    await giip?.close();
  });

  const root = (program: string, ...args: readonly string[]) => machine.run(program, args);
  const shell = (line: string) => machine.run('sh', ['-c', line], { user: USER });
  const token = { OPENCLAW_SYNC_TOKEN: 'sk-test' };
  const connection = () => ['--workspace', `${HOME}/.openclaw`, '--api-url', giip.url, '--lssn', '71'];
  /** As cron or a shell over ssh would: the name from PATH, no display, no session bus. */
  const command = (name: string, user = USER) =>
    machine.run('openclaw-sync', [name, ...connection(), '--json'], { user, env: token });
  const processes = () => programProcesses(machine.processNamespace);
  const pages = () => processes().filter(({ words }) => words.includes('--type=renderer'));
  const programs = () => processes().filter(({ words }) => !words.some((word) => word.startsWith('--type=')));
  const standing = () => [...programs(), ...pages()].map(({ pid }) => pid);
  const mode = (path: string) => lstatSync(machine.path(path)).mode & 0o7777;

  test('dpkg installs it without a question', async () => {
    const { code, stdout, stderr } = await root('dpkg', '--install', '/root/old.deb');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toContain('?');
    expect((await root('dpkg', '--audit')).stdout).toBe('');
    expect((await shell('command -v openclaw-sync')).stdout).toBe('/usr/bin/openclaw-sync\n');
  });

  test('the command syncs for an ordinary user without a display', async () => {
    giip.setDoc('docs/from-giip.md', 'written on GIIP\n');
    await shell('mkdir -p ~/.openclaw/docs && echo "written here" > ~/.openclaw/docs/from-here.md');
    const { code, stdout } = await command('sync');
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ outcome: 'inSync', verified: true, pulled: ['docs/from-giip.md'] });
    expect(code).toBe(0);
    expect(giip.doc('docs/from-here.md')).toBe('written here\n');
    expect((await shell('cat ~/.openclaw/docs/from-giip.md')).stdout).toBe('written on GIIP\n');
  });

  test('root may use the commands, and is told why there is no tray application for root', async () => {
    expect((await root('openclaw-sync', '--version')).code).toBe(0);
    const refused = await root('openclaw-sync');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('sign in as an ordinary user');
  });

  test('the tray application runs for an ordinary user, every page in the sandbox', async () => {
    desktop = await startDesktop(machine, USER);
    tray = machine.start('openclaw-sync', ['--state-dir', `${HOME}/tray`], { user: USER, env: desktop });
    await expect.poll(() => pages().length, { timeout: 30_000, interval: 200 }).toBeGreaterThan(0);
    const [main] = programs();
    expect(main?.uid).toBeGreaterThanOrEqual(1000);
    expect(main?.words.filter((word) => word.includes('no-sandbox'))).toEqual([]);
    await expect.poll(() => pages().map(({ seccomp }) => seccomp)).toEqual(pages().map(() => '2'));
    const byNamespace = pages().every(({ userNamespace }) => userNamespace !== main?.userNamespace);
    // Which of the two ways it took is the kernel's choice; that it took one of them is not.
    expect(byNamespace || mode(HELPER) === 0o4755).toBe(true);
    process.stdout.write(
      `The sandbox stands on ${byNamespace ? 'user namespaces' : 'the set-uid helper'}.\n`,
    );
  });

  test('an upgrade leaves alone what is running, and what people have', async () => {
    watch = machine.start('openclaw-sync', ['watch', ...connection()], { user: USER, env: token });
    await expect.poll(() => giip.requests.length, { timeout: 30_000 }).toBeGreaterThan(3);
    // Commands of the tests before may still be ending.
    await expect.poll(() => programs().length).toBe(2);
    const before = standing();
    const { code, stderr } = await root('dpkg', '--install', '/root/new.deb');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(existsSync(machine.path(GONE_LATER))).toBe(false);
    expect([tray.exitCode, watch.exitCode]).toEqual([null, null]);
    expect(standing()).toEqual(before);
    await shell('echo "after the upgrade" > ~/.openclaw/docs/from-here.md');
    await expect.poll(() => giip.doc('docs/from-here.md'), { timeout: 60_000 }).toBe('after the upgrade\n');
  });

  test('started again after the upgrade, the new version finds the running one', async () => {
    const again = await machine.run('openclaw-sync', ['--state-dir', `${HOME}/tray`], {
      user: USER,
      env: desktop,
    });
    expect(again.code).toBe(0);
    expect(tray.exitCode).toBeNull();
  });

  test('the history of before the upgrade is there after it', async () => {
    const { stdout } = await command('history');
    const paths = JSON.parse(stdout).versions.map(({ path }: { path: string }) => path);
    expect(paths).toContain('docs/from-giip.md');
    expect(JSON.parse((await command('status')).stdout).lastSuccess).not.toBeNull();
  });

  test('a removal ends what is running and leaves no file of the package', async () => {
    const listed = (await root('dpkg', '--listfiles', 'openclaw-sync')).stdout.trim().split('\n');
    const { code, stderr } = await root('dpkg', '--remove', 'openclaw-sync');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect.poll(processes).toEqual([]);
    const own = listed.filter((path) => path.toLowerCase().includes('openclaw'));
    expect(own).toContain(INSTALLED);
    expect(own.filter((path) => existsSync(machine.path(path)))).toEqual([]);
  });

  test('a purge asks nothing and leaves only what people have', async () => {
    const { code, stderr } = await root('dpkg', '--purge', 'openclaw-sync');
    // Where somebody else keeps something in /opt, dpkg says that it stays.
    const told = stderr
      .split('\n')
      .filter((line) => line !== '' && !line.includes("directory '/opt' not empty"));
    expect({ code, told }).toEqual({ code: 0, told: [] });
    const places = ['/etc', '/opt', '/usr', '/var'];
    const { stdout } = await root('find', ...places, '-xdev', '-iname', '*openclaw*');
    expect(stdout).toBe('');
    expect(readFileSync(machine.path(`${HOME}/.openclaw/docs/from-here.md`), 'utf8')).toBe(
      'after the upgrade\n',
    );
    expect(readdirSync(machine.path(`${HOME}/.local/share/openclaw-sync`)).length).toBeGreaterThan(0);
  });

  test('installed again, it goes on where it was; AppArmor lets it make namespaces where that takes a profile', async () => {
    await pretendProgram('apparmor_status', 'exit 0');
    await pretendProgram('apparmor_parser', 'echo "$@" >> /root/apparmor.log');
    await pretendProgram('unshare', 'exit 1');
    expect((await root('dpkg', '--install', '/root/new.deb')).code).toBe(0);
    expect(readFileSync(machine.path(PROFILE), 'utf8')).toContain('userns,');
    expect(readFileSync(machine.path('/root/apparmor.log'), 'utf8')).toContain(
      `--replace --write-cache --skip-read-cache ${PROFILE}`,
    );
    expect(mode(HELPER)).toBe(0o755);
    expect(JSON.parse((await command('sync')).stdout)).toMatchObject({
      outcome: 'inSync',
      pulled: [],
      pushed: [],
    });
  });

  test('where the kernel makes no namespaces for users and no profile helps, the set-uid helper takes over', async () => {
    await pretendProgram('apparmor_parser', 'exit 1');
    await root('rm', '/usr/local/bin/unshare');
    // Inside a chroot the kernel refuses namespaces to everybody.
    await root('sh', '-c', 'mkdir /srv/strict && mount --rbind / /srv/strict');
    const script = '/var/lib/dpkg/info/openclaw-sync.postinst';
    expect((await root('chroot', '/srv/strict', script, 'configure')).code).toBe(0);
    expect(mode(HELPER)).toBe(0o4755);
    expect(lstatSync(machine.path(HELPER)).uid).toBe(0);
  });

  test('a purge takes the profile out of the kernel and away', async () => {
    await pretendProgram('apparmor_parser', 'echo "$@" >> /root/apparmor.log');
    expect((await root('dpkg', '--purge', 'openclaw-sync')).code).toBe(0);
    expect(readFileSync(machine.path('/root/apparmor.log'), 'utf8')).toContain(`--remove ${PROFILE}`);
    expect(existsSync(machine.path(PROFILE))).toBe(false);
  });

  /** A program of this name, found before the system's own. */
  async function pretendProgram(name: string, line: string): Promise<void> {
    const file = `/usr/local/bin/${name}`;
    await machine.run('sh', [
      '-c',
      `printf '#!/bin/sh\\n%s\\n' "$1" > "$2" && chmod 755 "$2"`,
      'sh',
      line,
      file,
    ]);
  }
});
