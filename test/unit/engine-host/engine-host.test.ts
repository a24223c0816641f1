import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NO_POLICY } from '../../../shared/model/policy.ts';
import { closedAfterEach } from '../../giip-server/closed-after-each.ts';
import { startTestGiip } from '../../giip-server/start-test-giip.ts';
import { EngineRoom, type EngineRoomOptions, FACTS, isAtRest, TOKEN } from './engine-room.ts';

const closed = closedAfterEach();
const DYING = join(import.meta.dirname, 'programs', 'engine-that-dies.ts');
const DEADLY = { path: 'docs/dies-of-this.md', version: '1' };
const SECRET = `at = ${TOKEN}\n`;

async function started(options: EngineRoomOptions = {}) {
  const giip = closed(await startTestGiip({ token: TOKEN }));
  const room = closed(new EngineRoom(giip.url, options));
  return { giip, room };
}

test('a session in the other thread syncs, answers calls and tells what it found', async () => {
  const { giip, room } = await started();
  giip.setDoc('theirs.md', 'theirs\n');
  const workspace = room.folder('a', { 'docs/mine.md': 'mine\n' });
  const { session, until, ends } = room.connect(workspace);
  session.start();
  const view = await until((now) => isAtRest(now) && now.outcome === 'inSync');
  expect(readFileSync(join(workspace, 'docs/theirs.md'), 'utf8')).toBe('theirs\n');
  expect(giip.doc('docs/mine.md')).toBe('mine\n');
  expect(view.status?.activity.map(({ kind, path }) => `${kind} ${path}`).sort()).toEqual([
    'pulled docs/theirs.md',
    'pushed docs/mine.md',
  ]);
  await until(() => ends.length > 0);
  expect(new Set(ends)).toEqual(new Set([undefined]));
  expect(await session.call('history.run', 4711)).toMatchObject({ error: { code: 'no-such-version' } });
  const saved = until((now) => now.status?.activity.length === 3);
  writeFileSync(join(workspace, 'docs/mine.md'), 'mine, again\n');
  await saved;
  expect(giip.doc('docs/mine.md')).toBe('mine, again\n');
});

test('one thread serves several connections, and the end of one leaves the others', async () => {
  const { giip, room } = await started();
  const [a, b] = [
    room.connect(room.folder('a', { 'docs/a.md': 'a\n' }), 71),
    room.connect(room.folder('b', { 'docs/b.md': 'b\n' }), 72),
  ];
  a.session.start();
  b.session.start();
  await Promise.all([a, b].map(({ until }) => until((now) => isAtRest(now) && now.outcome === 'inSync')));
  expect([giip.doc('docs/a.md', 71), giip.doc('docs/b.md', 72), giip.doc('docs/b.md', 71)]).toEqual([
    'a\n',
    'b\n',
    undefined,
  ]);
  await a.session.stop();
  expect(await a.session.call('rules.list', null)).toMatchObject({ error: { code: 'engine-ended' } });
  expect(await b.session.call('rules.list', null)).toEqual({ ok: true, value: [] });
  expect(existsSync(join(room.root, 'a', '.openclaw-sync', 'lock'))).toBe(false);
  expect(room.said).toEqual(room.said.filter(({ event }) => event === 'cycle-ended'));
});

test('a thread that dies is an error in words, and the next thing asked starts another', async () => {
  const { giip, room } = await started({ program: DYING });
  const workspace = room.folder('a', { 'docs/a.md': 'a\n' });
  const { session, until, ends } = room.connect(workspace);
  session.start();
  await until((now) => isAtRest(now) && now.outcome === 'inSync');
  const asked = session.call('history.restore', DEADLY);
  const dead = await until((now) => now.error?.code === 'engine-ended');
  expect(await asked).toMatchObject({ error: { code: 'engine-ended' } });
  expect(dead).toMatchObject({
    outcome: 'failed',
    progress: null,
    schedule: { isRunning: false, failures: 1 },
  });
  expect(dead.schedule.nextAt).toBeGreaterThan(Date.now());
  expect(ends.at(-1)).toEqual({ code: 'engine-ended' });
  const line = room.said.find(({ event }) => event === 'engine-ended');
  expect(line?.fields).toMatchObject({ cause: { name: 'TypeError' } });
  // Its lock on the folder is gone with it.
  writeFileSync(join(workspace, 'docs/a.md'), 'written meanwhile\n');
  session.trigger('manual');
  await until((now) => isAtRest(now) && now.outcome === 'inSync');
  expect(giip.doc('docs/a.md')).toBe('written meanwhile\n');
  expect(session.view().error).toBeNull();
  // It watches the folder as the first one did.
  const saved = until((now) => now.status?.activity.length === 3);
  writeFileSync(join(workspace, 'docs/a.md'), 'and again\n');
  await saved;
  expect(room.said.map(({ event }) => event)).not.toContain('watcher-failed');
});

test('a promise that fails and that nobody waits for ends nothing, and is written down without its words', async () => {
  const { room } = await started({ program: DYING });
  const { session, until } = room.connect(room.folder('a', { 'docs/a.md': 'a\n' }));
  session.start();
  await until((now) => isAtRest(now) && now.outcome === 'inSync');
  await session.call('history.restore', { path: 'docs/surprises.md', version: '1' });
  expect(await session.call('rules.list', null)).toEqual({ ok: true, value: [] });
  const line = room.said.find(({ event }) => event === 'promise-unhandled');
  expect(line?.fields).toMatchObject({ cause: { name: 'TypeError', message: '' } });
  expect(session.view().error).toBeNull();
});

test('a pause outlives the thread', async () => {
  const { giip, room } = await started({ program: DYING });
  const workspace = room.folder('a', { 'docs/a.md': 'a\n' });
  const { session, until } = room.connect(workspace);
  session.start();
  await until((now) => isAtRest(now) && now.outcome === 'inSync');
  session.pause(null);
  await session.call('history.restore', DEADLY);
  const requests = giip.requests.length;
  expect(await session.call('rules.list', null)).toEqual({ ok: true, value: [] });
  await until((now) => now.error === null);
  expect(session.view().schedule).toMatchObject({ isPaused: true, pausedUntil: null });
  expect(giip.requests.length).toBe(requests);
  session.resume();
  await until((now) => isAtRest(now) && now.outcome === 'inSync');
  expect(giip.requests.length).toBeGreaterThan(requests);
});

test('what is set while it runs holds from then on', async () => {
  const { giip, room } = await started();
  let facts = FACTS;
  const { session, until } = room.connect(room.folder('a', { 'docs/a.md': SECRET }), 71, () => facts);
  session.start();
  await until((now) => isAtRest(now) && now.outcome === 'held');
  expect(giip.doc('docs/a.md')).toBeUndefined();
  facts = { ...FACTS, settings: { ...FACTS.settings, secretGate: false } };
  session.factsChanged();
  session.trigger('manual');
  await until((now) => isAtRest(now) && now.outcome === 'inSync');
  expect(giip.doc('docs/a.md')).toBe(SECRET);
});

test('looks change nothing here and say what is there', async () => {
  const { giip, room } = await started();
  giip.setDoc('theirs.md', 'theirs\n');
  const workspace = room.folder('a', { 'docs/mine.md': 'mine\n' });
  const request = {
    connection: { apiUrl: giip.url, lssn: 71, workspace },
    token: async () => ({ ok: true, value: TOKEN }) as const,
    facts: () => FACTS,
  };
  expect(await room.host.countItems(request)).toEqual({ ok: true, value: { items: 1 } });
  const plan = await room.host.planFirstSync(request);
  expect(plan.ok && plan.value.map(({ path }) => path)).toEqual(['docs/mine.md', 'docs/theirs.md']);
  expect(existsSync(join(workspace, 'docs/theirs.md'))).toBe(false);
  expect(await room.host.items(request)).toMatchObject({ ok: true, value: { counts: { filesHere: 1 } } });
});

test('the doctor looks from the other thread and tells how far it is', async () => {
  const { giip, room } = await started();
  const connection = { apiUrl: giip.url, lssn: 71, workspace: room.folder('a', {}) };
  const current: unknown[] = [];
  const report = await room.host.examine(
    {
      subject: {
        ok: true,
        value: {
          connection,
          token: async () => ({ ok: true, value: TOKEN }),
          tokenPlace: async () => 'environment',
        },
      },
      facts: FACTS,
      policy: NO_POLICY,
      desktop: {
        keyring: async () => ({ state: 'ready', backend: 'a keyring' }),
        trayHost: () => true,
        autostart: () => ({ isWanted: false, state: { is: 'off' } }),
      },
    },
    (progress) => void current.push(progress.current),
  );
  expect(report.checks.filter(({ status }) => status === 'failed')).toEqual([]);
  expect(report.checks.find(({ id }) => id === 'keyring')?.facts).toMatchObject({ backend: 'a keyring' });
  expect(current).toEqual(report.checks.map(({ id }) => id));
});
