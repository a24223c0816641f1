import { expect, test } from 'vitest';
import { resolveConflict } from '../../../electron/sync/decide.ts';
import { whyActivity, whyConflict } from '../../../electron/sync/evidence.ts';
import { restoreVersion } from '../../../electron/sync/restore.ts';
import type { ActivityKind } from '../../../shared/model/change.ts';
import { inStep, type Machine } from './world.ts';

const A = 'docs/a.md';
const B = 'docs/b.md';

/** The three texts of the newest entry of this kind; null where there was none, undefined where it is dropped. */
async function why(m: Machine, kind: ActivityKind): Promise<readonly unknown[]> {
  const entry = m.state.activity.latest(50).find((one) => one.kind === kind);
  const found = await whyActivity(m.engine, entry?.id ?? 0);
  if (!found.ok) return [found.error.code];
  const { base, local, remote } = found.value;
  return [base, local, remote].map((one) => (one.state === 'text' ? one.text : one.state));
}

test('each kind of entry shows what it was decided on', async () => {
  const { m, giip } = await inStep({ [A]: 'one\ntwo\nthree\n', [B]: 'b\n' });
  giip.setDoc(A, 'one\ntwo\nTHREE\n');
  await m.cycle();
  expect(await why(m, 'pulled')).toEqual(['one\ntwo\nthree\n', 'one\ntwo\nthree\n', 'one\ntwo\nTHREE\n']);
  m.files.edit(A, 'ONE\ntwo\nTHREE\n');
  await m.cycle();
  expect(await why(m, 'pushed')).toEqual(['one\ntwo\nTHREE\n', 'ONE\ntwo\nTHREE\n', 'one\ntwo\nTHREE\n']);
  m.files.edit(A, 'ONE\ntwo\nthree\n');
  giip.setDoc(A, 'ONE!\ntwo\nTHREE\n');
  await m.cycle();
  expect(await why(m, 'merged')).toEqual(['ONE\ntwo\nTHREE\n', 'ONE\ntwo\nthree\n', 'ONE!\ntwo\nTHREE\n']);
  m.files.edit(A, 'mine\n');
  giip.setDoc(A, 'theirs\n');
  await m.cycle();
  expect(await why(m, 'conflict')).toEqual(['ONE!\ntwo\nthree\n', 'mine\n', 'theirs\n']);
  await resolveConflict(m.engine, A, { take: 'server' });
  expect(await why(m, 'resolved')).toEqual(['ONE!\ntwo\nthree\n', 'mine\n', 'theirs\n']);
  const version = m.state.history.list(A).at(-1);
  await restoreVersion(m.engine, A, version?.id ?? '');
  expect(await why(m, 'restored')).toEqual(['theirs\n', 'theirs\n', 'theirs\n']);
});

test('what was new has no base, and what was deleted here no text', async () => {
  const { m, giip } = await inStep({ [A]: 'a\n', [B]: 'b\n' });
  giip.setDoc('docs/new.md', 'new\n');
  await m.cycle();
  expect(await why(m, 'pulled')).toEqual(['absent', 'absent', 'new\n']);
  m.files.remove(A);
  giip.setDoc(A, 'theirs\n');
  await m.cycle();
  expect(await why(m, 'conflict')).toEqual(['a\n', 'absent', 'theirs\n']);
});

test('a held item shows both sides', async () => {
  const { m, giip } = await inStep({ [A]: 'a\n', [B]: 'b\n' });
  const earlier = giip.content();
  giip.setDoc(A, 'a2\n');
  await m.cycle();
  giip.rollbackTo(earlier);
  await m.cycle();
  expect(await why(m, 'held')).toEqual(['a2\n', 'a2\n', 'a\n']);
});

test('a text that was only looked at is dropped when the file has moved on', async () => {
  const { m, giip } = await inStep({ [A]: 'a\n', [B]: 'b\n' });
  m.files.edit(A, 'mine\n');
  giip.setDoc(A, 'theirs\n');
  await m.cycle();
  m.files.edit(A, 'mine, later\n');
  expect(await why(m, 'conflict')).toEqual(['a\n', 'dropped', 'theirs\n']);
});

test('evidence stays as long as its run, whatever is pruned', async () => {
  const { m, giip, clock } = await inStep({ [A]: 'a\n', [B]: 'b\n' });
  giip.setDoc(A, 'a2\n');
  await m.cycle();
  giip.setDoc(A, 'a3\n');
  clock.advance(60_000);
  await m.cycle();
  m.state.history.prune(clock.now(), 0);
  expect(await why(m, 'pulled')).toEqual(['a2\n', 'a2\n', 'a3\n']);
  m.state.history.prune(clock.now() + 1, 0);
  expect(await why(m, 'pulled')).toEqual(['no-such-version']);
});

test('entries without evidence say so', async () => {
  const { m, twists } = await inStep({ [A]: 'a\n' });
  twists.pullFailures = [{ code: 'server-unreachable' }];
  await m.cycle();
  expect(await why(m, 'problem')).toEqual(['no-such-version']);
  expect(await whyActivity(m.engine, 4711)).toMatchObject({ error: { code: 'no-such-version' } });
});

test('a conflict shows its three texts as they are now, and since when', async () => {
  const { m, giip, clock } = await inStep({ [A]: 'a\n', [B]: 'b\n' });
  m.files.edit(A, 'mine\n');
  giip.setDoc(A, 'theirs\n');
  const since = clock.now();
  await m.cycle();
  clock.advance(60_000);
  m.files.edit(A, 'mine, later\n');
  expect(await whyConflict(m.engine, A)).toEqual({
    ok: true,
    value: {
      path: A,
      reason: { code: 'changed-on-both-overlap' },
      time: since,
      base: { state: 'text', text: 'a\n' },
      local: { state: 'text', text: 'mine, later\n' },
      remote: { state: 'text', text: 'theirs\n' },
    },
  });
  expect(await whyConflict(m.engine, B)).toMatchObject({ error: { code: 'no-such-conflict' } });
});
