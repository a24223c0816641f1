import { expect, test } from 'vitest';
import { approveHeld } from '../../../electron/sync/approve.ts';
import { inStep } from './world.ts';

const A = { 'docs/a.md': 'v0\n', 'docs/b.md': 'b\n' };
const LOST = { error: { code: 'server-timeout' as const }, happened: true };
const NEVER = { error: { code: 'server-timeout' as const }, happened: false };

test('a push that timed out and happened is proved by the next pull', async () => {
  const { m, twists } = await inStep(A);
  m.files.edit('docs/a.md', 'v1\n');
  twists.pushFailures.push(LOST);
  const pushes = m.remote.pushes.length;
  expect(await m.cycle()).toMatchObject({ pushed: ['docs/a.md'], verified: true, outcome: 'inSync' });
  expect(m.remote.pushes).toHaveLength(pushes + 1);
});

test('a push that timed out and did not happen is reported, and sent again by the next cycle only', async () => {
  const { m, twists, giip } = await inStep(A);
  m.files.edit('docs/a.md', 'v1\n');
  twists.pushFailures.push(NEVER);
  const pushes = m.remote.pushes.length;
  expect(await m.cycle()).toMatchObject({
    outcome: 'offline',
    verified: false,
    pushed: [],
    error: { code: 'server-timeout' },
  });
  expect(m.remote.pushes).toHaveLength(pushes + 1);
  expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: ['docs/a.md'], verified: true });
  expect(giip.doc('docs/a.md')).toBe('v1\n');
});

test('the network ends with the push: the next cycle finds our own text and sees no conflict', async () => {
  const { m, twists } = await inStep(A);
  m.files.edit('docs/a.md', 'v1\n');
  twists.pushFailures.push(LOST);
  twists.after = (call) => {
    if (call === 'push') twists.pullFailures.push({ code: 'server-unreachable' });
  };
  expect(await m.cycle()).toMatchObject({ outcome: 'offline', verified: false });
  twists.after = () => undefined;
  m.files.edit('docs/a.md', 'v2\n');
  expect(await m.cycle()).toMatchObject({
    outcome: 'inSync',
    pushed: ['docs/a.md'],
    conflicts: [],
    merged: [],
  });
  expect(m.state.intents.all()).toEqual([]);
});

test('a zombie: the request whose answer never came is carried out after a later edit was pushed', async () => {
  const { m, twists, giip, clock } = await inStep(A);
  m.files.edit('docs/a.md', 'v1\n');
  twists.pushFailures.push(NEVER);
  await m.cycle();
  const zombie = m.remote.pushes.length - 1;
  clock.advance(30_000);
  await m.cycle();
  m.files.edit('docs/a.md', 'v2\n');
  clock.advance(30_000);
  expect(await m.cycle()).toMatchObject({ pushed: ['docs/a.md'] });
  m.remote.replayPush(zombie);
  expect(giip.doc('docs/a.md')).toBe('v1\n');
  clock.advance(30_000);
  expect(await m.cycle()).toMatchObject({
    outcome: 'inSync',
    pulled: [],
    conflicts: [],
    pushed: ['docs/a.md'],
  });
  expect([giip.doc('docs/a.md'), m.files.text('docs/a.md')]).toEqual(['v2\n', 'v2\n']);
});

test('after ten minutes the same text is somebody else’s edit', async () => {
  const { m, twists, giip, clock } = await inStep(A);
  m.files.edit('docs/a.md', 'v1\n');
  twists.pushFailures.push(NEVER);
  await m.cycle();
  m.files.edit('docs/a.md', 'v2\n');
  await m.cycle();
  clock.advance(11 * 60_000);
  giip.setDoc('docs/a.md', 'v1\n');
  expect(await m.cycle()).toMatchObject({ pulled: ['docs/a.md'] });
  expect(m.state.intents.all()).toEqual([]);
  expect(m.history('docs/a.md')).toContain('v2\n');
});

test('a text that GIIP said yes to and showed is forgotten: putting it back elsewhere is an edit', async () => {
  const { m, giip, clock } = await inStep(A);
  for (const text of ['v1\n', 'v2\n']) {
    m.files.edit('docs/a.md', text);
    await m.cycle();
    clock.advance(5_000);
  }
  giip.setDoc('docs/a.md', 'v1\n');
  giip.setDoc('docs/b.md', 'so that the hash is new\n');
  expect(await m.cycle()).toMatchObject({ pulled: ['docs/a.md', 'docs/b.md'], pushed: [] });
});

test('GIIP needs a moment to show it: the cycle waits, looks again and is sure', async () => {
  const { m, twists, clock } = await inStep(A);
  m.files.edit('docs/a.md', 'v1\n');
  twists.staleAfterPush = 2;
  const start = clock.now();
  expect(await m.cycle()).toMatchObject({ pushed: ['docs/a.md'], verified: true, outcome: 'inSync' });
  expect(clock.now() - start).toBe(12_000);
  expect(m.remote.pulls.slice(-3).every((cursor) => cursor.doc === undefined)).toBe(true);
});

test('the wait ends when the application closes', async () => {
  const { m, twists, clock } = await inStep(A);
  m.files.edit('docs/a.md', 'v1\n');
  twists.staleAfterPush = 9;
  const cancel = { aborted: false };
  clock.after(1_000, () => {
    cancel.aborted = true;
  });
  const start = clock.now();
  await m.cycle({ cancel });
  expect(clock.now() - start).toBeLessThanOrEqual(1_250);
});

test('GIIP says yes three times and does not keep it: held, the rest goes on; approved, it is tried again', async () => {
  const { m, twists, giip, clock } = await inStep(A);
  m.files.edit('docs/a.md', 'v1\n');
  twists.push = 'nothing';
  for (let i = 0; i < 2; i += 1) {
    const report = await m.cycle();
    expect(report).toMatchObject({
      outcome: 'failed',
      verified: false,
      error: { code: 'server-answer-invalid' },
    });
    clock.advance(20 * 60_000);
  }
  const held = [{ path: 'docs/a.md', reason: { code: 'held-not-stored' } }];
  expect(await m.cycle()).toMatchObject({ outcome: 'held', held });
  const pushes = m.remote.pushes.length;
  expect(await m.cycle()).toMatchObject({ outcome: 'held', held });
  clock.advance(20 * 60_000);
  expect(await m.cycle()).toMatchObject({ outcome: 'held', held });
  expect(m.remote.pushes).toHaveLength(pushes);
  twists.push = 'merge';
  m.files.edit('docs/b.md', 'b2\n');
  expect(await m.cycle()).toMatchObject({ outcome: 'held', pushed: ['docs/b.md'] });
  expect(approveHeld(m.engine)).toBe(1);
  expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: ['docs/a.md'] });
  expect(giip.doc('docs/a.md')).toBe('v1\n');
});

test('a file that cannot be read for a while does not make GIIP’s three yeses forgotten', async () => {
  const { m, twists, clock } = await inStep(A);
  m.files.edit('docs/a.md', 'v1\n');
  twists.push = 'nothing';
  for (let i = 0; i < 2; i += 1) await m.cycle();
  m.files.interfere(({ call }) => (call === 'read' ? { code: 'write-failed', detail: 'EBUSY' } : undefined));
  clock.advance(20 * 60_000);
  await m.cycle({ audit: true });
  m.files.interfere(() => undefined);
  expect(await m.cycle()).toMatchObject({ held: [{ reason: { code: 'held-not-stored' } }] });
});

test('one item that GIIP refuses is held with the reason, is sent again when it changes, and stops nothing', async () => {
  const { m, twists, giip } = await inStep(A);
  twists.refuses = (wire) => wire === 'docs/a.md';
  m.files.edit('docs/a.md', 'v1\n');
  m.files.edit('docs/b.md', 'b2\n');
  expect(await m.cycle()).toMatchObject({
    outcome: 'held',
    held: [{ path: 'docs/a.md', reason: { code: 'held-refused-by-giip' } }],
    pushed: ['docs/b.md'],
    verified: true,
  });
  const pushes = m.remote.pushes.length;
  expect(await m.cycle()).toMatchObject({ outcome: 'held', requests: 1 });
  expect(m.remote.pushes).toHaveLength(pushes);
  m.files.edit('docs/a.md', 'v2\n');
  expect(await m.cycle()).toMatchObject({ outcome: 'held' });
  expect(m.remote.pushes).toHaveLength(pushes + 1);
  twists.refuses = () => false;
  approveHeld(m.engine);
  expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: ['docs/a.md'] });
  expect(giip.doc('docs/a.md')).toBe('v2\n');
  expect(m.state.refusals.all()).toEqual([]);
});

test('an approval lets a refused item through once, not for ever', async () => {
  const { m, twists } = await inStep(A);
  twists.refuses = (wire) => wire === 'docs/a.md';
  m.files.edit('docs/a.md', 'v1\n');
  await m.cycle();
  approveHeld(m.engine);
  const pushes = m.remote.pushes.length;
  await m.cycle();
  await m.cycle();
  expect(await m.cycle()).toMatchObject({ outcome: 'held' });
  expect(m.remote.pushes).toHaveLength(pushes + 1);
});

test('a refused token ends the cycle: at the pull, and at the push without one more call', async () => {
  const { m, twists } = await inStep(A);
  twists.pullFailures.push({ code: 'token-refused' });
  m.files.edit('docs/a.md', 'v1\n');
  expect(await m.cycle()).toMatchObject({ outcome: 'unauthorized', requests: 1 });
  twists.pushFailures.push({ error: { code: 'token-refused' }, happened: false });
  expect(await m.cycle()).toMatchObject({ outcome: 'unauthorized', requests: 2, verified: false });
  expect(m.files.text('docs/a.md')).toBe('v1\n');
});

test.each([
  'server-unreachable',
  'server-timeout',
  'server-unavailable',
  'tls-failed',
  'proxy-failed',
] as const)('%s is told as offline, and nothing is touched', async (code) => {
  const { m, twists } = await inStep(A);
  twists.pullFailures.push({ code });
  m.files.edit('docs/a.md', 'v1\n');
  expect(await m.cycle()).toMatchObject({ outcome: 'offline', error: { code }, pushed: [], verified: false });
  expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: ['docs/a.md'] });
});

test('Retry-After is kept over a restart, and no call is made before it; no clock makes it longer than an hour', async () => {
  const { m, twists, clock } = await inStep(A);
  twists.pullFailures.push({ code: 'server-rate-limited', retryAfterMs: 60_000 });
  expect(await m.cycle()).toMatchObject({ outcome: 'offline' });
  clock.advance(20_000);
  expect(await m.cycle()).toMatchObject({
    outcome: 'offline',
    requests: 0,
    error: { code: 'server-rate-limited', retryAfterMs: 40_000 },
  });
  clock.jump(-365 * 24 * 3600_000);
  expect(await m.cycle()).toMatchObject({ outcome: 'inSync', requests: 1 });
  clock.jump(365 * 24 * 3600_000);
  clock.advance(40_000);
  expect(await m.cycle()).toMatchObject({ outcome: 'inSync' });
});

test('a push that is asked to wait is not followed by a pull', async () => {
  const { m, twists } = await inStep(A);
  m.files.edit('docs/a.md', 'v1\n');
  twists.pushFailures.push({ error: { code: 'server-rate-limited', retryAfterMs: 30_000 }, happened: false });
  expect(await m.cycle()).toMatchObject({ outcome: 'offline', requests: 2, verified: false });
  expect(await m.cycle()).toMatchObject({ requests: 0 });
});

test('a file that changes between the look and the push is looked at again and goes out as it stands then', async () => {
  const { m, giip } = await inStep(A);
  m.files.edit('docs/a.md', 'v1\n');
  let left = 1;
  m.files.interfere(({ call, path }) => {
    if (call === 'read' && path === 'docs/a.md' && m.remote.pulls.length > 0 && left-- === 0)
      m.files.edit('docs/a.md', 'v2\n');
    return undefined;
  });
  await m.cycle();
  m.files.interfere(() => undefined);
  expect(await m.cycle()).toMatchObject({ outcome: 'inSync', verified: true });
  expect([giip.doc('docs/a.md'), m.files.text('docs/a.md')]).toEqual(['v2\n', 'v2\n']);
});

test('someone who types all the time does not keep a cycle going', async () => {
  const { m, twists } = await inStep(A);
  let count = 0;
  twists.after = (call) => {
    // An engine that follows for ever must fail here, not hang.
    if (call !== 'push' || count > 20) return;
    count += 1;
    m.files.edit('docs/a.md', `typed ${count}\n`);
  };
  m.files.edit('docs/a.md', 'v1\n');
  const report = await m.cycle();
  expect(report.requests).toBeLessThan(12);
  expect(count).toBe(3);
  twists.after = () => undefined;
  expect(await m.cycle()).toMatchObject({ outcome: 'inSync', verified: true });
});

test('a file that disappears or is locked before the push is neither sent nor deleted on GIIP', async () => {
  const { m, giip } = await inStep(A);
  m.files.edit('docs/a.md', 'v1\n');
  const pushes = m.remote.pushes.length;
  let reads = 0;
  m.files.interfere(({ call, path }) => {
    if (call === 'read' && path === 'docs/a.md') reads += 1;
    return reads > 1 ? { code: 'write-failed', detail: 'locked' } : undefined;
  });
  const report = await m.cycle();
  expect(report.pushed).toEqual([]);
  expect(m.remote.pushes).toHaveLength(pushes);
  expect(giip.doc('docs/a.md')).toBe('v0\n');
});

test('deleted while its push is under way: a tombstone, not recreated by the pull that proves the push', async () => {
  const { m, twists, giip } = await inStep(A);
  m.files.edit('docs/a.md', 'v1\n');
  twists.after = (call) => {
    if (call === 'push') m.files.remove('docs/a.md');
  };
  const report = await m.cycle();
  expect(report).toMatchObject({ pushed: ['docs/a.md'], deletedHere: ['docs/a.md'], pulled: [] });
  expect(m.files.text('docs/a.md')).toBeUndefined();
  expect(giip.doc('docs/a.md')).toBe('v1\n');
  expect(await m.cycle()).toMatchObject({ deletedHere: ['docs/a.md'], pulled: [], outcome: 'inSync' });
});

test('several batches: each push is covered by a pull of the last seconds', async () => {
  const { m, twists, clock } = await inStep(A);
  const big = 'x'.repeat(2 * 1024 * 1024);
  for (const name of ['p', 'q', 'r', 's']) m.files.edit(`docs/${name}.md`, `${name}${big}`);
  const calls: string[] = [];
  twists.before = (call) => {
    calls.push(call);
    if (call === 'push') clock.advance(6_000);
  };
  expect(await m.cycle()).toMatchObject({ pushed: ['docs/p.md', 'docs/q.md', 'docs/r.md', 'docs/s.md'] });
  expect(calls.join(' ')).not.toContain('push push');
});

test('writing took long: a new look comes before the push', async () => {
  const { m, giip, twists, clock } = await inStep(A);
  giip.setDoc('docs/b.md', 'b2\n');
  m.files.edit('docs/a.md', 'v1\n');
  m.files.interfere(({ call }) => {
    if (call === 'write') clock.advance(10_000);
    return undefined;
  });
  const calls: string[] = [];
  twists.before = (call) => void calls.push(call);
  expect(await m.cycle()).toMatchObject({ pulled: ['docs/b.md'], pushed: ['docs/a.md'] });
  expect(calls.join(' ')).toBe('pull pull push pull');
});
