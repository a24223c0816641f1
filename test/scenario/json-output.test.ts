import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { faults } from '../giip-server/giip-fault.ts';
import { readTree } from './support/read-tree.ts';
import { test } from './support/scenario-test.ts';

const LISTS = [
  'pulled',
  'pushed',
  'merged',
  'conflicts',
  'held',
  'deletedHere',
  'goneOnServer',
  'rejected',
] as const;
const MEMBERS = ['outcome', ...LISTS, 'verified', 'requests', 'ms'];
const MONITORED = [
  'lastSuccess',
  'lastSuccessAgeSeconds',
  'lastAttempt',
  'lastOutcome',
  'consecutiveFailures',
  'running',
  'version',
];

/** Exactly one JSON object and a new line, nothing else. */
function onlyObject(stdout: string): Readonly<Record<string, unknown>> {
  expect(stdout.endsWith('\n')).toBe(true);
  expect(stdout.trimEnd()).not.toContain('\n');
  return JSON.parse(stdout);
}

test('sync --json prints one object of the documented shape, whatever happened', async ({
  machine,
  giip,
}) => {
  machine.write('docs/a.md', 'mine\n');
  machine.write('docs/b.md', 'b\n');
  machine.write('docs/bad.md', Buffer.from([0xff, 0xfe, 0x00]));
  giip.setDoc('docs/a.md', 'theirs\n');
  const first = await machine.run('sync', '--json');
  const report = onlyObject(first.stdout);
  expect(Object.keys(report).sort()).toEqual([...MEMBERS].sort());
  expect(report).toMatchObject({
    outcome: 'conflicts',
    pushed: ['docs/b.md'],
    conflicts: [{ path: 'docs/a.md', kind: 'new/new' }],
    rejected: [{ path: 'docs/bad.md', reason: expect.any(String) }],
    verified: true,
  });
  for (const name of LISTS) expect(Array.isArray(report[name])).toBe(true);
  for (const name of ['requests', 'ms']) expect(Number.isInteger(report[name])).toBe(true);
  expect(first.stderr).toContain('docs/b.md');

  giip.fail('get', faults.html(500));
  const failed = onlyObject((await machine.run('sync', '--json')).stdout);
  expect(Object.keys(failed).sort()).toEqual([...MEMBERS, 'error'].sort());
  expect(Object.keys(failed.error as object).sort()).toEqual(['code', 'help', 'message']);

  const refused = onlyObject((await machine.run('sync', '--json', '--lssn', 'x')).stdout);
  expect(Object.keys(refused).sort()).toEqual([...MEMBERS, 'error'].sort());

  const planned = onlyObject((await machine.run('sync', '--json', '--dry-run')).stdout);
  expect(Object.keys(planned).sort()).toEqual([...MEMBERS, 'plan'].sort());
});

test('without --json the words for people are on standard output, failures on standard error', async ({
  machine,
  giip,
}) => {
  giip.setDoc('docs/a.md', 'a\n');
  const done = await machine.run('sync');
  expect(done.stderr).toBe('');
  expect(done.stdout).toContain('docs/a.md');
  expect(done.stdout).toContain('In step with GIIP');
  expect(() => JSON.parse(done.stdout)).toThrow();
  giip.fail('get', faults.html(500));
  const failed = await machine.run('sync');
  expect(failed.stderr.length).toBeGreaterThan(20);
});

test('status --json adds what is pending and the last success, and asks nobody', async ({
  machine,
  giip,
}) => {
  const before = onlyObject((await machine.run('status', '--json')).stdout);
  expect(Object.keys(before).sort()).toEqual([...MEMBERS, 'pending', ...MONITORED].sort());
  expect(before).toMatchObject({ outcome: 'inSync', pending: [], lastSuccess: null, requests: 0 });
  machine.write('docs/a.md', 'a\n');
  machine.write('docs/b.md', 'b\n');
  await machine.sync();
  machine.write('docs/a.md', 'a, later\n');
  machine.write('docs/c.md', 'c\n');
  giip.requests.length = 0;
  const after = await machine.json('status');
  expect(after).toMatchObject({
    code: 0,
    pending: [
      { path: 'docs/a.md', change: 'changed' },
      { path: 'docs/c.md', change: 'new' },
    ],
  });
  expect(new Date(after.lastSuccess ?? '').toISOString()).toBe(after.lastSuccess);
  expect(giip.requests).toEqual([]);
});

test('status and history need no token', async ({ machine }) => {
  for (const command of ['status', 'history'])
    expect((await machine.runWith({ env: { HOME: machine.home } }, command, '--json')).code).toBe(0);
});

test('a reader that goes away does not stop the sync', async ({ machine, giip }) => {
  for (let n = 0; n < 50; n += 1) giip.setDoc(`docs/${n}.md`, `${n}\n`);
  const running = machine.start('sync');
  running.child.stdout?.destroy();
  running.child.stderr?.destroy();
  expect(await running.ended).toMatchObject({ code: 0, signal: null });
  expect(machine.read('docs/49.md')).toBe('49\n');
});

test('a state that is no database ends with 1, says so and is left as it is', async ({ machine }) => {
  machine.write('docs/a.md', 'a\n');
  await machine.sync();
  const folder = join(machine.stateDir, 'state');
  const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.db'));
  writeFileSync(join(folder, name), 'not a database, and longer than a page header'.repeat(200));
  const before = readTree(folder);
  for (const words of [[], ['--dry-run']])
    expect(await machine.sync(...words)).toMatchObject({ code: 1, error: { code: 'state-unusable' } });
  expect(readTree(folder)[name]).toBe(before[name]);
  expect(machine.read('docs/a.md')).toBe('a\n');
});
