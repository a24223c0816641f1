import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { LSSN, TOKEN } from './support/machine.ts';
import { mayMountHere } from './support/may-mount.ts';
import { ownEtc } from './support/own-etc.ts';
import { test } from './support/scenario-test.ts';

/** Where it is on a user's machine: the real program, with an /etc of its own. */
describe.runIf(mayMountHere())('a policy in /etc', () => {
  test('is all that a computer needs to sync: nothing is typed anywhere', async ({ machine, giip }) => {
    const { through, writePolicy } = ownEtc(machine);
    const tokenFile = join(machine.root, 'token');
    writeFileSync(tokenFile, `${TOKEN}\n`, { mode: 0o600 });
    machine.write('docs/a.md', 'a\n');
    writePolicy({ apiUrl: giip.url, lssn: LSSN, workspace: machine.workspace, tokenFile });
    const running = machine.startBare({ through, env: { HOME: machine.home } }, 'sync', '--json');
    const { code, stdout } = await running.ended;
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { outcome: 'inSync', pushed: ['docs/a.md'] }]);
  });

  test('is taken up by a running loop when it comes, changes and goes', async ({
    machine,
    giip,
    another,
  }) => {
    const { through, writePolicy } = ownEtc(machine);
    const elsewhere = another();
    const loud = { ...machine.environment, OPENCLAW_SYNC_LOG: 'info' };
    writePolicy({ logLevel: 'error' });
    const running = machine.startWith({ through, env: loud }, 'watch');
    await running.said('In step');
    elsewhere.write('docs/elsewhere.md', 'elsewhere\n');
    writePolicy({ workspace: elsewhere.workspace, logLevel: 'error' });
    await running.complained('--workspace is not used: /etc/openclaw-sync/policy.json sets workspace.');
    await running.said('docs/elsewhere.md');
    expect(giip.doc('docs/elsewhere.md')).toBe('elsewhere\n');
    machine.write('docs/here.md', 'here\n');
    writePolicy({ workspace: 'relative', logLevel: 'error' });
    await running.said('docs/here.md');
    expect(giip.doc('docs/here.md')).toBe('here\n');
    running.child.kill('SIGTERM');
    const { code, stderr } = await running.ended;
    expect(code).toBe(0);
    // The environment asked for more than the policy lets it have.
    expect(stderr).not.toContain('cycle-ended');
  });

  test('that a user could have written is named and not believed', async ({ machine }) => {
    const { through, writePolicy } = ownEtc(machine);
    writePolicy({ lssn: 5 });
    const asked = ['--state-dir', machine.stateDir];
    const read = await machine.startBare({ through }, 'policy', ...asked).ended;
    expect(read.stdout).toMatch(/^lssn +5 +\[policy: \/etc\/openclaw-sync\/policy\.json\]$/m);
    const writable = [...through, 'sh', '-c', 'chmod 666 /etc/openclaw-sync/policy.json && exec "$@"', 'sh'];
    const refused = await machine.startBare({ through: writable }, 'policy', ...asked).ended;
    expect(refused.code).toBe(2);
    expect(refused.stdout).toContain('/etc/openclaw-sync/policy.json is not used: it must belong to root');
    expect(refused.stdout).not.toMatch(/\[policy/);
  });
});
