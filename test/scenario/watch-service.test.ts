import { closeSync, fstatSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { startTestGiip } from '../giip-server/start-test-giip.ts';
import { LSSN, type Machine, TOKEN } from './support/machine.ts';
import { runProgram, startProgram } from './support/run-program.ts';
import { test } from './support/scenario-test.ts';

/** Standard error as systemd makes it the journal: a stream of our own, and a variable that names it. */
function journal(machine: Machine) {
  const file = join(machine.root, 'journal');
  const fd = openSync(file, 'a');
  const { dev, ino } = fstatSync(fd, { bigint: true });
  return {
    fd,
    env: { ...machine.environment, JOURNAL_STREAM: `${dev}:${ino}` },
    lines: () => readFileSync(file, 'utf8').split('\n').filter(Boolean),
    close: () => closeSync(fd),
  };
}

describe('watch as a service', () => {
  test('ends with 0 within seconds on SIGTERM, though GIIP never answers', async ({ machine, giip }) => {
    const held = giip.hold('get');
    const running = machine.start('watch', '--json');
    await held.arrived;
    const asked = Date.now();
    running.child.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
    expect(Date.now() - asked).toBeLessThan(20_000);
    await held.release();
  });

  test('reads its settings again on SIGHUP: another server, another server number', async ({
    machine,
    giip,
  }) => {
    const other = await startTestGiip();
    const settings = (apiUrl: string) =>
      writeFileSync(
        join(machine.stateDir, 'settings.json'),
        JSON.stringify({ apiUrl, lssn: LSSN, workspace: machine.workspace }),
      );
    machine.write('docs/a.md', 'a\n');
    await machine.sync();
    settings(giip.url);
    const running = startProgram(['watch', '--json', '--state-dir', machine.stateDir], {
      env: machine.environment,
    });
    await running.said('"outcome":"inSync"');
    expect(other.doc('docs/a.md')).toBeUndefined();
    settings(other.url);
    running.child.kill('SIGHUP');
    await running.said('"pushed":["docs/a.md"]');
    expect(other.doc('docs/a.md')).toBe('a\n');
    running.child.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
    await other.close();
  });

  test('settings that cannot be used are said, and syncing goes on with those from before', async ({
    machine,
    giip,
  }) => {
    const config = join(machine.root, 'giipAgent.cfg');
    writeFileSync(config, `sk="${TOKEN}"\nlssn="${LSSN}"\n`);
    const where = ['--workspace', machine.workspace, '--state-dir', machine.stateDir, '--api-url', giip.url];
    const running = startProgram(['watch', '--json', ...where, '--giip-config', config], {
      env: { HOME: machine.home },
    });
    await running.said('"outcome":"inSync"');
    rmSync(config);
    running.child.kill('SIGHUP');
    await running.complained('giipAgent.cfg');
    machine.write('docs/a.md', 'a\n');
    await running.said('"pushed":["docs/a.md"]');
    running.child.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
  });

  test('a folder that is taken, wrong settings and no folder end with codes that systemd tells apart', async ({
    machine,
    another,
  }) => {
    const running = machine.start('watch', '--json');
    await running.said('"outcome":"inSync"');
    expect((await machine.run('watch')).code).toBe(75);
    expect((await machine.run('watch', '--lssn', 'x')).code).toBe(2);
    const elsewhere = another();
    rmSync(elsewhere.workspace, { recursive: true });
    expect((await elsewhere.run('watch')).code).toBe(2);
    expect((await runProgram(['watch', '--nonsense'])).code).toBe(2);
  });
});

describe('the journal', () => {
  test('hears of the first failure, of a long time without success, and of the end of both; of nothing else', async ({
    machine,
    giip,
  }) => {
    const log = journal(machine);
    machine.write('docs/secret plan.md', 'a\n');
    const running = machine.startWith({ env: log.env, stderr: log.fd }, 'watch', '--max-age', '1');
    await running.said('In step with GIIP');
    expect(log.lines()).toEqual([]);
    giip.fail('get', ({ response }) => void response.socket?.destroy(), 1);
    machine.write('docs/secret plan.md', 'b\n');
    await expect.poll(() => log.lines().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(1);
    await expect.poll(() => giip.doc('docs/secret plan.md'), { timeout: 60_000 }).toBe('b\n');
    await expect.poll(() => log.lines().at(-1), { timeout: 60_000 }).toMatch(/works again/);
    const lines = log.lines();
    expect(lines[0]).toMatch(/^<4>Syncing .* fails \(server-unreachable\)/);
    expect(lines.at(-1)).toMatch(/^<6>Syncing .* works again\.$/);
    for (const line of lines.slice(1, -1)) expect(line).toMatch(/^<3>No success in syncing/);
    expect(lines.length).toBeLessThanOrEqual(3);
    expect(lines.join('\n')).not.toMatch(/secret|sk-test/);
    running.child.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
    expect(log.lines()).toEqual(lines);
    log.close();
  });
});
